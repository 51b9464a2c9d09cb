import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import { organisationCalled } from '#services/form-file/organisation.ts';
import { mustGet } from '#services/selection/course.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { answeredIn, answerTo, missingIn, questionsOf } from './questions.ts';

type CreateRequest = ChannelRequest<'applicationForm:create'>;
type Contact = CreateRequest['contacts'][number];

/** A response before it is written; `details` are those of an organisation that is made with it. */
export interface Entry extends CreateRequest {
  readonly details?: {
    readonly siret: string | null;
    readonly communeName: string | null;
    readonly website: string | null;
  };
  readonly duplicateOfId?: Id<'application'> | null;
}

export interface Entered {
  readonly id: Id<'application'>;
  readonly number: number;
  /** Required questions left without an answer. */
  readonly missing: number;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function organisationFor(op: Operation, entry: Entry): Id<'organisation'> {
  if (entry.organisationId !== null) {
    return mustGet(op.db, 'organisation', entry.organisationId).id;
  }
  const name = entry.organisationName.trim();
  if (name === '') throw new AppError('application.noOrganisation');
  const known = organisationCalled(op.db, name, entry.details?.siret ?? null);
  return known?.id ?? op.insert('organisation', { name, kind: 'company', ...entry.details });
}

/** The person of that e-mail, else of that name in the organisation. */
function knownPerson(
  db: ReadableDb,
  contact: Contact,
  organisationId: string,
): Id<'person'> | null {
  const email = contact.email.trim();
  if (email !== '') {
    const [found] = all<{ id: Id<'person'> }>(
      db,
      sql`SELECT id FROM person
          WHERE deleted_at IS NULL AND lower(email) = ${email.toLowerCase()} LIMIT 1`,
    );
    if (found !== undefined) return found.id;
  }
  const name = foldText(`${contact.givenName} ${contact.familyName}`.trim());
  const colleagues = all<{ id: Id<'person'>; name: string }>(
    db,
    sql`SELECT p.id, trim(coalesce(p.given_name, '') || ' ' || p.family_name) AS name
        FROM person p JOIN affiliation a ON a.person_id = p.id AND a.deleted_at IS NULL
        WHERE p.deleted_at IS NULL AND a.organisation_id = ${organisationId}`,
  );
  return colleagues.find((one) => foldText(one.name) === name)?.id ?? null;
}

function personFor(op: Operation, contact: Contact, organisationId: Id<'organisation'>) {
  const known = contact.personId ?? knownPerson(op.db, contact, organisationId);
  if (known !== null) return mustGet(op.db, 'person', known).id;
  const personId = op.insert('person', {
    givenName: orNull(contact.givenName),
    familyName: contact.familyName.trim(),
    email: orNull(contact.email),
    phone: orNull(contact.phone),
  });
  op.insert('affiliation', { personId, organisationId, title: orNull(contact.role) });
  return personId;
}

const isNamed = ({ personId, familyName }: Contact): boolean =>
  personId !== null || familyName.trim() !== '';

/** Numbers are never given twice, not even that of a response put aside. */
function nextNumber(db: ReadableDb, callId: string): number {
  const [row] = all<{ number: number | null }>(
    db,
    sql`SELECT max(number) AS number FROM application WHERE call_id = ${callId}`,
  );
  return (row?.number ?? 0) + 1;
}

/**
 * Writes a response within an operation. A required question left blank makes it incomplete, never
 * refused.
 * @throws AppError `application.noOrganisation`, `application.notANumber`, `application.notAnOption`;
 *   DataError `record.notFound`, `record.invalid`
 */
export function enterInto(op: Operation, entry: Entry): Entered {
  const { callId, summary, receivedOn, maturity, offers } = entry;
  const questions = questionsOf(op.db, callId);
  const answers = entry.answers.flatMap(({ questionId, value }) => {
    const question = questions.find(({ id }) => id === questionId);
    if (question === undefined) {
      throw new DataError('record.notFound', { table: 'callQuestion', id: questionId });
    }
    const kept = answerTo(question, value);
    return kept === null ? [] : [{ questionId, value: kept }];
  });
  const organisationId = organisationFor(op, entry);
  const people = entry.contacts.filter(isNamed).map((contact) => ({
    personId: personFor(op, contact, organisationId),
    role: orNull(contact.role),
  }));
  const [main, ...others] = people;
  const missing = missingIn(questions, new Set(answers.map(({ questionId }) => questionId)));
  const number = nextNumber(op.db, callId);
  const title =
    orNull(entry.title) ?? offers[0]?.title ?? mustGet(op.db, 'organisation', organisationId).name;
  const id = op.insert('application', {
    callId,
    organisationId,
    contactPersonId: main?.personId ?? null,
    number,
    title,
    summary: orNull(summary),
    receivedOn,
    maturity,
    isComplete: missing.length === 0,
    duplicateOfId: entry.duplicateOfId ?? null,
  });
  op.insertMany(
    'applicationContact',
    others.map((other) => ({ values: { ...other, applicationId: id } })),
  );
  op.insertMany(
    'offer',
    offers.map((offer) => ({
      values: {
        ...offer,
        description: orNull(offer.description),
        organisationId,
        applicationId: id,
      },
    })),
  );
  op.insertMany(
    'applicationAnswer',
    answers.map((answer) => ({ values: { ...answer, applicationId: id } })),
  );
  return { id, number, missing: missing.length };
}

/** Enters one response as one operation. @throws as `enterInto` */
export function createApplication(
  session: StoreSession,
  { author }: Author,
  request: CreateRequest,
): OperationResult<Entered> {
  const { title: call } = mustGet(session.reader, 'callForInterest', request.callId);
  const reason = { key: 'enterApplication', params: { call } };
  return runOperation(session.writer(), { author, reason }, (op) => enterInto(op, request));
}

/**
 * Answers one question; the response becomes complete, or no longer is, when that changes what is
 * missing.
 * @throws AppError `application.notANumber`, `application.notAnOption`; DataError `record.notFound`
 */
export function answerQuestion(
  session: StoreSession,
  { author }: Author,
  { applicationId, questionId, value }: ChannelRequest<'applicationForm:answer'>,
): OperationResult<number> {
  const application = mustGet(session.reader, 'application', applicationId);
  const questions = questionsOf(session.reader, application.callId);
  const question = questions.find(({ id }) => id === questionId);
  if (question === undefined) {
    throw new DataError('record.notFound', { table: 'callQuestion', id: questionId });
  }
  const kept = answerTo(question, value);
  const { number } = application;
  const reason = { key: 'answerQuestion', params: { number } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const missing = () => missingIn(questions, answeredIn(op.db, applicationId)).length;
    const before = missing();
    const [known] = listRecords(op.db, 'applicationAnswer', { applicationId, questionId });
    if (known !== undefined) op.update('applicationAnswer', known.id, { value: kept });
    else if (kept !== null)
      op.insert('applicationAnswer', { applicationId, questionId, value: kept });
    const after = missing();
    if ((before === 0) !== (after === 0)) {
      op.update('application', applicationId, { isComplete: after === 0 });
    }
    return after;
  });
}

/** Puts the questions or exclusion reasons of a call in that order; those not named follow. */
export function orderParts(
  session: StoreSession,
  { author }: Author,
  { callId, table, ids }: ChannelRequest<'applicationForm:order'>,
): OperationResult<void> {
  const known = listRecords(session.reader, table, { callId }, ['position']).map(({ id }) => id);
  const asked = new Set<string>(ids);
  const foreign = ids.find((id) => !known.some((one) => one === id));
  if (foreign !== undefined) throw new DataError('record.notFound', { table, id: foreign });
  const inOrder = [
    ...[...asked].flatMap((id) => known.find((one) => one === id) ?? []),
    ...known.filter((id) => !asked.has(id)),
  ];
  const reason = { key: 'orderParts', params: { table } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    for (const [index, id] of inOrder.entries()) op.update(table, id, { position: index + 1 });
  });
}

/** The links to those who speak for a response beside its main contact. */
export function contactLinks(
  db: ReadableDb,
  applicationId: string,
): { readonly id: string; readonly personId: string }[] {
  return listRecords(db, 'applicationContact', { applicationId }).map(({ id, personId }) => ({
    id,
    personId,
  }));
}
