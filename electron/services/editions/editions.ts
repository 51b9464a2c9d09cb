import type { ChannelRequest } from '#contract/channels.ts';
import type { ComparisonView } from '#contract/edition.views.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import { parseRichText, richTextToKeep } from '#domain/rich-text.ts';
import { FREEZING, PUBLISHING } from '#journal/edition-locks.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { EDITION_TYPING } from '#journal/undo.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';

import { compareFacts } from './compare.ts';
import { editionFacts, factsIn } from './compose.ts';
import type { EditionScope, EditionWords } from './kinds.ts';
import { kindOf } from './kinds.ts';
import type { Edition, TakenData } from './snapshots.ts';
import { keptData, takeData } from './snapshots.ts';
import { withText } from './texts.ts';

type EditionId = Id<'reportEdition'>;

const now = (): string => new Date().toISOString();
/** Today by the clock of the machine. */
export const todayHere = (): string => new Date().toLocaleDateString('sv-SE');

function addSnapshot(
  operation: Operation,
  editionId: EditionId,
  asOfOn: string,
  taken: Pick<TakenData, 'text' | 'sha256'>,
  frozenAt = now(),
): void {
  const { text, sha256 } = taken;
  operation.insert('snapshot', { editionId, frozenAt, asOfOn, sha256, data: text });
}

/** A draft, which may be changed. @throws DataError `record.notFound`, `edition.locked` */
function draftOf(session: StoreSession, id: string): Edition {
  const edition = mustGet(session.reader, 'reportEdition', id);
  if (edition.status !== 'draft') throw new DataError('edition.locked', { title: edition.title });
  return edition;
}

function change(
  session: StoreSession,
  { author }: Author,
  edition: Edition,
  key: string,
  body: (operation: Operation) => void,
): OperationResult<void> {
  const reason = { key, params: { title: edition.title } };
  return runOperation(session.writer(), { author, reason }, body);
}

/** What an edition of that kind needs to be told about besides group and year. */
function scopeOf(
  session: StoreSession,
  { kind, groupId, year, asOfOn, subject }: ChannelRequest<'editions:create'>,
): EditionScope {
  const { reader } = session;
  const { subject: table, day } = kindOf(kind);
  mustGet(reader, 'workingGroup', groupId);
  if (table !== null && subject?.table !== table) throw new AppError('edition.noSubject');
  if (table !== null && subject !== null) {
    const about = mustGet(reader, table, subject.id);
    if (about.workingGroupId !== groupId) {
      throw new DataError('record.notFound', { table, id: subject.id });
    }
  }
  return {
    workingGroupId: groupId,
    year,
    asOfOn: asOfOn ?? day(year, todayHere()),
    meetingId: table === 'meeting' ? (subject?.id ?? null) : null,
    callId: table === 'callForInterest' ? (subject?.id ?? null) : null,
  };
}

/**
 * Reads the data and keeps them with a new draft.
 * @throws AppError `edition.noSubject`; DataError `record.notFound`
 */
export async function createEdition(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'editions:create'>,
  words: EditionWords,
): Promise<OperationResult<EditionId>> {
  const { kind, title } = request;
  const scope = scopeOf(session, request);
  const taken = await takeData(session.reader, kind, scope, words);
  const reason = { key: 'createEdition', params: { title } };
  return runOperation(session.writer(), { author, reason }, (operation) => {
    const id = operation.insert('reportEdition', { ...scope, kind, title });
    addSnapshot(operation, id, scope.asOfOn, taken);
    return id;
  });
}

/** @throws DataError `edition.locked` */
export function renameEdition(
  session: StoreSession,
  by: Author,
  { id, title }: ChannelRequest<'editions:rename'>,
): OperationResult<void> {
  return change(session, by, draftOf(session, id), 'renameEdition', (operation) =>
    operation.update('reportEdition', id, { title }),
  );
}

/** Sets one text of the author; one in which nothing is written is taken out. @throws DataError `edition.locked` */
export function setEditionText(
  session: StoreSession,
  { author }: Author,
  request: ChannelRequest<'editions:setText'>,
): OperationResult<void> {
  const { id, sectionKey, place, richText } = request;
  const edition = draftOf(session, id);
  const kept = richText === null ? null : richTextToKeep(parseRichText(richText));
  const texts = withText(edition, sectionKey, place, kept);
  const params = { title: edition.title, cell: `${id} ${place} ${sectionKey}` };
  const reason = { key: EDITION_TYPING, params };
  return runOperation(session.writer(), { author, reason }, (operation) =>
    operation.update('reportEdition', id, { texts }),
  );
}

