import { isId } from '#domain/ids.ts';
import type { Id } from '#domain/ids.ts';
import { readAnswer } from '#domain/application-answer.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { FormFileView } from '#contract/application-form.channels.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { choiceIn } from '#services/form-file/choices.ts';
import { organisationCalled, siretTyped } from '#services/form-file/organisation.ts';
import type { ReadForm, ReadOutcome } from '#services/form-file/read.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Entry } from './enter.ts';
import type { FixedCode } from './layout.ts';
import { offerCode, OFFERS, QUESTION_MARK } from './layout.ts';
import type { Question } from './questions.ts';
import { fingerprintOf, missingIn, questionsOf } from './questions.ts';
import { segmentsOf } from './write.ts';

type Note = FormFileView['notes'][number];
type Judged = Omit<FormFileView, 'grant' | 'fileName'>;

export interface JudgedForm {
  readonly view: Judged;
  /** What would be written; null where the file cannot be used. */
  readonly entry: Entry | null;
}

/** What all files of a batch are held against. */
export interface Ground {
  readonly db: ReadableDb;
  readonly call: RecordOf<'callForInterest'>;
  readonly receivedOn: string;
  readonly questions: readonly Question[];
  readonly segments: readonly RecordOf<'purchaseSegment'>[];
  readonly applications: readonly RecordOf<'application'>[];
}

export function groundOf(
  db: ReadableDb,
  call: RecordOf<'callForInterest'>,
  receivedOn: string,
): Ground {
  return {
    db,
    call,
    receivedOn,
    questions: questionsOf(db, call.id),
    segments: segmentsOf(db, call.id),
    applications: listRecords(db, 'application', { callId: call.id }, ['number']),
  };
}

const maturities = ['idea', 'prototype', 'pilot', 'marketed'] as const;
const unusable = (
  refusal: NonNullable<Judged['refusal']>,
  { sha256 }: { readonly sha256: string | null },
  more: Partial<Judged> = {},
): JudgedForm => ({
  entry: null,
  view: {
    sha256,
    refusal,
    otherCallTitle: null,
    organisationName: '',
    known: null,
    title: '',
    answered: 0,
    questions: 0,
    offers: 0,
    isComplete: false,
    notes: [],
    earlier: [],
    sameAsFile: null,
    fate: 'leave',
    ...more,
  },
});

/** What was answered in a line; blank where the form has none. */
const answerAt = ({ lines }: ReadForm, code: string): string => lines.get(code)?.texts[0] ?? '';

/** Holds a returned form against the store: what it brings, and what is wrong with it. */
export function judgeForm(ground: Ground, outcome: ReadOutcome): JudgedForm {
  if ('refusal' in outcome) return unusable(outcome.refusal, outcome);
  const { form, sha256 } = outcome;
  const [callId = ''] = form.about;
  if (callId !== ground.call.id) {
    const other = isId(callId) ? getRecord(ground.db, 'callForInterest', callId) : null;
    return other === null
      ? unusable('unknownCall', outcome)
      : unusable('otherCall', outcome, { otherCallTitle: other.title });
  }
  const at = (code: FixedCode): string => answerAt(form, code);
  const notes: Note[] = [];
  const note = (code: Note['code'], about: string, shown = ''): void => {
    notes.push({ code, about, shown });
  };
  const siret = siretOf(at('organisation.siret'), note);
  const organisationName = at('organisation.name').slice(0, 300);
  if (organisationName === '' && siret === null) return unusable('noOrganisation', outcome);
  const known = organisationCalled(ground.db, organisationName, siret);
  if (known === null && organisationName === '') return unusable('noOrganisation', outcome);
  const answers = answersIn(form, ground.questions, note);
  const missing = missingIn(ground.questions, new Set(answers.map((one) => one.questionId)));
  for (const { title } of missing) note('missing', title);
  const { closesOn } = ground.call;
  if (closesOn !== null && ground.receivedOn > closesOn) note('late', closesOn);
  const offers = offersIn(form, ground.segments, note);
  const title = at('response.title').slice(0, 500);
  const earlier = ground.applications
    .filter(({ organisationId }) => organisationId === known?.id)
    .map(({ id, number, title: name }) => ({ id, number, title: name }));
  const entry: Entry = {
    callId: ground.call.id,
    organisationId: known?.id ?? null,
    organisationName,
    details: {
      siret,
      communeName: at('organisation.communeName').slice(0, 120) || null,
      website: at('organisation.website').slice(0, 500) || null,
    },
    title,
    summary: at('response.summary'),
    receivedOn: ground.receivedOn,
    maturity: maturityOf(at('response.maturity'), note),
    contacts: [
      {
        personId: null,
        givenName: at('contact.givenName').slice(0, 120),
        familyName: at('contact.familyName').slice(0, 120),
        email: at('contact.email').slice(0, 254),
        phone: at('contact.phone').slice(0, 40),
        role: at('contact.role').slice(0, 200),
      },
    ],
    offers,
    answers,
  };
  return {
    entry,
    view: {
      sha256,
      refusal: null,
      otherCallTitle: null,
      organisationName: known?.name ?? organisationName,
      known,
      title: title || (offers[0]?.title ?? organisationName),
      answered: answers.length,
      questions: ground.questions.length,
      offers: offers.length,
      isComplete: missing.length === 0,
      notes,
      earlier,
      sameAsFile: null,
      fate: earlier.length > 0 ? 'duplicate' : 'take',
    },
  };
}

