import type { LetterProblem } from '#contract/selection-papers.channels.ts';
import { formatDateRange, formatDate } from '#documents/typography.ts';
import type { PhaseOutcome, Standing, StepDecision } from '#domain/pipeline.ts';
import { isRefusal, standingDecision, takesPart } from '#domain/pipeline.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { Correspondent } from '#interop/mail-address.ts';
import { usableAddress } from '#interop/mail-address.ts';
import type { Translate } from '#platform/translate.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type {
  AddresseeRow,
  DecisionGroundRow,
  SpokespersonRow,
} from '#repositories/selection-letters.repo.ts';
import { addressees, decisionGrounds, spokespeople } from '#repositories/selection-letters.repo.ts';
import type { Course } from '#services/selection/course.ts';
import { courseOf } from '#services/selection/course.ts';
import { templateLetters } from '#services/selection/template.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { MergeValues } from './merge.ts';
import { merge } from './merge.ts';

/** The text that letters about one outcome are made from; without an identifier where the call has none. */
export interface LetterText {
  readonly id?: string;
  readonly subject: string;
  readonly body: string;
}

/** One letter, filled in as far as it can be. */
export interface Letter {
  readonly subject: string;
  readonly body: string;
  readonly applicationId: Standing['id'];
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
  readonly outcome: PhaseOutcome;
  readonly isReleased: boolean;
  readonly contactName: string | null;
  readonly correspondents: readonly Correspondent[];
  /** Organisation, contact and postal address, a line each. */
  readonly addressLines: readonly string[];
  readonly problems: readonly LetterProblem[];
}

export interface Letters {
  readonly course: Course;
  /** By number. */
  readonly letters: readonly Letter[];
  readonly undecided: number;
  readonly provisional: number;
}

export interface LetterOptions {
  readonly language: 'fr' | 'en';
  /** Gives the texts that a call begins with, where it has none of its own. */
  readonly translate: Translate;
  readonly includesProvisional: boolean;
  /** Texts to try out instead of those of the call. */
  readonly texts?: ReadonlyMap<PhaseOutcome, LetterText>;
  /** Only this application; all of the call otherwise. */
  readonly applicationId?: string;
}

/** What letters say of the decision: a rule of the call where one excluded, the words of the decision otherwise. */
function groundOf(outcome: PhaseOutcome, ground: DecisionGroundRow | undefined): string | null {
  if (ground === undefined || !isRefusal(outcome)) return null;
  const { exclusionTitle, reason } = ground;
  return outcome === 'excluded' ? (exclusionTitle ?? reason) : (reason ?? exclusionTitle);
}

interface Facts {
  readonly call: RecordOf<'callForInterest'>;
  readonly event: RecordOf<'event'> | null;
  readonly language: 'fr' | 'en';
}

function whenOf({ event, language }: Facts): string | null {
  if (event === null) return null;
  const { startsOn, endsOn, period } = event;
  if (startsOn === null) return period;
  return endsOn === null || endsOn === startsOn
    ? formatDate(startsOn, language)
    : formatDateRange(startsOn, endsOn, language);
}

function valuesOf(
  to: AddresseeRow,
  contact: SpokespersonRow | undefined,
  decision: Pick<StepDecision, 'outcome' | 'rank'>,
  ground: DecisionGroundRow | undefined,
  facts: Facts,
): MergeValues {
  return {
    numero: String(to.number),
    reponse: to.title,
    structure: to.organisationName,
    contact: contact?.name ?? null,
    appel: facts.call.title,
    evenement: facts.event?.name ?? null,
    date_evenement: whenOf(facts),
    lieu_evenement: facts.event?.place ?? null,
    motif: groundOf(decision.outcome, ground),
    rang: decision.rank === null ? null : String(decision.rank),
  };
}

function correspondentsOf(to: AddresseeRow, people: readonly SpokespersonRow[]): Correspondent[] {
  const reached = people.flatMap(({ name, email }): Correspondent[] => {
    const address = usableAddress(email);
    return address === null ? [] : [{ name, email: address }];
  });
  if (reached.length > 0) return reached;
  const own = usableAddress(to.organisationEmail);
  return own === null ? [] : [{ name: to.organisationName, email: own }];
}

