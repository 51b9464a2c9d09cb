/** A column of a record as text for a heading; empty where the record holds no text there. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
