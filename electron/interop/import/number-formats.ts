const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_466;

/** What a number format makes of a number. */
export type NumberFormat =
  | { readonly kind: 'date'; readonly hasTime: boolean }
  | { readonly kind: 'time' }
  | { readonly kind: 'percent' }
  /** Leading zeros, phone numbers: digits into a pattern of `0`, `#` and literal signs. */
  | { readonly kind: 'digits'; readonly pattern: readonly string[] };

const DATE: NumberFormat = { kind: 'date', hasTime: false };
const DATE_TIME: NumberFormat = { kind: 'date', hasTime: true };
const TIME: NumberFormat = { kind: 'time' };
const PERCENT: NumberFormat = { kind: 'percent' };

/** Formats that files name by number only, in every country's edition. */
const BUILT_IN = new Map<number, NumberFormat>([
  [9, PERCENT],
  [10, PERCENT],
  ...[14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58].map(
    (id): [number, NumberFormat] => [id, DATE],
  ),
  [22, DATE_TIME],
  ...[18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56].map((id): [number, NumberFormat] => [
    id,
    TIME,
  ]),
]);

/** A pattern of digits and literals, or null for an ordinary number. */
function digitPattern(code: string): string[] | null {
  const pattern: string[] = [];
  const sign = /"([^"]*)"|\\(.)|_.|\*.|([0#])|([ \-/.()+])/gy;
  while (sign.lastIndex < code.length) {
    const match = sign.exec(code);
    if (!match) return null;
    const [whole, quoted, escaped, digit, literal] = match;
    if (digit !== undefined) pattern.push(digit);
    else if (!/^[_*]/.test(whole)) pattern.push(`"${quoted ?? escaped ?? literal ?? ''}`);
  }
  const digits = pattern.filter((part) => part === '0' || part === '#');
  // A point between digits is a decimal sign, unless quoted.
  if (pattern.includes('".') && !/["\\]\./.test(code)) return null;
  return digits.length >= 2 && digits[0] === '0' ? pattern : null;
}

/** Reads a format code as files hold it (English letters whatever the program's language). */
export function formatOfCode(code: string): NumberFormat | null {
  const first = code.split(';')[0] ?? '';
  const bare = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/General|Standard/gi, '');
  if (/%/.test(bare)) return PERCENT;
  const hasDay = /[dy]/i.test(bare) || /m{3,}/i.test(bare);
  const hasTime = /[hs]/i.test(bare);
  if (hasDay) return hasTime ? DATE_TIME : DATE;
  if (hasTime) return TIME;
  if (/^m{1,2}$/i.test(bare.trim())) return DATE;
  const pattern = digitPattern(first.replace(/\[[^\]]*\]/g, ''));
  return pattern === null ? null : { kind: 'digits', pattern };
}

/** `code` is the file's own definition for the number, if it has one. */
export function formatOf(id: number, code: string | undefined): NumberFormat | null {
  return code === undefined ? (BUILT_IN.get(id) ?? null) : formatOfCode(code);
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const rest = ms - seconds * 1000;
  const base = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return rest === 0 ? base : `${base}.${String(rest).padStart(3, '0')}`;
}

const days = new Map<number, string>();
const MOST_DAYS = 50_000;

function isoDay(day: number): string {
  const known = days.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (days.size >= MOST_DAYS) days.clear();
  days.set(day, text);
  return text;
}

/** Days from 1 January 1970 to the day 0 of each system. */
const EPOCH_1900 = Date.UTC(1899, 11, 30) / DAY_MS;
const EPOCH_1904 = Date.UTC(1904, 0, 1) / DAY_MS;

/**
 * The date of a serial number, null where there is none: negative, after 9999, or 29 February 1900,
 * which the 1900 system counts though it never was (so earlier days are moved by one).
 */
export function serialDate(serial: number, is1904: boolean, hasTime: boolean): string | null {
  if (!(serial >= 0) || serial >= LAST_SERIAL) return null;
  let day = Math.floor(serial);
  let ms = Math.round((serial - day) * DAY_MS);
  if (ms === DAY_MS) {
    day += 1;
    ms = 0;
  }
  if (!is1904 && day === 60) return null;
  if (!is1904 && day === 0) return ms === 0 ? null : clock(ms);
  const shift = is1904 ? EPOCH_1904 : day < 60 ? EPOCH_1900 + 1 : EPOCH_1900;
  const date = isoDay(day + shift);
  return ms === 0 && !hasTime ? date : `${date}T${clock(ms)}`;
}

/** Time of day or duration of a serial number, null when negative. */
export function serialTime(serial: number): string | null {
  return serial >= 0 && serial < LAST_SERIAL ? clock(Math.round(serial * DAY_MS)) : null;
}

/** A whole number put into a pattern of digits, null when it does not fit one. */
export function patternText(value: number, pattern: readonly string[]): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 999_999_999_999_999) return null;
  const digits = [...String(value)];
  let text = '';
  for (let at = pattern.length - 1; at >= 0; at -= 1) {
    const part = pattern[at] ?? '';
    if (part === '0') text = (digits.pop() ?? '0') + text;
    else if (part === '#') text = (digits.pop() ?? '') + text;
    else text = part.slice(1) + text;
  }
  return digits.join('') + text;
}
