const MAX_LENGTH = 31;
// oxlint-disable-next-line no-control-regex -- control characters are among what is forbidden
const FORBIDDEN = /[:\\/?*[\]\u0000-\u001f\u007f\ufffe\uffff]/g;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function cut(text: string, length: number): string {
  return text.slice(0, length).replace(LONE_SURROGATE, '');
}

function tidy(name: string): string {
  const plain = name.replace(FORBIDDEN, ' ').replace(LONE_SURROGATE, '').replace(/\s+/g, ' ');
  const trimmed = (text: string): string => text.replace(/^[\s']+|[\s']+$/g, '');
  return trimmed(cut(trimmed(plain), MAX_LENGTH));
}

/**
 * Gives names that every spreadsheet accepts: at most 31 units, no `: \ / ? * [ ]`, no quote at
 * either end, never empty, never twice whatever the case, and not Excel's own `History`.
 */
export class SheetNames {
  readonly #taken = new Set<string>(['history']);

  take(wanted: string): string {
    const base = tidy(wanted) || '1';
    let name = base;
    for (let copy = 2; this.#taken.has(name.toLowerCase()); copy += 1) {
      const suffix = ` (${copy})`;
      name = cut(base, MAX_LENGTH - suffix.length).trimEnd() + suffix;
    }
    this.#taken.add(name.toLowerCase());
    return name;
  }
}
