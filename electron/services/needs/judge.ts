import type { NeedLineView, NeedProblem, NeedsFormView } from '#contract/needs.channels.ts';
import { needFields } from '#contract/needs.channels.ts';
import { readAnswer } from '#domain/application-answer.ts';
import { buyerKinds } from '#domain/actor.ts';
import type { Id } from '#domain/ids.ts';
import { isId } from '#domain/ids.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import { departementNames } from '#domain/territory.ts';
import { columnLetters } from '#interop/spreadsheet-limits.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { choiceIn } from '#services/form-file/choices.ts';
import { organisationCalled, siretTyped } from '#services/form-file/organisation.ts';
import type { ReadForm, ReadOutcome } from '#services/form-file/read.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { HeadLine, NeedField } from './layout.ts';
import { aboutOf, FIRST_ANSWER, headCode, keyOfLine, needCode, NEEDS } from './layout.ts';
import { departementWords } from './workbook.ts';
import { segmentsOf } from './write.ts';

type View = Omit<NeedsFormView, 'grant' | 'fileName'>;
type Need = Pick<
  RecordOf<'need'>,
  'title' | 'description' | 'segmentId' | 'horizon' | 'budgetEuros' | 'respondentName' | 'formKey'
>;

/** A need that the store holds, or that an earlier file of the batch brings. */
interface KnownNeed extends Need {
  /** Null while it is only planned; then `line` says by what. */
  readonly id: Id<'need'> | null;
  readonly line: PlannedLine | null;
  /** Whose it is: an organisation, or the folded name of one that is still to be made. */
  readonly owner: string | null;
}

/** What becomes of a line that can be taken. */
export interface PlannedLine {
  readonly fate: 'new' | 'update' | 'duplicate';
  readonly values: Need;
  /** The need that it changes: a stored one, or that of an earlier line. */
  readonly target: { readonly id: Id<'need'> } | { readonly line: PlannedLine } | null;
}

export interface PlannedForm {
  readonly view: View;
  /** Null where the file cannot be used. */
  readonly plan: {
    readonly organisationId: Id<'organisation'> | null;
    /** The organisation to make where none is known. */
    readonly organisation: NewRecord<'organisation'>;
    readonly buyerKind: (typeof buyerKinds)[number] | null;
    readonly lines: readonly PlannedLine[];
  } | null;
}

/** What all files of a batch are held against; grows with what they bring. */
export interface Ground {
  readonly db: ReadableDb;
  readonly survey: RecordOf<'needsSurvey'>;
  readonly segments: readonly RecordOf<'purchaseSegment'>[];
  readonly needs: KnownNeed[];
}

export function groundOf(db: ReadableDb, survey: RecordOf<'needsSurvey'>): Ground {
  return {
    db,
    survey,
    segments: segmentsOf(db, survey.workingGroupId),
    needs: listRecords(db, 'need', { surveyId: survey.id }).map((need) => ({
      ...need,
      line: null,
      owner: need.organisationId,
    })),
  };
}

const nothing: View = {
  sha256: null,
  refusal: null,
  otherSurveyTitle: null,
  buyerName: '',
  buyerKind: null,
  respondentName: '',
  known: null,
  problems: [],
  lines: [],
  gone: [],
};

const LENGTHS: Readonly<Record<Exclude<NeedField, 'segment' | 'budget'>, number>> = {
  title: 500,
  description: 200_000,
  horizon: 60,
};
const NAME_MAX = 300;
const RESPONDENT_MAX = 200;

