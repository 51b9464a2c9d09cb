import { cellKind, cellValue } from '#interop/import/sheet.ts';
import { foldLetters } from './fold.ts';
import type {
  Converted,
  ConvertNote,
  ConvertOptions,
  ConvertParams,
  ConvertProblem,
  ConvertTarget,
  FilledCell,
} from './targets.ts';
import { accepted, noted, refused } from './targets.ts';

type Reading =
  | { readonly value: number; readonly note?: ConvertNote; readonly params?: ConvertParams }
  | { readonly problem: ConvertProblem; readonly params?: ConvertParams };

const formats = {
  fr: new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 12 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 12 }),
} as const;

const NOT_A_NUMBER: Reading = { problem: 'notANumber' };
const COMMA = 44;
const POINT = 46;

/**
 * Digits with at most one decimal sign, read without a pattern; null when there is more to it. One
 * foreign sign before exactly three digits is left to `ofDigits`: it may separate thousands.
 */
function usualNumber(text: string, language: 'fr' | 'en'): number | null {
  const { length } = text;
  if (length === 0 || length > 15) return null;
  const start = text.charCodeAt(0) === 45 ? 1 : 0;
  let sign = -1;
  for (let at = start; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if ((code !== COMMA && code !== POINT) || sign >= 0) return null;
    sign = at;
  }
  if (sign < 0) return length > start ? Number(text) + 0 : null;
  if (sign === start || sign === length - 1) return null;
  const isForeign = (text.charCodeAt(sign) === COMMA) === (language === 'en');
  if (isForeign && length - sign === 4) return null;
  const isComma = text.charCodeAt(sign) === COMMA;
  return Number(isComma ? `${text.slice(0, sign)}.${text.slice(sign + 1)}` : text) + 0;
}

