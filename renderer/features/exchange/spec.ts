import type { ImportColumn, ImportGuess, ImportSpec } from '#contract/import.channels.ts';

export type HeaderRows = NonNullable<ImportSpec['header']>;
export type MappedColumn = ImportGuess['columns'][number];
/** Where a column's place comes from: as guessed, as remembered, or the person's own choice. */
export type Confidence = NonNullable<MappedColumn['confidence']> | 'chosen';

export function keyAt(spec: ImportSpec, column: number): string | null {
  return spec.mapping.find((pair) => pair.column === column)?.key ?? null;
}

export function columnOf(spec: ImportSpec, key: string): number | null {
  return spec.mapping.find((pair) => pair.key === key)?.column ?? null;
}

/** Puts a column of the sheet into a column of the register, or nowhere. What was there gives way. */
export function withColumn(spec: ImportSpec, column: number, key: string | null): ImportSpec {
  const others = spec.mapping.filter((pair) => pair.column !== column && pair.key !== key);
  if (key === null) return { ...spec, mapping: others };
  const mapping = [...others, { column, key }].toSorted((a, b) => a.column - b.column);
  return { ...withFixed(spec, key, null), mapping };
}

/** Gives every row the same value in a column of the register; null takes it back. */
export function withFixed(spec: ImportSpec, key: string, value: string | null): ImportSpec {
  const others = Object.entries(spec.fixed).filter(([known]) => known !== key);
  return {
    ...spec,
    fixed: Object.fromEntries(value === null ? others : [...others, [key, value]]),
  };
}

/** Columns of the register that no column of the sheet fills. */
export function unmapped(spec: ImportSpec, available: readonly ImportColumn[]): ImportColumn[] {
  const mapped = new Set(spec.mapping.map(({ key }) => key));
  return available.filter(({ key }) => !mapped.has(key));
}

/** Columns that fill others as well: a full name says the family name. */
const FILLED_BY: Readonly<Record<string, string>> = { familyName: 'fullName' };

/** Columns without which every row would be refused, and that no column of the sheet fills. */
export function needed(spec: ImportSpec, available: readonly ImportColumn[]): ImportColumn[] {
  const isMapped = (key: string | undefined): boolean =>
    key !== undefined && (columnOf(spec, key) !== null || hasFixed(spec, FILLED_BY[key] ?? ''));
  return available.filter(
    ({ key, isRequired, initial }) =>
      isRequired && initial === null && !isMapped(key) && !isMapped(FILLED_BY[key]),
  );
}

export function hasFixed(spec: ImportSpec, key: string): boolean {
  return (spec.fixed[key] ?? '').trim() !== '';
}

/** The same, as long as no value is given for all rows either. */
export function missing(spec: ImportSpec, available: readonly ImportColumn[]): ImportColumn[] {
  return needed(spec, available).filter(({ key }) => !hasFixed(spec, key));
}

export function isComplete(spec: ImportSpec, available: readonly ImportColumn[]): boolean {
  return spec.mapping.length > 0 && missing(spec, available).length === 0;
}

export function confidenceOf(spec: ImportSpec, column: MappedColumn): Confidence | null {
  const key = keyAt(spec, column.column);
  if (key === null) return null;
  return key === column.key ? (column.confidence ?? 'chosen') : 'chosen';
}
