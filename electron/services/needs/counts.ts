import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { SurveyCounts, SurveyView } from '#contract/needs.channels.ts';
import { buyerKinds } from '#domain/actor.ts';
import type { RecordOf } from '#domain/registry.ts';
import { departementNames } from '#domain/territory.ts';
import { answersOf, buyersOf, recipientsOf } from '#repositories/needs.repo.ts';
import type { AnswerRow } from '#repositories/needs.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { citationsOf, linkedRecords } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

/** Whose answer a need is: a need without an organisation is an answer of its own. */
const buyerOf = ({ id, organisationId }: AnswerRow): string => organisationId ?? id;

function tallyOf(rows: readonly AnswerRow[]): { buyers: number; needs: number } {
  return { buyers: new Set(rows.map(buyerOf)).size, needs: rows.length };
}

function viewOf(
  db: ReadableDb,
  survey: RecordOf<'needsSurvey'>,
  rows: readonly AnswerRow[],
): SurveyView {
  const { id, title, description, agreementId, opensOn, closesOn } = survey;
  const names = labelsOf(db, 'agreement', agreementId === null ? [] : [agreementId]);
  return {
    id,
    title,
    description,
    agreementId,
    agreementName: agreementId === null ? null : (names.get(agreementId) ?? null),
    opensOn,
    closesOn,
    ...tallyOf(rows),
  };
}

/** The censuses of a group, the latest first; undated ones, then by name, last. */
export function surveysOf(db: ReadableDb, groupId: string): SurveyView[] {
  return listRecords(db, 'needsSurvey', { workingGroupId: groupId })
    .map((survey) => viewOf(db, survey, answersOf(db, survey.id)))
    .toSorted(
      (a, b) =>
        (b.opensOn ?? b.closesOn ?? '').localeCompare(a.opensOn ?? a.closesOn ?? '') ||
        a.title.localeCompare(b.title, 'fr'),
    );
}

/** Rows put together by what they say; null for those that do not say. */
function grouped(
  rows: readonly AnswerRow[],
  keyOf: (row: AnswerRow) => string | null,
): Map<string | null, AnswerRow[]> {
  const groups = new Map<string | null, AnswerRow[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

/** Most needs first, what is not said last. */
function ordered<T extends { readonly needs: number }>(
  lines: readonly T[],
  keyOf: (line: T) => string | null,
): T[] {
  return lines.toSorted(
    (a, b) =>
      Number(keyOf(a) === null) - Number(keyOf(b) === null) ||
      b.needs - a.needs ||
      (keyOf(a) ?? '').localeCompare(keyOf(b) ?? '', 'fr'),
  );
}

/**
 * Who answered a census, by kind of buyer, segment and département. What a source does not break down
 * has a line of its own, so that each breakdown adds up. Null when the census is gone.
 */
export function surveyCounts(db: ReadableDb, surveyId: string): SurveyCounts | null {
  const survey = getRecord(db, 'needsSurvey', surveyId);
  if (survey === null) return null;
  const rows = answersOf(db, surveyId);
  // A buyer is of one kind: what any of its answers says.
  const kinds = new Map<string, AnswerRow['buyerKind']>();
  for (const row of rows) kinds.set(buyerOf(row), kinds.get(buyerOf(row)) ?? row.buyerKind);
  const byKind = grouped(rows, (row) => kinds.get(buyerOf(row)) ?? null);
  const bySegment = grouped(rows, ({ segmentId }) => segmentId);
  const byDepartement = grouped(rows, ({ departementCode }) => departementCode);
  const segments = listRecords(db, 'purchaseSegment', { workingGroupId: survey.workingGroupId }, [
    'position',
  ]);
  const nameOfSegment = (id: string | null): string | null =>
    id === null
      ? null
      : (segments.find((one) => one.id === id)?.name ??
        labelsOf(db, 'purchaseSegment', [id]).get(id) ??
        null);
  const segmentIds = new Set<string | null>([...segments.map(({ id }) => id), ...bySegment.keys()]);
  const asked = recipientsOf(db, surveyId);
  return {
    survey: viewOf(db, survey, rows),
    byKind: [...buyerKinds, null].map((kind) => ({ kind, ...tallyOf(byKind.get(kind) ?? []) })),
    bySegment: ordered(
      [...segmentIds].map((segmentId) => ({
        segmentId,
        name: nameOfSegment(segmentId),
        ...tallyOf(bySegment.get(segmentId) ?? []),
      })),
      ({ segmentId }) => segmentId,
    ),
    byDepartement: ordered(
      [...byDepartement].map(([code, group]) => ({
        code,
        name: code === null ? null : (departementNames[code] ?? code),
        ...tallyOf(group),
      })),
      ({ code }) => code,
    ),
    asked: asked.map((recipient) => ({
      ...recipient,
      needs: rows.filter(({ organisationId }) => organisationId === recipient.organisationId)
        .length,
    })),
  };
}

/** A need with its sources; null when there is none of that identifier. */
export function needSheet(db: ReadableDb, id: string): ChannelOutput<'needs:need'> {
  const record = getRecord(db, 'need', id);
  if (record === null) return null;
  return {
    record,
    linked: linkedRecords(db, 'need', id, new Set(['match'])),
    citations: citationsOf(db, id),
  };
}

/** Buyers by name, with whether a census asked them and whether they answered it. */
export function buyersToAsk(
  db: ReadableDb,
  request: ChannelRequest<'needs:buyers'>,
): ChannelOutput<'needs:buyers'> {
  const found = buyersOf(db, request);
  return {
    rows: found
      .slice(0, request.limit)
      .map((row) => ({ ...row, hasAnswered: row.hasAnswered === 1 })),
    total: found.length,
  };
}