function addressLines(to: AddresseeRow, contact: SpokespersonRow | undefined): string[] {
  const town = [to.postalCode, to.communeName].filter((part) => part !== null).join(' ');
  return [to.organisationName, contact?.name ?? '', ...(to.address ?? '').split('\n'), town].filter(
    (line) => line.trim() !== '',
  );
}

/** The decision that a letter may tell of: the furthest one, released unless all are asked for. */
const toldOf = (
  { phases }: Course,
  { decisions }: Standing,
  includesProvisional: boolean,
): StepDecision | null =>
  standingDecision(
    phases,
    includesProvisional ? decisions : decisions.filter(({ isReleased }) => isReleased),
  );

/**
 * The texts of a call's letters, by outcome: its own, of two for the same outcome the later one, and
 * those that every call begins with where it has none.
 */
export function textsOf(
  db: ReadableDb,
  callId: string,
  translate: Translate,
): Map<PhaseOutcome, LetterText> {
  const own = listRecords(db, 'letterTemplate', { callId }, ['outcome']);
  return new Map<PhaseOutcome, LetterText>([
    ...templateLetters(translate).map(
      ({ outcome, subject, body }) => [outcome, { subject, body }] as const,
    ),
    ...own.map(({ outcome, id, subject, body }) => [outcome, { id, subject, body }] as const),
  ]);
}

/**
 * Who gets which letter: everybody who takes part and of whom something was decided. Those who withdrew
 * and duplicates get none.
 * @throws DataError `record.notFound`
 */
export function lettersOf(db: ReadableDb, callId: string, options: LetterOptions): Letters {
  const course = courseOf(db, callId);
  const { call } = course;
  const event = call.eventId === null ? null : getRecord(db, 'event', call.eventId);
  const facts: Facts = { call, event, language: options.language };
  const texts = options.texts ?? textsOf(db, callId, options.translate);
  const grounds = decisionGrounds(db, callId);
  const rows = addressees(db, callId);
  const people = new Map<string, SpokespersonRow[]>();
  for (const row of spokespeople(db, callId)) {
    const known = people.get(row.applicationId);
    if (known === undefined) people.set(row.applicationId, [row]);
    else known.push(row);
  }
  const letters: Letter[] = [];
  let undecided = 0;
  let provisional = 0;
  for (const standing of course.standings) {
    if (!takesPart(standing)) continue;
    if (options.applicationId !== undefined && options.applicationId !== standing.id) continue;
    const last = standingDecision(course.phases, standing.decisions);
    if (last?.isReleased === false) provisional += 1;
    const decision = toldOf(course, standing, options.includesProvisional);
    const to = rows.get(standing.id);
    if (decision === null || to === undefined) {
      if (last === null) undecided += 1;
      continue;
    }
    const own = people.get(standing.id) ?? [];
    const values = valuesOf(to, own[0], decision, grounds.get(decision.id), facts);
    letters.push(letterOf(to, own, decision, texts.get(decision.outcome), values));
  }
  return { course, letters, undecided, provisional };
}

function letterOf(
  to: AddresseeRow,
  people: readonly SpokespersonRow[],
  { outcome, isReleased }: StepDecision,
  text: LetterText | undefined,
  values: MergeValues,
): Letter {
  const subject = merge(text?.subject ?? '', values);
  const body = merge(text?.body ?? '', values);
  const seen = new Set<string>();
  const problems: LetterProblem[] = [...subject.problems, ...body.problems].filter(
    ({ kind, field }) => !seen.has(`${kind} ${field}`) && seen.add(`${kind} ${field}`).size > 0,
  );
  return {
    applicationId: to.id,
    number: to.number,
    title: to.title,
    organisationName: to.organisationName,
    outcome,
    isReleased,
    contactName: people[0]?.name ?? null,
    correspondents: correspondentsOf(to, people),
    addressLines: addressLines(to, people[0]),
    subject: subject.text,
    body: body.text,
    problems,
  };
}
