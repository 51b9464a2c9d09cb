import { errorCell, withFormula } from './number-cell.ts';
import { odsCellText, odsLiteral } from './ods-text.ts';
import type { Cell } from './sheet.ts';
import { decodeXml } from './xml.ts';

/** What a cell's tag says; values as in the file. */
export interface OdsCellTag {
  type: string;
  value: string;
  hasFormula: boolean;
  isError: boolean;
}

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2})(?:[.,](\d{1,9}))?)?Z?$/;
const TIME = /^PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,](\d{1,9}))?S$/;
const ERROR =
  /^(?:#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|VALEUR ?!|NOM ?\?|NOMBRE ?!|NUL ?!)|Err:\d{3})$/;
const OPEN = '<text:p>';
const CLOSE = '</text:p>';

function fraction(digits: string | undefined): string {
  const ms = (digits ?? '').slice(0, 3).replace(/0+$/, '');
  return ms === '' ? '' : `.${ms.padEnd(3, '0')}`;
}

function isoDate(value: string): string | null {
  const match = DATE.exec(value);
  if (!match) return null;
  const [, day = '', time, digits] = match;
  return time === undefined ? day : `${day}T${time}${fraction(digits)}`;
}

function isoTime(value: string): string | null {
  const match = TIME.exec(value);
  if (!match) return null;
  const [, hours = '', minutes = '', seconds = '', digits] = match;
  return `${[hours, minutes, seconds].map((part) => part.padStart(2, '0')).join(':')}${fraction(digits)}`;
}

function shown(text: string, from: number, to: number): string | null {
  if (from >= to) return null;
  if (text.startsWith(OPEN, from)) {
    const end = text.indexOf('<', from + OPEN.length);
    if (end + CLOSE.length === to && text.startsWith(CLOSE, end)) {
      return odsLiteral(text.slice(from + OPEN.length, end));
    }
  }
  return odsCellText(text.slice(from, to));
}

/** What a number in a format for booleans shows. */
const TRUTH = /^(?:TRUE|FALSE|VRAI|FAUX)$/;
const PADDED = /\s*<text:p>0\d/y;

/** True where the text shown starts with a padded number: `01000`, `06 39 98 00 78`. */
function isPadded(text: string, from: number): boolean {
  PADDED.lastIndex = from;
  return PADDED.test(text);
}

function plain(tag: OdsCellTag, text: string, from: number, to: number): Cell {
  switch (tag.type) {
    case 'float':
    case 'currency': {
      const value = Number(tag.value);
      if (tag.value === '' || !Number.isFinite(value)) return shown(text, from, to) || null;
      if ((value === 1 || value === 0) && TRUTH.test(shown(text, from, to) ?? ''))
        return value === 1;
      if (!isPadded(text, from)) return value;
      return { kind: 'number', value, text: shown(text, from, to) ?? '' };
    }
    case 'percentage': {
      const value = Number(tag.value);
      if (!Number.isFinite(value)) return shown(text, from, to) || null;
      return { kind: 'number', value, text: `${Number((value * 100).toPrecision(12))}%` };
    }
    case 'date': {
      const value = isoDate(tag.value);
      return value === null ? shown(text, from, to) || null : { kind: 'date', value };
    }
    case 'time': {
      const value = isoTime(tag.value);
      return value === null ? shown(text, from, to) || null : { kind: 'date', value };
    }
    case 'boolean':
      return tag.value === 'true';
    case 'string': {
      const found = shown(text, from, to);
      return (found === null || found === '' ? decodeXml(tag.value) : found) || null;
    }
    default:
      return shown(text, from, to) || null;
  }
}

/** The value of a cell whose content lies between two places of the text. */
export function odsCell(tag: OdsCellTag, text: string, from: number, to: number): Cell {
  if (tag.isError) return errorCell(shown(text, from, to) || '#N/A');
  if (!tag.hasFormula) return plain(tag, text, from, to);
  const sign = shown(text, from, to);
  if (sign !== null && ERROR.test(sign.replaceAll('\u00a0', ' ')))
    return withFormula(errorCell(sign));
  return withFormula(plain(tag, text, from, to));
}