const BLANK_GROUPS = /^(\d{1,3})((?:[ '’]\d{3})+)([.,]\d+)?$/;
const PLAIN = /^\d*([.,]\d*)?$/;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{3})+(,\d+)?$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{3})+(\.\d+)?$/;
const ONE_SIGN = /^([1-9]\d{0,2})([.,])(\d{3})$/;
const SCIENTIFIC = /^\d+(?:[.,]\d+)?e[+-]?\d{1,3}$/i;

const asNumber = (digits: string, power: number): number =>
  Number(`${digits.replace(',', '.')}${power === 0 ? '' : `e${power}`}`);

/** Digits without sign and unit, times a power of ten. */
function ofDigits(
  digits: string,
  power: number,
  isAmount: boolean,
  language: 'fr' | 'en',
): Reading {
  if (!/\d/.test(digits)) return NOT_A_NUMBER;
  const groups = BLANK_GROUPS.exec(digits);
  if (groups !== null) {
    const [, head = '', middle = '', tail = ''] = groups;
    return { value: asNumber(`${head}${middle.replace(/\D/g, '')}${tail}`, power) };
  }
  const one = ONE_SIGN.exec(digits);
  if (one !== null) {
    const [, head = '', sign, tail = ''] = one;
    const isDecimal = sign === (language === 'fr' ? ',' : '.');
    // Nobody writes amounts with three decimals: there the sign separates thousands.
    if (!isDecimal && (language === 'en' || (isAmount && power === 0))) {
      return { value: asNumber(`${head}${tail}`, power) };
    }
    if (!isDecimal && power === 0) {
      return {
        problem: 'ambiguousNumber',
        params: {
          small: formats[language].format(Number(`${head}.${tail}`)),
          large: formats[language].format(Number(`${head}${tail}`)),
        },
      };
    }
  }
  if (PLAIN.test(digits)) return { value: asNumber(digits.replace(/[.,]$/, ''), power) };
  if (COMMA_GROUPS.test(digits)) return { value: asNumber(digits.replaceAll(',', ''), power) };
  if (POINT_GROUPS.test(digits)) return { value: asNumber(digits.replaceAll('.', ''), power) };
  if (SCIENTIFIC.test(digits)) return { value: Number(digits.replace(',', '.')) };
  return NOT_A_NUMBER;
}

const PARENTHESES = /^\(\s*(.+?)\s*\)$/;
const SIGN = /^([-+−–])\s*/;
const SIGN_BEHIND = /(?<=\d)\s*[-−]$/;
const MONEY_BEFORE = /^(?:€|eur(?:os?)?)\s*(?=[-−–\d])/i;
const UNIT_BEHIND = /^([\d\s.,'’]*\d[.,]?)\s*([^\d\s.,'’]\D*)$/;

interface Unit {
  readonly power: number;
  readonly isPercent: boolean;
  readonly isAmount: boolean;
  /** What was left out of the reading. */
  readonly dropped: string | null;
}

const letters = (text: string): string =>
  foldLetters(text)
    .replaceAll('.', '')
    .replace(/[’'()\s]+/g, ' ')
    .trim();

/** The end of a unit that says whether taxes are in the amount, as typed; null for none. */
function taxOf(unit: string, taxes: ReadonlySet<string>): string | null {
  const words = unit.split(/(?<=[\s€(])/);
  for (const [at] of words.entries()) {
    const tail = words.slice(at).join('');
    if (taxes.has(letters(tail))) return tail;
  }
  return null;
}

/** What stands behind a number, null when it is nothing that a number may have. */
function unitOf(raw: string, { words }: ConvertOptions): Unit | null {
  const tax = taxOf(raw, words.taxes);
  const unit = raw.slice(0, raw.length - (tax?.length ?? 0)).replace(/[\s(]+$/, '');
  const dropped = tax?.replace(/[()]/g, '').trim() ?? null;
  if (unit === '%') return { power: 0, isPercent: true, isAmount: false, dropped };
  const folded = letters(unit.replaceAll('€', 'e'));
  const power = words.units.get(folded);
  if (power === undefined || (unit === 'm' && power === 6)) return null;
  return { power, isPercent: false, isAmount: folded !== '', dropped };
}

function readNumberText(text: string, options: ConvertOptions): Reading {
  const inside = PARENTHESES.exec(text)?.[1];
  let rest = inside ?? text;
  let isNegative = inside !== undefined;
  const money = MONEY_BEFORE.exec(rest);
  if (money !== null) rest = rest.slice(money[0].length);
  const sign = SIGN.exec(rest);
  if (sign !== null) {
    rest = rest.slice(sign[0].length);
    if (sign[1] !== '+') isNegative = !isNegative;
  } else if (SIGN_BEHIND.test(rest)) {
    rest = rest.replace(SIGN_BEHIND, '');
    isNegative = !isNegative;
  }
  if (money === null && MONEY_BEFORE.test(rest)) rest = rest.replace(MONEY_BEFORE, '€');
  const front = rest.startsWith('€');
  if (front) rest = rest.slice(1).trimStart();
  const behind = UNIT_BEHIND.exec(rest);
  const unit = behind === null ? null : unitOf(behind[2] ?? '', options);
  if (behind !== null && unit === null) return NOT_A_NUMBER;
  const isAmount = money !== null || front || unit?.isAmount === true;
  const read = ofDigits((behind?.[1] ?? rest).trim(), unit?.power ?? 0, isAmount, options.language);
  if ('problem' in read) return read;
  const value = (isNegative ? -read.value : read.value) + 0;
  const shown = formats[options.language].format(value);
  if (unit?.isPercent === true) return { value, note: 'percent', params: { value: shown } };
  if (unit !== null && unit.power > 0) return { value, note: 'scaled', params: { value: shown } };
  if (unit !== null && unit.dropped !== null) {
    return { value, note: 'textDropped', params: { value: shown, dropped: unit.dropped } };
  }
  return { value };
}

function outside(
  value: number,
  { min, max }: ConvertTarget,
  text: string,
  language: 'fr' | 'en',
): Converted | null {
  const { format } = formats[language];
  const isBelow = min !== undefined && value < min;
  if (!isBelow && (max === undefined || value <= max)) return null;
  if (min !== undefined && max !== undefined) {
    return refused('outOfRange', text, { min: format(min), max: format(max) });
  }
  return isBelow
    ? refused('tooSmall', text, { min: format(min) })
    : refused('tooLarge', text, { max: format(max ?? 0) });
}

function checked(
  read: Exclude<Reading, { problem: ConvertProblem }>,
  target: ConvertTarget,
  text: string,
  language: 'fr' | 'en',
): Converted {
  const { value, note, params } = read;
  if (!Number.isFinite(value)) return refused('notANumber', text);
  if (target.kind === 'integer') {
    if (!Number.isInteger(value)) return refused('notAWholeNumber', text);
    if (!Number.isSafeInteger(value)) {
      return refused('tooLarge', text, {
        max: formats[language].format(Number.MAX_SAFE_INTEGER),
      });
    }
  }
  const refusal = outside(value, target, text, language);
  if (refusal !== null) return refusal;
  return note === undefined ? accepted(value) : noted(value, note, text, params);
}

/**
 * A number. A percentage is the number before its sign, as it is read; k€ and M€ are worked out; a
 * point that could separate thousands or decimals is refused, since a guess could be wrong by a
 * thousand.
 */
export function readNumber(
  text: string,
  cell: FilledCell,
  target: ConvertTarget,
  options: ConvertOptions,
): Converted {
  const value = cellValue(cell);
  const { language } = options;
  if (typeof value === 'number' && cellKind(cell) === 'number') {
    const isPercent = text.endsWith('%') && typeof cell === 'object';
    if (!isPercent) return checked({ value: value + 0 }, target, text, language);
    const percent = Number((value * 100).toPrecision(12));
    const params = { value: formats[language].format(percent) };
    return checked({ value: percent, note: 'percent', params }, target, text, language);
  }
  if (typeof value !== 'string' || cellKind(cell) === 'date') return refused('notANumber', text);
  const usual = usualNumber(text, language);
  if (usual !== null) return checked({ value: usual }, target, text, language);
  const read = readNumberText(text, options);
  if ('problem' in read) return refused(read.problem, text, read.params);
  return checked(read, target, text, language);
}
