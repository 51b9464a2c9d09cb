import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { CellConverter } from '#interop/convert/convert-cell.ts';
import { isSameImport } from '#interop/convert/convert-cell.ts';
import { foldText } from '#sql/fold.ts';

type Values = Readonly<Record<string, unknown>>;
type Plain = string | number | boolean | null | readonly string[];

interface DifferenceOptions {
  readonly table: EntityName;
  /** How the columns that fill each field are read. */
  readonly converters: ReadonlyMap<string, CellConverter>;
  /** An empty cell empties the field. */
  readonly clearsEmpty: boolean;
}

function accents(text: string): number {
  return text.normalize('NFD').match(/\p{M}|[œæ]/giu)?.length ?? 0;
}

/** Words written all in capitals, or without any. */
function isFlat(text: string): boolean {
  return text === text.toUpperCase() || text === text.toLowerCase();
}

/** Whether the new spelling of a name only loses case or accents of the one that is there. */
function isPoorer(stored: string, told: string): boolean {
  return (
    foldText(stored) === foldText(told) &&
    (accents(told) < accents(stored) || (isFlat(told) && !isFlat(stored)))
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (Array.isArray(value) && value.length === 0);
}

/** What a row changes in the record that it speaks of; null for nothing. */
export function differences(
  stored: Values,
  given: Values,
  { table, converters, clearsEmpty }: DifferenceOptions,
): Record<string, unknown> | null {
  const { fields, label } = entityOf(table);
  const patch: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    const declared = fields[field];
    if (declared === undefined) continue;
    const before = stored[field] ?? null;
    if (isEmpty(value)) {
      if (clearsEmpty && declared.isOptional && !isEmpty(before)) patch[field] = null;
      continue;
    }
    if (Array.isArray(value)) {
      const known = Array.isArray(before) ? (before as string[]) : []; // a list of labels
      const folded = new Set(known.map(foldText));
      const added = value.filter((one) => !folded.has(foldText(String(one))));
      if (added.length > 0) patch[field] = [...known, ...added];
      continue;
    }
    if (value === before) continue;
    const convert = converters.get(field);
    if (convert !== undefined && isSameImport(before as Plain, value as Plain, convert)) {
      continue; // both are columns of a record, never structures
    }
    const isName = label.includes(field) && typeof before === 'string' && typeof value === 'string';
    if (isName && isPoorer(before, value)) continue;
    patch[field] = value;
  }
  return Object.keys(patch).length === 0 ? null : patch;
}
