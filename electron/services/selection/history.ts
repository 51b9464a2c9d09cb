import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { SelectionHistoryLine } from '#contract/selection.channels.ts';
import type { PhaseOutcome } from '#domain/pipeline.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import type { HistoryEntry } from '#journal/history.ts';
import { historyOf } from '#journal/history.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import { cardRows } from '#repositories/selection.repo.ts';
import type { ChangedRow } from '#repositories/selection-history.repo.ts';
import { changedRows } from '#repositories/selection-history.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

type Values = Readonly<Record<string, unknown>>;

/** A record just before and just after one operation. */
interface Change {
  readonly before: Values | null;
  readonly after: Values;
  readonly entry: HistoryEntry;
}

function changeBy(entries: readonly HistoryEntry[], operationId: string): Change | null {
  let state: Values | null = null;
  let before: Values | null = null;
  let entry: HistoryEntry | null = null;
  for (const one of entries.toReversed()) {
    if (one.operationId === operationId && entry === null) before = state;
    if (one.operationId !== operationId && entry !== null) break;
    const whole = one.field === null ? one.after : { ...state, [one.field]: one.after };
    state = whole as Values; // an insertion's entry holds the whole record
    if (one.operationId === operationId) entry = one;
  }
  return entry === null || state === null ? null : { before, after: state, entry };
}

const outcomeIn = (values: Values | null): PhaseOutcome | null =>
  phaseOutcomes.find((outcome) => outcome === values?.['outcome']) ?? null;
const textIn = (values: Values, field: string): string | null => {
  const value = values[field];
  return typeof value === 'string' ? value : null;
};
const isAside = (values: Values | null): boolean =>
  values !== null && typeof values['deletedAt'] === 'string';

function whatOf(
  { tbl }: ChangedRow,
  { before, after, entry }: Change,
): SelectionHistoryLine['what'] {
  const isGone = isAside(after);
  const wasThere = before !== null && !isAside(before);
  if (tbl === 'withdrawal') return isGone ? 'returned' : 'withdrawn';
  if (isGone) return 'takenBack';
  if (!wasThere) return 'decided';
  if (outcomeIn(before) !== outcomeIn(after)) {
    const { key, params } = entry.reason;
    return key === 'exceptDecision' || params?.['of'] === 'exceptDecision'
      ? 'exception'
      : 'changed';
  }
  if (before['isReleased'] === after['isReleased']) return 'changed';
  return after['isReleased'] === true ? 'released' : 'unreleased';
}

/** Every decision of a call with who took it, when and why, the latest first. */
export function selectionHistory(
  db: ReadableDb,
  { callId, applicationId, offset, limit }: ChannelRequest<'selection:history'>,
): ChannelOutput<'selection:history'> {
  const { total, rows } = changedRows(db, callId, applicationId, { offset, limit });
  const histories = new Map(
    [...new Set(rows.map(({ row }) => row))].map((row) => [row, historyOf(db, row)]),
  );
  const found = rows.flatMap((row) => {
    const change = changeBy(histories.get(row.row) ?? [], row.operationId);
    return change === null ? [] : [{ row, change }];
  });
  const idsIn = (field: string): string[] =>
    found.flatMap(({ change }) => textIn(change.after, field) ?? []);
  const people = labelsOf(db, 'person', idsIn('decidedById'));
  const grounds = labelsOf(db, 'exclusionReason', idsIn('exclusionReasonId'));
  const phases = labelsOf(
    db,
    'phase',
    rows.flatMap(({ phaseId }) => phaseId ?? []),
  );
  const cards = cardRows(db, [...new Set(rows.map((row) => row.applicationId))]);
  return {
    total,
    lines: found.map(({ row, change }) => {
      const { after, before, entry } = change;
      const card = cards.get(row.applicationId);
      return {
        operationId: row.operationId,
        at: entry.at,
        author: entry.author,
        kind: row.kind,
        applicationId: row.applicationId,
        number: card?.number ?? 0,
        title: card?.title ?? '',
        organisationName: card?.organisationName ?? '',
        phaseId: row.phaseId,
        phaseName: phases.get(row.phaseId ?? '') ?? null,
        what: whatOf(row, change),
        fromOutcome: isAside(before) ? null : outcomeIn(before),
        toOutcome: isAside(after) ? null : outcomeIn(after),
        reason:
          textIn(after, 'reason') ?? grounds.get(textIn(after, 'exclusionReasonId') ?? '') ?? null,
        decidedByName: people.get(textIn(after, 'decidedById') ?? '') ?? null,
      };
    }),
  };
}