/** Holds a returned form against the store and against the files before it. */
export function planForm(ground: Ground, outcome: ReadOutcome): PlannedForm {
  const { sha256 } = outcome;
  const unusable = (more: Partial<View>): PlannedForm => ({
    view: { ...nothing, sha256, ...more },
    plan: null,
  });
  if ('refusal' in outcome) return unusable({ refusal: outcome.refusal });
  const { form } = outcome;
  const about = aboutOf(form.about);
  if (about.surveyId !== ground.survey.id) {
    const other = isId(about.surveyId) ? getRecord(ground.db, 'needsSurvey', about.surveyId) : null;
    return other === null
      ? unusable({ refusal: 'unknownSurvey' })
      : unusable({ refusal: 'otherSurvey', otherSurveyTitle: other.title });
  }
  const head = headOf(ground, form, about.organisationId);
  const owner = head.known?.id ?? foldText(head.name);
  const before = [...ground.needs];
  const read = linesOf(form).map((line) => judgeLine(ground, line, { ...about, owner, head }));
  if (read.length === 0) {
    return unusable({ refusal: 'empty', buyerName: head.name, known: head.known });
  }
  const isSound =
    head.problems.length === 0 && read.every(({ view }) => view.problems.length === 0);
  const gone = before.filter(
    (need) =>
      need.id !== null &&
      need.owner === owner &&
      need.formKey?.startsWith(`${about.formId}:`) === true &&
      !read.some(({ planned }) => planned?.values.formKey === need.formKey),
  );
  return {
    view: {
      ...nothing,
      sha256,
      buyerName: head.known?.name ?? head.name,
      buyerKind: head.kind,
      respondentName: head.respondent,
      known: head.known,
      problems: head.problems,
      lines: read.map(({ view }) => view),
      gone: gone.map(({ id, title }) => ({ id: id ?? '', title })),
    },
    plan: isSound
      ? {
          organisationId: head.known?.id ?? null,
          organisation: {
            name: head.name,
            kind: 'buyer',
            buyerKind: head.kind,
            siret: head.siret,
            siren: head.siret?.slice(0, 9) ?? null,
            departementCode: head.departement,
          },
          buyerKind: head.kind,
          lines: read.flatMap(({ planned }) => (planned === null ? [] : [planned])),
        }
      : null,
  };
}

interface Head {
  readonly name: string;
  readonly siret: string | null;
  readonly kind: (typeof buyerKinds)[number] | null;
  readonly departement: string | null;
  readonly respondent: string;
  readonly known: (NonNullable<View['known']> & { readonly id: Id<'organisation'> }) | null;
  readonly problems: NeedProblem[];
}

const cellAt = (column: number, row: number): string => `${columnLetters(column)}${row}`;

function headOf({ db }: Ground, form: ReadForm, organisationId: string): Head {
  const problems: NeedProblem[] = [];
  const line = (about: HeadLine) => form.lines.get(headCode(about));
  const text = (about: HeadLine): string => line(about)?.texts[0] ?? '';
  const tell = (code: NeedProblem['code'], about: HeadLine): void => {
    const row = line(about)?.row ?? 1;
    problems.push({ code, about, cell: cellAt(FIRST_ANSWER, row), shown: text(about) });
  };
  const siret = text('siret') === '' ? null : siretTyped(text('siret'));
  if (siret === null && text('siret') !== '') tell('badSiret', 'siret');
  const kind = choiceIn(text('kind'), buyerKinds, (one, t) =>
    t(`vocabulary:choice.organisation.buyerKind.${one}`),
  );
  if (kind === null && text('kind') !== '') tell('unknownKind', 'kind');
  const departement = departementNamed(text('departement'));
  if (departement === null && text('departement') !== '') tell('unknownDepartement', 'departement');
  const named = isId(organisationId) ? getRecord(db, 'organisation', organisationId) : null;
  const name = text('buyer');
  const known: Head['known'] =
    named !== null
      ? { id: named.id, name: named.name, by: 'form' }
      : organisationCalled(db, name, siret);
  if (name === '' && known === null) tell('noBuyer', 'buyer');
  if (name.length > NAME_MAX) tell('tooLong', 'buyer');
  if (text('respondent').length > RESPONDENT_MAX) tell('tooLong', 'respondent');
  const stored = known === null ? null : getRecord(db, 'organisation', known.id);
  return {
    name,
    siret,
    kind: kind ?? stored?.buyerKind ?? null,
    departement,
    respondent: text('respondent'),
    known,
    problems,
  };
}

/** The code of a département written as the form does, by its number or by its name. */
function departementNamed(shown: string): string | null {
  const folded = foldText(shown);
  if (folded === '') return null;
  const found = Object.entries(departementNames).find(
    ([code, name]) =>
      foldText(code) === folded ||
      foldText(name) === folded ||
      foldText(departementWords(code)) === folded,
  );
  return found?.[0] ?? null;
}

interface ShownLine {
  readonly number: number;
  readonly row: number;
  readonly shown: Readonly<Record<NeedField, string>>;
}

/** The lines that say anything. */
function linesOf(form: ReadForm): ShownLine[] {
  return Array.from({ length: NEEDS }, (_, at) => at + 1).flatMap((number) => {
    const line = form.lines.get(needCode(number));
    if (line === undefined || line.texts.every((text) => text === '')) return [];
    const [title = '', description = '', segment = '', horizon = '', budget = ''] = line.texts;
    const shown = { title, description, segment, horizon, budget };
    return Object.values(shown).every((text) => text === '')
      ? []
      : [{ number, row: line.row, shown }];
  });
}

interface Around {
  readonly formId: string;
  readonly owner: string;
  readonly head: Head;
}

