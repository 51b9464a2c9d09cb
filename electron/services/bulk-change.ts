import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { BulkChange } from '#contract/bulk.channels.ts';
import type { Values } from '#sql/codec.ts';
import { checkedValues, valuesOf } from '#sql/codec.ts';
import type { Refusal } from '#sql/errors.ts';
import { DataError } from '#sql/errors.ts';
import { foldText } from '#sql/fold.ts';

/** What a change makes of one record. */
export type Verdict =
  | { readonly fate: 'changed'; readonly patch: RecordPatch<EntityName> }
  | { readonly fate: 'unchanged' }
  | { readonly fate: 'refused'; readonly refusal: Refusal };

/** True for a field that holds a list of labels, such as tags. */
export function holdsLabels(table: EntityName, field: string): boolean {
  const declared = entityOf(table).fields[field];
  return declared?.kind === 'json' && Array.isArray(declared.initial);
}

/** @throws DataError `record.invalid` when no record of that kind could be changed so */
export function assertPossible(table: EntityName, changes: readonly BulkChange[]): void {
  const refusals = changes.flatMap((change): Refusal[] => {
    const { field } = change;
    if (entityOf(table).fields[field] === undefined) return [{ field, rule: 'unknownField' }];
    const wantsLabels = change.kind !== 'set';
    return wantsLabels && !holdsLabels(table, field) ? [{ field, rule: 'invalid' }] : [];
  });
  if (refusals.length > 0) throw new DataError('record.invalid', { table, refusals });
}

function labelsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((label) => typeof label === 'string') : [];
}

/** Labels are the same whatever their case and accents. */
function changedValue(change: BulkChange, held: unknown): unknown {
  if (change.kind === 'set') return change.value ?? null;
  const labels = labelsIn(held);
  const key = foldText(change.label);
  if (change.kind === 'removeLabel') return labels.filter((label) => foldText(label) !== key);
  return labels.some((label) => foldText(label) === key) ? labels : [...labels, change.label];
}

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** Tells what the changes would make of a record; never throws for what a person may have typed. */
export function judge(table: EntityName, record: Values, changes: readonly BulkChange[]): Verdict {
  const current = valuesOf(table, record);
  const wanted = { ...current };
  for (const change of changes) wanted[change.field] = changedValue(change, wanted[change.field]);
  const fields = [...new Set(changes.map(({ field }) => field))];
  if (fields.every((field) => isSame(current[field], wanted[field]))) return { fate: 'unchanged' };
  try {
    const checked = checkedValues(table, wanted);
    const changed = fields.filter((field) => !isSame(current[field], checked[field]));
    if (changed.length === 0) return { fate: 'unchanged' };
    return {
      fate: 'changed',
      patch: Object.fromEntries(changed.map((field) => [field, checked[field]])),
    };
  } catch (error) {
    const refusal = firstRefusal(error);
    if (refusal === null) throw error;
    return { fate: 'refused', refusal };
  }
}

function firstRefusal(error: unknown): Refusal | null {
  if (!(error instanceof DataError) || error.code !== 'record.invalid') return null;
  const { refusals } = error.details;
  const [first] = Array.isArray(refusals) ? refusals : [];
  return typeof first === 'object' ? first : null;
}