/** @throws DataError `edition.locked` */
export function arrangeEdition(
  session: StoreSession,
  by: Author,
  { id, sections }: ChannelRequest<'editions:arrange'>,
): OperationResult<void> {
  const seen = new Set<string>();
  const arrangement = sections.filter(({ key }) => !seen.has(key) && seen.add(key));
  return change(session, by, draftOf(session, id), 'arrangeEdition', (operation) =>
    operation.update('reportEdition', id, { arrangement }),
  );
}

/**
 * Reads the data again; what they were stays as an earlier snapshot.
 * @throws DataError `edition.locked`; AppError `edition.noSubject`
 */
export async function refreshEdition(
  session: StoreSession,
  by: Author,
  { id, asOfOn }: ChannelRequest<'editions:refresh'>,
  words: EditionWords,
): Promise<OperationResult<ComparisonView>> {
  const edition = draftOf(session, id);
  const { reader } = session;
  const day = asOfOn ?? edition.asOfOn;
  const taken = await takeData(reader, edition.kind, { ...edition, asOfOn: day }, words);
  const comparison = compareFacts(
    keptFacts(session, edition, words),
    factsIn(edition, taken.data, words),
  );
  const result = change(session, by, edition, 'refreshEdition', (operation) => {
    operation.update('reportEdition', id, { asOfOn: day });
    addSnapshot(operation, id, day, taken);
  });
  return { ...result, value: comparison };
}

/** Facts of an edition whose data may be lost: to read them again is the way to mend it. */
function keptFacts(session: StoreSession, edition: Edition, words: EditionWords) {
  try {
    return editionFacts(session.reader, edition, words);
  } catch (error) {
    if (error instanceof AppError && error.code === 'edition.noData') return [];
    throw error;
  }
}

/** Settles data, texts and arrangement. @throws DataError `edition.locked`; AppError `edition.noData` */
export function freezeEdition(
  session: StoreSession,
  by: Author,
  id: EditionId,
): OperationResult<void> {
  const edition = draftOf(session, id);
  keptData(session.reader, edition);
  return change(session, by, edition, FREEZING, (operation) =>
    operation.update('reportEdition', id, { status: 'frozen', frozenAt: now() }),
  );
}

/** Says that an edition went out; a draft is settled by it. @throws DataError `edition.locked` when it already did */
export function publishEdition(
  session: StoreSession,
  by: Author,
  id: EditionId,
): OperationResult<void> {
  const edition = mustGet(session.reader, 'reportEdition', id);
  if (edition.status === 'published') {
    throw new DataError('edition.locked', { title: edition.title });
  }
  keptData(session.reader, edition);
  const publishedAt = now();
  const frozen = edition.status === 'draft' ? { frozenAt: publishedAt } : {};
  return change(session, by, edition, PUBLISHING, (operation) =>
    operation.update('reportEdition', id, { status: 'published', publishedAt, ...frozen }),
  );
}

/**
 * A new draft with the data, texts and arrangement of a settled edition.
 * @throws AppError `edition.notLocked` for a draft, `edition.noData`
 */
export function reopenEdition(
  session: StoreSession,
  { author }: Author,
  id: EditionId,
): OperationResult<EditionId> {
  const edition = mustGet(session.reader, 'reportEdition', id);
  const { workingGroupId, kind, title, year, asOfOn, texts, arrangement, meetingId, callId } =
    edition;
  if (edition.status === 'draft') throw new AppError('edition.notLocked', { title });
  const kept = keptData(session.reader, edition);
  const reason = { key: 'reopenEdition', params: { title } };
  return runOperation(session.writer(), { author, reason }, (operation) => {
    const values = { workingGroupId, kind, title, year, asOfOn, texts, arrangement, meetingId };
    const draft = operation.insert('reportEdition', { ...values, callId, basedOnId: id });
    addSnapshot(operation, draft, asOfOn, kept);
    return draft;
  });
}
