import type { ChannelRequest } from '#contract/channels.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { removeWithDependents } from '#journal/dependents.ts';
import type { Operation, OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';

type Saved = ChannelRequest<'indicators:saveMeasurement'>;

const CODE_LENGTH = 50;
const LAST_POSITION = 1000;

const afterLast = (rows: readonly { readonly position: number }[]): number =>
  Math.min(LAST_POSITION, Math.max(0, ...rows.map(({ position }) => position)) + 1);

/** A code from a name, such as no other of the group has. */
function codeFrom(name: string, taken: ReadonlySet<string>): string {
  const plain = foldText(name)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, CODE_LENGTH);
  const stem = plain === '' ? 'indicateur' : plain;
  for (let index = 2, code = stem; ; index += 1) {
    if (!taken.has(code)) return code;
    code = `${stem}-${index}`;
  }
}

/** Makes an indicator, the last of its group. @throws DataError `record.invalid` */
export function createIndicator(
  session: StoreSession,
  { author }: Author,
  { groupId: workingGroupId, ...values }: ChannelRequest<'indicators:create'>,
): OperationResult<Id<'indicator'>> {
  const reason = { key: 'create', params: { table: 'indicator' } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const known = listRecords(op.db, 'indicator', { workingGroupId });
    return op.insert('indicator', {
      ...values,
      workingGroupId,
      code: codeFrom(values.name, new Set(known.map(({ code }) => code))),
      position: afterLast(known),
    });
  });
}

/** The document that a value is quoted from, made on the spot when it is new. */
function sourceOf(op: Operation, source: Saved['source']): Id<'sourceDocument'> | null {
  if (source === null) return null;
  if (source.kind === 'known') return source.id;
  const { title, datedOn } = source;
  return op.insert('sourceDocument', { title, datedOn, kind: 'other' });
}

function saveParts(op: Operation, measurementId: Id<'measurement'>, parts: Saved['parts']): void {
  const held = listRecords(op.db, 'measurementPart', { measurementId });
  const kept = new Set<string | null>(parts.map(({ id }) => id));
  const gone = held.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  if (gone.length > 0) {
    removeWithDependents(op, 'measurementPart', gone, new Date().toISOString());
  }
  for (const [index, { id, ...values }] of parts.entries()) {
    const part = { ...values, measurementId, position: index + 1 };
    if (id === null) op.insert('measurementPart', part);
    else if (held.some((one) => one.id === id)) op.update('measurementPart', id, part);
    else throw new DataError('record.notFound', { table: 'measurementPart', id });
  }
}

/**
 * Keeps a dated value with its source and its breakdown, as one operation. A breakdown that does not
 * add up to the value is kept as it is. Where a register is counted, only a document's word can be put
 * beside the count: it must be named.
 * @throws DataError `record.notFound`, `record.invalid`
 */
export function saveMeasurement(
  session: StoreSession,
  { author }: Author,
  { indicatorId, measurementId, source, parts, ...stated }: Saved,
): OperationResult<Id<'measurement'>> {
  const indicator = getRecord(session.reader, 'indicator', indicatorId);
  if (indicator === null) {
    throw new DataError('record.notFound', { table: 'indicator', id: indicatorId });
  }
  if (indicator.countedFrom !== null && source === null) {
    const refusals = [{ field: 'sourceId', rule: 'countedNeedsASource' }];
    throw new DataError('record.invalid', { table: 'measurement', refusals });
  }
  const reason = { key: 'saveMeasurement', params: { name: indicator.name } };
  return runOperation(session.writer(), { author, reason }, (op) => {
    const values: NewRecord<'measurement'> = {
      ...stated,
      indicatorId,
      sourceId: sourceOf(op, source),
    };
    if (measurementId === null) {
      const made = op.insert('measurement', values);
      saveParts(op, made, parts);
      return made;
    }
    const held = getRecord(op.db, 'measurement', measurementId);
    if (held === null || held.indicatorId !== indicatorId) {
      throw new DataError('record.notFound', { table: 'measurement', id: measurementId });
    }
    op.update('measurement', measurementId, values);
    saveParts(op, measurementId, parts);
    return measurementId;
  });
}

/** Puts the parts of a group in that order; those not named follow. @throws DataError `record.notFound` */
export function orderSteering(
  session: StoreSession,
  { author }: Author,
  { groupId: workingGroupId, table, ids }: ChannelRequest<'indicators:order'>,
): OperationResult<void> {
  const known = listRecords(session.reader, table, { workingGroupId }, ['position']).map(
    ({ id }) => id,
  );
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
