import type { ComparisonView, EditionSummary, EditionView } from '#contract/edition.views.ts';
import { editionFormats } from '#contract/edition.views.ts';
import type { EditionOffer } from '#contract/edition.views.ts';
import { reportKinds } from '#domain/report.ts';
import { countRecords, getRecord, listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { compareFacts } from './compare.ts';
import { editionFacts, editionOutline, factsIn } from './compose.ts';
import type { EditionScope, EditionWords } from './kinds.ts';
import { hasSubject, kindOf } from './kinds.ts';
import type { Edition } from './snapshots.ts';
import { keptData, snapshotsOf, takeData, takenAtOf } from './snapshots.ts';
import { fingerprintOf, readTexts } from './texts.ts';

function subjectOf(db: ReadableDb, { meetingId, callId }: Edition): EditionSummary['subject'] {
  if (meetingId !== null) return nameRecord(db, 'meeting', meetingId);
  return callId === null ? null : nameRecord(db, 'callForInterest', callId);
}

export function summaryOf(db: ReadableDb, edition: Edition): EditionSummary {
  const { id, workingGroupId, kind, title, year, asOfOn, status } = edition;
  return {
    id,
    groupId: workingGroupId,
    groupName: getRecord(db, 'workingGroup', workingGroupId)?.name ?? '',
    kind,
    title,
    year,
    asOfOn,
    status,
    subject: subjectOf(db, edition),
    takenAt: takenAtOf(db, id),
    frozenAt: edition.frozenAt,
    publishedAt: edition.publishedAt,
    basedOnId: edition.basedOnId,
    files: countRecords(db, 'editionFile', { editionId: id }),
  };
}

/** Editions of one group, or of all: the latest year first, then the latest day. */
export function listEditions(db: ReadableDb, groupId: string | null): EditionSummary[] {
  const where = groupId === null ? {} : { workingGroupId: groupId };
  return listRecords(db, 'reportEdition', where)
    .toSorted(
      (a, b) => b.year - a.year || b.asOfOn.localeCompare(a.asOfOn) || a.id.localeCompare(b.id),
    )
    .map((edition) => summaryOf(db, edition));
}

/** What reading the data again would change. */
export async function refreshComparison(
  db: ReadableDb,
  edition: Edition,
  words: EditionWords,
  asOfOn: string | null,
): Promise<ComparisonView> {
  const scope: EditionScope = { ...edition, asOfOn: asOfOn ?? edition.asOfOn };
  const fresh = await takeData(db, edition.kind, scope, words);
  return compareFacts(editionFacts(db, edition, words), factsIn(edition, fresh.data, words));
}

async function driftOf(
  db: ReadableDb,
  edition: Edition,
  words: EditionWords,
): Promise<EditionView['drift']> {
  if (!hasSubject(db, edition.kind, edition)) return null;
  const { appeared, changed, vanished, unchanged } = await refreshComparison(
    db,
    edition,
    words,
    null,
  );
  return { appeared, changed, vanished, unchanged };
}

/** @throws DataError `record.notFound`; AppError `edition.noData` */
export async function editionView(
  db: ReadableDb,
  id: string,
  words: EditionWords,
): Promise<EditionView> {
  const edition = mustGet(db, 'reportEdition', id);
  const sections = editionOutline(db, edition, words);
  const keys = new Set(sections.map(({ key }) => key));
  const contents = fingerprintOf(edition, keptData(db, edition).sha256);
  return {
    ...summaryOf(db, edition),
    isLocked: edition.status !== 'draft',
    sections,
    texts: readTexts(edition).map((text) => ({ ...text, isStranded: !keys.has(text.sectionKey) })),
    snapshots: snapshotsOf(db, edition),
    files: listRecords(db, 'editionFile', { editionId: id }, ['madeAt'])
      .toReversed()
      .map(({ contents: made, editionId: _editionId, deletedAt: _deletedAt, ...file }) => ({
        ...file,
        isOutdated: made !== contents,
      })),
    drift: await driftOf(db, edition, words),
    formats: [...editionFormats],
  };
}

/** What can be made for a group and a year, with what has to be chosen for it. */
export function editionOffers(
  db: ReadableDb,
  request: { readonly groupId: string; readonly year: number },
  { translate }: EditionWords,
  today: string,
): EditionOffer[] {
  const { groupId, year } = request;
  mustGet(db, 'workingGroup', groupId);
  const named = (table: 'meeting' | 'callForInterest', ids: readonly string[]) =>
    ids.flatMap((id) => nameRecord(db, table, id) ?? []);
  const isOfYear = (day: string | null): boolean => day === null || day.startsWith(String(year));
  const subjects = {
    meeting: () =>
      named(
        'meeting',
        listRecords(db, 'meeting', { workingGroupId: groupId }, ['heldOn', 'title'])
          .filter(
            ({ heldOn, period, status }) =>
              status !== 'cancelled' && isOfYear(heldOn ?? period?.match(/\d{4}/)?.[0] ?? null),
          )
          .map(({ id }) => id),
      ),
    callForInterest: () =>
      named(
        'callForInterest',
        listRecords(db, 'callForInterest', { workingGroupId: groupId }, ['opensOn', 'title'])
          .filter(({ opensOn, closesOn }) => isOfYear(opensOn) || isOfYear(closesOn))
          .map(({ id }) => id),
      ),
  };
  return reportKinds.map((kind) => {
    const { subject, day } = kindOf(kind);
    return {
      kind,
      title: translate(`editions:title.${kind}`, { year }),
      asOfOn: day(year, today),
      subjectTable: subject,
      subjects: subject === null ? [] : subjects[subject](),
    };
  });
}