function judgeLine(
  ground: Ground,
  { number, row, shown }: ShownLine,
  { formId, owner, head }: Around,
): { view: NeedLineView; planned: PlannedLine | null } {
  const problems: NeedProblem[] = [];
  const tell = (code: NeedProblem['code'], about: NeedField): void => {
    const cell = cellAt(FIRST_ANSWER + needFields.indexOf(about), row);
    problems.push({ code, about, cell, shown: shown[about] });
  };
  if (shown.title === '') tell('noTitle', 'title');
  for (const field of ['title', 'description', 'horizon'] as const) {
    if (shown[field].length > LENGTHS[field]) tell('tooLong', field);
  }
  const segment = ground.segments.find(({ name }) => foldText(name) === foldText(shown.segment));
  if (segment === undefined && shown.segment !== '') tell('unknownSegment', 'segment');
  const budget = eurosIn(shown.budget);
  if (budget === undefined) tell('notANumber', 'budget');
  const values: Need = {
    title: shown.title,
    description: shown.description === '' ? null : shown.description,
    segmentId: segment?.id ?? null,
    horizon: shown.horizon === '' ? null : shown.horizon,
    budgetEuros: budget ?? null,
    respondentName: head.respondent === '' ? null : head.respondent,
    formKey: keyOfLine(formId, number),
  };
  const view = { number, row, ...shown, known: null, changes: [], problems };
  if (problems.length > 0) return { view: { ...view, fate: 'error' }, planned: null };
  const known = knownNeed(ground.needs, values, owner);
  const changes = known === null ? [] : changesOf(ground, known, values);
  const fate = known === null ? 'new' : changes.length > 0 ? 'update' : 'duplicate';
  const planned: PlannedLine = {
    fate,
    values: known === null ? values : { ...said(known, values) },
    target:
      known === null
        ? null
        : known.id !== null
          ? { id: known.id }
          : known.line === null
            ? null
            : { line: known.line },
  };
  if (known === null) ground.needs.push({ ...values, id: null, line: planned, owner });
  else if (fate === 'update') {
    ground.needs[ground.needs.indexOf(known)] = { ...known, ...said(known, values) };
  }
  return {
    view: {
      ...view,
      fate,
      known: known === null || known.id === null ? null : { id: known.id, title: known.title },
      changes,
    },
    planned,
  };
}

/** Euros that somebody typed; null for none, undefined for what is no amount. */
function eurosIn(shown: string): number | null | undefined {
  const read = readAnswer({ kind: 'number', options: [] }, shown.replace(/\s*(?:€|euros?)$/iu, ''));
  if ('problem' in read) return undefined;
  if (read.value === null) return null;
  const euros = Number(read.value);
  return Number.isFinite(euros) && euros >= 0 ? euros : undefined;
}

/**
 * The same need from before: the same line of the same form of the same buyer and respondent, else one
 * of the buyer's by the same name.
 */
function knownNeed(needs: readonly KnownNeed[], values: Need, owner: string): KnownNeed | null {
  const own = needs.filter((need) => need.owner === owner);
  const sameName = (need: KnownNeed): boolean => foldText(need.title) === foldText(values.title);
  const { respondentName } = values;
  const sameLine = own.find(
    (need) =>
      need.formKey === values.formKey &&
      (need.respondentName === null ||
        respondentName === null ||
        foldText(need.respondentName) === foldText(respondentName)),
  );
  return sameLine ?? own.find(sameName) ?? null;
}

/** The need once the line is taken: what the line leaves blank stays. */
function said(known: Need, values: Need): Need {
  return {
    title: values.title,
    description: values.description ?? known.description,
    segmentId: values.segmentId ?? known.segmentId,
    horizon: values.horizon ?? known.horizon,
    budgetEuros: values.budgetEuros ?? known.budgetEuros,
    respondentName: known.respondentName ?? values.respondentName,
    formKey: known.formKey ?? values.formKey,
  };
}

function changesOf({ segments }: Ground, known: Need, values: Need): NeedLineView['changes'] {
  const after = said(known, values);
  const segmentName = (id: string | null): string =>
    segments.find((segment) => segment.id === id)?.name ?? '';
  const inWords = (need: Need): Record<NeedField, string> => ({
    title: need.title,
    description: need.description ?? '',
    segment: segmentName(need.segmentId),
    horizon: need.horizon ?? '',
    budget: need.budgetEuros === null ? '' : String(need.budgetEuros),
  });
  const [was, is] = [inWords(known), inWords(after)];
  return needFields.flatMap((field) =>
    was[field] === is[field] ? [] : [{ field, before: was[field], after: is[field] }],
  );
}
