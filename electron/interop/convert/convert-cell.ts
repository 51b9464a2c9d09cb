import { cellKind } from '#interop/import/sheet.ts';
import type { Cell, MarkedCell } from '#interop/import/sheet.ts';
import { booleanReader, choiceReader } from './choices.ts';
import { cleanText, plainText } from './clean-text.ts';
import { readEmail, readPhone, readUrl } from './contacts.ts';
import { readDate } from './dates.ts';
import { foldWords } from './fold.ts';
import { readIdentifier, readPostalCode, readSiren, readSiret } from './identifiers.ts';
import { readLabels } from './labels.ts';
import { readNumber } from './numbers.ts';
import type {
  CellConverter,
  Converted,
  ConvertedValue,
  ConvertKind,
  ConvertOptions,
  ConvertTarget,
  FilledCell,
  TextReader,
} from './targets.ts';
import { accepted, BLANK, noted, refused } from './targets.ts';
import { readDateTime, readTime } from './times.ts';

export type { CellConverter } from './targets.ts';

type Reader = (
  text: string,
  cell: FilledCell,
  target: ConvertTarget,
  options: ConvertOptions,
) => Converted;

const READERS: Readonly<
  Record<Exclude<ConvertKind, 'text' | 'longText' | 'choice' | 'boolean'>, Reader>
> = {
  date: readDate,
  dateTime: readDateTime,
  time: readTime,
  integer: readNumber,
  number: readNumber,
  labels: (text, _cell, target) => readLabels(text, target),
  url: (text, _cell, target) => readUrl(text, target),
  email: readEmail,
  phone: readPhone,
  siren: readSiren,
  siret: readSiret,
  postalCode: readPostalCode,
  identifier: readIdentifier,
};

/** What a person sees in a cell, in their language. */
function seenText(cell: number | boolean | MarkedCell, options: ConvertOptions): string {
  const value = typeof cell === 'object' ? (cell.text ?? cell.value) : cell;
  const { language, words } = options;
  if (typeof value === 'boolean') return value ? words.shownBooleans.yes : words.shownBooleans.no;
  if (typeof value === 'number') {
    return language === 'fr' ? String(value).replace('.', ',') : String(value);
  }
  const day =
    cellKind(cell) === 'date' ? /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(value) : null;
  if (day === null) return value;
  const [, year, month, date, time] = day;
  const shown = `${date}/${month}/${year}`;
  return time === undefined || time === '00:00' ? shown : `${shown} ${time}`;
}

function freeText(raw: string, keepsLines: boolean, max: number | undefined): Converted {
  const { text, removed, joined } = cleanText(raw, keepsLines);
  if (text === '') return BLANK;
  if (max !== undefined && text.length > max) {
    return refused('tooLong', text, { max, length: text.length });
  }
  if (removed > 0) return noted(text, 'charactersRemoved', text, { count: removed });
  return joined > 0 ? noted(text, 'linesJoined', text, { count: joined }) : accepted(text);
}

function textConverter(target: ConvertTarget, options: ConvertOptions): CellConverter {
  const keepsLines = target.kind === 'longText';
  const { max } = target;
  return (cell) => {
    if (cell === null) return BLANK;
    if (typeof cell === 'string') return freeText(cell, keepsLines, max);
    if (typeof cell === 'object' && cell.kind === 'error') {
      return refused('errorCell', String(cell.value));
    }
    return freeText(seenText(cell, options), keepsLines, max);
  };
}

const SIGNS_ONLY = /^[-–—−_.…?/\\*~#\s]+$/;
const LONGEST_BLANK = 24;

/** « - », « n/a », « néant »: nothing, in a column that takes no free text; else null. */
function blankWord(text: string, options: ConvertOptions): Converted | null {
  if (text.length > LONGEST_BLANK) return null;
  if (SIGNS_ONLY.test(text)) return BLANK;
  return options.words.blanks.has(foldWords(text)) ? noted(null, 'readAsBlank', text) : null;
}

/** Kinds that take words, among which a blank word would pass for a value. */
const TAKES_WORDS: ReadonlySet<ConvertKind> = new Set(['identifier', 'labels', 'postalCode']);

const startsWithDigit = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return code >= 48 && code <= 57;
};

function readerConverter(
  read: TextReader,
  { kind }: ConvertTarget,
  options: ConvertOptions,
): CellConverter {
  const takesWords = TAKES_WORDS.has(kind);
  const keepsLines = kind === 'labels';
  return (cell) => {
    if (cell === null) return BLANK;
    if (typeof cell === 'object' && cell.kind === 'error') {
      return refused('errorCell', String(cell.value));
    }
    const raw = typeof cell === 'object' ? (cell.text ?? String(cell.value)) : String(cell);
    const text = keepsLines ? cleanText(raw, true).text : plainText(raw);
    if (text === '') return BLANK;
    const early = takesWords && !startsWithDigit(text) ? blankWord(text, options) : null;
    if (early !== null) return early;
    const result = read(text, cell);
    return result.ok ? result : (blankWord(text, options) ?? result);
  };
}

/**
 * Converts the cells of one column: made once, used for every row. Never throws; words of choices
 * are prepared here.
 */
export function cellConverter(target: ConvertTarget, options: ConvertOptions): CellConverter {
  const { kind } = target;
  if (kind === 'text' || kind === 'longText') return textConverter(target, options);
  if (kind === 'choice') return readerConverter(choiceReader(target, options), target, options);
  if (kind === 'boolean') return readerConverter(booleanReader(options), target, options);
  const read = READERS[kind];
  return readerConverter((text, cell) => read(text, cell, target, options), target, options);
}

interface Made {
  readonly options: ConvertOptions;
  readonly convert: CellConverter;
}

const made = new WeakMap<ConvertTarget, Made>();

/** One cell; the preparation is kept as long as target and options are the same objects. */
export function convertCell(cell: Cell, target: ConvertTarget, options: ConvertOptions): Converted {
  let known = made.get(target);
  if (known?.options !== options) {
    known = { options, convert: cellConverter(target, options) };
    made.set(target, known);
  }
  return known.convert(cell);
}

function sameValue(a: ConvertedValue, b: ConvertedValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  return a.length === b.length && a.every((item, at) => item === b[at]);
}

/**
 * Whether an imported value is what the stored one becomes by being exported and imported: then
 * nothing changes, however the stored one was typed (a telephone number, a no-break space).
 */
export function isSameImport(
  stored: ConvertedValue,
  imported: ConvertedValue,
  convert: CellConverter,
): boolean {
  if (sameValue(stored, imported)) return true;
  if (stored === null || imported === null) return false;
  const cell = typeof stored === 'object' ? stored.join('\n') : stored;
  const again = convert(cell);
  return again.ok && sameValue(again.value, imported);
}