type TellNote = (code: Note['code'], about: string, shown?: string) => void;

function siretOf(shown: string, note: TellNote): string | null {
  const siret = siretTyped(shown);
  if (siret === null && shown !== '') note('badSiret', '', shown);
  return siret;
}

function maturityOf(shown: string, note: TellNote) {
  if (shown === '') return null;
  const found = choiceIn(shown, maturities, (one, t) =>
    t(`vocabulary:choice.application.maturity.${one}`),
  );
  if (found === null) note('unknownMaturity', '', shown);
  return found;
}

function offersIn(form: ReadForm, segments: Ground['segments'], note: TellNote): Entry['offers'] {
  return Array.from({ length: OFFERS }, (_, at) => at + 1).flatMap((number) => {
    const of = (part: Parameters<typeof offerCode>[1]): string =>
      answerAt(form, offerCode(number, part));
    const title = of('title').slice(0, 500);
    if (title === '') return [];
    const named = of('segment');
    const segment = segments.find(({ name }) => foldText(name) === foldText(named));
    if (named !== '' && segment === undefined) note('unknownSegment', title, named);
    const yes = choiceIn(of('isMarketed'), [true, false], (one, t) =>
      t(one ? 'registers:yes' : 'registers:no'),
    );
    return [
      {
        title,
        description: of('description'),
        segmentId: segment?.id ?? null,
        isMarketed: yes ?? true,
      },
    ];
  });
}

/** Answers to the questions as they stand today; what became of the questions since is told. */
function answersIn(
  { lines }: ReadForm,
  questions: readonly Question[],
  note: TellNote,
): { questionId: Id<'callQuestion'>; value: string }[] {
  const given = new Map<string, { fingerprint: string; shown: string }>();
  for (const [code, { texts }] of lines) {
    const shown = texts[0] ?? '';
    const [mark, id = '', fingerprint = ''] = code.split(':');
    if (mark !== QUESTION_MARK) continue;
    given.set(id, { fingerprint, shown });
    if (!questions.some((one) => one.id === id) && shown !== '') note('questionGone', '', shown);
  }
  return questions.flatMap((question) => {
    const answer = given.get(question.id);
    if (answer === undefined) {
      note('questionNew', question.title);
      return [];
    }
    if (answer.fingerprint !== fingerprintOf(question)) note('questionChanged', question.title);
    const read = readAnswer(question, answer.shown);
    if ('problem' in read) {
      note(read.problem, question.title, answer.shown);
      return [];
    }
    return read.value === null ? [] : [{ questionId: question.id, value: read.value }];
  });
}
