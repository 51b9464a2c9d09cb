import { cellValue } from '#interop/import/sheet.ts';
import type { Cell } from '#interop/import/sheet.ts';
import { foldLetters } from './fold.ts';
import { isWeekday, monthOf } from './month-names.ts';
import type {
  Converted,
  ConvertNote,
  ConvertProblem,
  ConvertTarget,
  DateOrder,
} from './targets.ts';
import { accepted, noted, refused, shownDay } from './targets.ts';
import type { ConvertOptions, FilledCell } from './targets.ts';

/** A day found, or why there is none. */
type Reading =
  | { readonly day: string; readonly note?: ConvertNote }
  | { readonly problem: ConvertProblem };

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const TWO = Array.from({ length: 100 }, (_, value) => String(value).padStart(2, '0'));
/** Two digits stand for 1970 to 2069, as in the forms of the program. */
const PIVOT = 70;
/** Serial numbers of 1 January 1940 and 31 December 2099: what a date shown as a number can be. */
const SERIALS = { first: 14_611, last: 73_050 };
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;

function lengthOf(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && !isLeap ? 28 : (LENGTHS[month - 1] ?? 0);
}

function isDay(year: number, month: number, day: number): boolean {
  return year >= 1000 && year <= 9999 && day >= 1 && day <= lengthOf(year, month);
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${TWO[month] ?? ''}-${TWO[day] ?? ''}`;
}

function calendar(year: number, month: number, day: number): Reading {
  return isDay(year, month, day) ? { day: iso(year, month, day) } : { problem: 'noSuchDay' };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < PIVOT ? 2000 + year : 1900 + year;
}

/** Two numbers and a year in the order of the column, or in the only order that gives a day. */
function numeric(first: number, second: number, year: number, order: DateOrder): Reading {
  const isDayFirst = order === 'dayFirst';
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  if (isDay(year, month, day)) return { day: iso(year, month, day) };
  if (month > 12 && isDay(year, day, month)) {
    return { day: iso(year, day, month), note: isDayFirst ? 'monthFirst' : 'dayFirst' };
  }
  return { problem: 'noSuchDay' };
}

const YEAR_FIRST = /^(\d{4}) ?[-/.] ?(\d{1,2}) ?[-/.] ?(\d{1,2})$/;
const NUMBERS = /^(\d{1,2}) ?([/.\- ]) ?(\d{1,2}) ?[/.\- ] ?'?(\d{4}|\d{2})\.?$/;
const DAY_MONTH = /^(\d{1,2}) ?[/.-] ?(\d{1,2})$/;
const MONTH_YEAR = /^(?:(\d{1,2}) ?[/.-] ?\d{4}|\d{4} ?[/.-] ?(\d{1,2})|\d{4})$/;
const COMPACT = /^\d{8}$/;
const SERIAL = /^\d{5}$/;
const DAY_WORD =
  /^(\d{1,2}) ?(?:er|st|nd|rd|th|°)? ?(?:of |[-./])? ?([a-z]+)\.?,? ?(?:[-./] ?)?(?:'?(\d{4}|\d{2}))?$/;
const WORD_DAY = /^([a-z]+)\.?[ -](\d{1,2})(?:st|nd|rd|th)?(?:, ?| |-)(\d{4})$/;
const WORD_YEAR = /^([a-z]+)\.?[ \-./]{0,2}'?(\d{4}|\d{2})$/;
const SOME_YEAR = /^(?:[^\d\s]\D*\d?\D*|\d(?:er|e|eme|st|nd|rd|th) \D+)(?:18|19|20|21)\d{2}$/;
const LEAD = /^(?:le|du|on|the) /;
const FIRST_WORD = /^([a-z]+)\.?,? (?=\S)/;
const CLOCK =
  /(?:[t ,]|, | [a@-] )(\d{1,2})(?: ?h ?(\d{2})?|:(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)(?: ?[ap]\.?m\.?)? ?(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$/;

function ofCompact(text: string): Reading {
  const part = (from: number, to: number): number => Number(text.slice(from, to));
  if (isDay(part(0, 4), part(4, 6), part(6, 8)) && part(0, 4) >= 1800 && part(0, 4) < 2200) {
    return { day: iso(part(0, 4), part(4, 6), part(6, 8)) };
  }
  return calendar(part(4, 8), part(2, 4), part(0, 2));
}

function ofSerial(serial: number): { readonly day: string; readonly note: ConvertNote } {
  const day = new Date((serial - EPOCH_DAYS) * DAY_MS).toISOString().slice(0, 10);
  return { day, note: 'serialDate' };
}

function ofDigits(text: string, order: DateOrder): Reading | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return calendar(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  }
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, first, sign, second, year = ''] = numbers;
    // Points are a habit of countries that write the day first.
    const used = sign === '.' ? 'dayFirst' : order;
    return numeric(Number(first), Number(second), fullYear(year), used);
  }
  if (COMPACT.test(text)) return ofCompact(text);
  if (SERIAL.test(text)) {
    const serial = Number(text);
    if (serial >= SERIALS.first && serial <= SERIALS.last) return ofSerial(serial);
  }
  const short = DAY_MONTH.exec(text);
  if (short !== null) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    if (isDay(2000, second, first) || isDay(2000, first, second)) return { problem: 'yearMissing' };
    return { problem: first >= 1 && first <= 12 ? 'incompleteDate' : 'invalidDate' };
  }
  const partial = MONTH_YEAR.exec(text);
  if (partial === null) return null;
  const month = Number(partial[1] ?? partial[2] ?? 1);
  return { problem: month >= 1 && month <= 12 ? 'incompleteDate' : 'invalidDate' };
}

function ofWords(text: string): Reading | null {
  const dayWord = DAY_WORD.exec(text);
  if (dayWord !== null) {
    const month = monthOf(dayWord[2] ?? '');
    if (month === null) return null;
    const year = dayWord[3];
    if (year === undefined) return { problem: 'yearMissing' };
    return calendar(fullYear(year), month, Number(dayWord[1]));
  }
  const wordDay = WORD_DAY.exec(text);
  if (wordDay !== null) {
    const month = monthOf(wordDay[1] ?? '');
    return month === null ? null : calendar(Number(wordDay[3]), month, Number(wordDay[2]));
  }
  const wordYear = WORD_YEAR.exec(text);
  const word = wordYear === null ? text : (wordYear[1] ?? '');
  return monthOf(word) === null ? null : { problem: 'incompleteDate' };
}

/** Without « le » and the day of the week: what is left is read again. */
function withoutLead(text: string): string {
  const bare = text.replace(LEAD, '');
  const word = FIRST_WORD.exec(bare);
  return word !== null && isWeekday(word[1] ?? '') ? bare.slice(word[0].length) : bare;
}

function readDay(folded: string, order: DateOrder): Reading {
  const direct = ofDigits(folded, order) ?? ofWords(folded);
  if (direct !== null) return direct;
  const bare = withoutLead(folded);
  const again = bare === folded ? null : (ofDigits(bare, order) ?? ofWords(bare));
  if (again !== null) return again;
  return { problem: SOME_YEAR.test(folded) ? 'incompleteDate' : 'invalidDate' };
}

/** A number of days with a part of a day, as spreadsheets keep a date with its time. */
function ofInstant(value: number, text: string): Converted {
  const serial = Math.floor(value);
  if (!(serial >= SERIALS.first && serial <= SERIALS.last)) return refused('invalidDate', text);
  const { day } = ofSerial(serial);
  return noted(day, 'serialDate', text, { day: shownDay(day) });
}

/** No date takes more characters than this. */
const LONGEST = 80;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The value of two digits at a place of a text, or NaN. */
function twoAt(text: string, at: number): number {
  const [tens, units] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return isDigit(tens) && isDigit(units) ? (tens - 48) * 10 + units - 48 : Number.NaN;
}

const SLASH = 47;
const POINT = 46;
const HYPHEN = 45;

/** `2017-09-15` and `15/09/2017`, which nearly all dates are, without a pattern; else null. */
function usualDay(text: string, order: DateOrder): string | null {
  if (text.length !== 10) return null;
  const mark = text.charCodeAt(2);
  if (mark === SLASH || mark === HYPHEN || mark === POINT) {
    if (text.charCodeAt(5) !== mark || order !== 'dayFirst') return null;
    const [day, month] = [twoAt(text, 0), twoAt(text, 3)];
    const year = twoAt(text, 6) * 100 + twoAt(text, 8);
    return isDay(year, month, day)
      ? `${text.slice(6)}-${text.slice(3, 5)}-${text.slice(0, 2)}`
      : null;
  }
  if (text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return null;
  const year = twoAt(text, 0) * 100 + twoAt(text, 2);
  return isDay(year, twoAt(text, 5), twoAt(text, 8)) ? text : null;
}

/** The day alone, and whether a time other than midnight stood behind it. */
function splitClock(folded: string): { readonly day: string; readonly hasTime: boolean } {
  const clock = CLOCK.exec(folded);
  if (clock === null || clock.index < 5) return { day: folded, hasTime: false };
  const isMidnight = [clock[1], clock[2], clock[3], clock[4]].every(
    (part) => Number(part ?? 0) === 0,
  );
  return { day: folded.slice(0, clock.index).replace(/[ ,]+$/, ''), hasTime: !isMidnight };
}

function converted(reading: Reading, text: string, hasTime: boolean, today: string): Converted {
  if ('problem' in reading) {
    if (reading.problem !== 'yearMissing') return refused(reading.problem, text);
    const sign = /\p{L}/u.test(text) ? ' ' : '/';
    return refused('yearMissing', text, { example: `${text}${sign}${today.slice(0, 4)}` });
  }
  const note = reading.note ?? (hasTime ? 'timeDropped' : undefined);
  return note === undefined
    ? accepted(reading.day)
    : noted(reading.day, note, text, { day: shownDay(reading.day) });
}

/**
 * A day of the calendar as YYYY-MM-DD. What leaves the year or the day open is refused, never
 * completed; the day comes before the month unless the column or the day itself says otherwise.
 */
export function readDate(
  text: string,
  cell: FilledCell,
  target: ConvertTarget,
  options: ConvertOptions,
): Converted {
  const order = target.dateOrder ?? 'dayFirst';
  const usual = usualDay(text, order);
  if (usual !== null) return accepted(usual);
  const value = cellValue(cell);
  if (typeof value === 'boolean' || text.length > LONGEST) return refused('invalidDate', text);
  if (typeof value === 'number' && !Number.isInteger(value)) return ofInstant(value, text);
  const folded = foldLetters(text).replaceAll('’', "'");
  const whole = readDay(folded, order);
  if (!('problem' in whole)) return converted(whole, text, false, options.today);
  const { day, hasTime } = splitClock(folded);
  return converted(day === folded ? whole : readDay(day, order), text, hasTime, options.today);
}

const EITHER = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}(?!\d)/;

/**
 * The order in which a column writes its dates: `monthFirst` when some dates can only be read so
 * and none the other way, null when nothing tells. Cells that hold true dates tell nothing.
 */
export function columnDateOrder(cells: Iterable<Cell>): DateOrder | null {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const cell of cells) {
    const value = cellValue(cell);
    const match = typeof value === 'string' ? EITHER.exec(value) : null;
    if (match === null) continue;
    const [first, second] = [Number(match[1]), Number(match[2])];
    if (first > 12 && second <= 12) dayFirst += 1;
    if (second > 12 && first <= 12) monthFirst += 1;
  }
  if (dayFirst > 0) return 'dayFirst';
  return monthFirst > 0 ? 'monthFirst' : null;
}
