import { isValidSiren, isValidSiret } from '#domain/siren.ts';

import { cellKind, cellValue, isMangledNumber } from '#interop/import/sheet.ts';
import type { Converted, ConvertTarget, FilledCell } from './targets.ts';
import { accepted, noted, refused } from './targets.ts';

const SEPARATORS = /[\s.\-–_/'’]/g;
const DIGITS = /^\d+$/;
const VAT = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/i;
/** A SIREN starts with one zero often, with two sometimes; a spreadsheet drops them. */
const MOST_LOST = 2;

interface Digits {
  readonly digits: string;
  /** Words around the digits, such as « RCS Lille ». */
  readonly dropped: string | null;
}

function digitsOf(text: string): Digits | null {
  const bare = text.replace(SEPARATORS, '');
  if (DIGITS.test(bare)) return { digits: bare, dropped: null };
  const digits = bare.replace(/\D/g, '');
  const dropped = text.replace(/[\d.\-–_/\s:]+/g, ' ').trim();
  return digits === '' ? null : { digits, dropped };
}

/** With the zeros that a number lost at its start; only for digits that stand alone. */
function restored({ digits, dropped }: Digits, length: number): string | null {
  const lost = length - digits.length;
  return dropped === null && lost >= 1 && lost <= MOST_LOST ? digits.padStart(length, '0') : null;
}

const vatKey = (siren: string): string =>
  String((12 + 3 * (Number(siren) % 97)) % 97).padStart(2, '0');

function sirenOfVat(text: string): Converted | null {
  const vat = VAT.exec(text.replace(SEPARATORS, ''));
  if (vat === null) return null;
  const [, key = '', siren = ''] = vat;
  const isRight = isValidSiren(siren) && (!DIGITS.test(key) || key === vatKey(siren));
  return isRight ? noted(siren, 'sirenFromVat', text, { siren }) : refused('badVatNumber', text);
}

function found(value: string, { dropped }: Digits, text: string): Converted {
  return dropped === null ? accepted(value) : noted(value, 'textDropped', text, { value, dropped });
}

/** A company's nine digits, checked by their key; also out of a SIRET or a VAT number. */
export function readSiren(text: string, cell: FilledCell): Converted {
  if (text.length === 9 && isValidSiren(text)) return accepted(text);
  if (isMangledNumber(cell)) return refused('mangledNumber', text);
  const vat = sirenOfVat(text);
  if (vat !== null) return vat;
  const read = digitsOf(text);
  if (read === null) return refused('sirenLength', text, { count: 0 });
  const { digits } = read;
  if (isValidSiren(digits)) return found(digits, read, text);
  const siret = digits.length === 14 ? digits : restored(read, 14);
  if (siret !== null && isValidSiret(siret)) {
    const siren = siret.slice(0, 9);
    return noted(siren, 'sirenFromSiret', text, { siren });
  }
  const full = restored(read, 9);
  if (full !== null && isValidSiren(full))
    return noted(full, 'zeroRestored', text, { value: full });
  const isNine = digits.length === 9 || full !== null;
  return isNine
    ? refused('badSiren', text)
    : refused('sirenLength', text, { count: digits.length });
}

/** An establishment's fourteen digits, checked by their key. */
export function readSiret(text: string, cell: FilledCell): Converted {
  if (text.length === 14 && isValidSiret(text)) return accepted(text);
  if (isMangledNumber(cell)) return refused('mangledNumber', text);
  const read = digitsOf(text);
  if (read === null) return refused('siretLength', text, { count: 0 });
  const { digits } = read;
  if (isValidSiret(digits)) return found(digits, read, text);
  if (isValidSiren(digits)) return refused('sirenInsteadOfSiret', text);
  const full = restored(read, 14);
  if (full !== null && isValidSiret(full))
    return noted(full, 'zeroRestored', text, { value: full });
  const isFourteen = digits.length === 14 || full !== null;
  return isFourteen
    ? refused('badSiret', text)
    : refused('siretLength', text, { count: digits.length });
}

const FIVE_DIGITS = /^\d{5}$/;
const FRENCH = /^(?:F|FR)?[ -]?(\d{5})(?!\d)[ ,-]*(\D.*)?$/i;
const FOREIGN = /^(?=.*\p{L})[\p{L}\d][\p{L}\d -]{1,9}$/u;

/** Five digits, zeros restored; codes of other countries as they are. */
export function readPostalCode(text: string, cell: FilledCell): Converted {
  if (FIVE_DIGITS.test(text)) return accepted(text);
  if (isMangledNumber(cell)) return refused('mangledNumber', text);
  const bare = text.replace(/(?<=\d)[ .](?=\d)/g, '');
  if (/^\d{4}$/.test(bare)) {
    const value = `0${bare}`;
    return noted(value, 'zeroRestored', text, { value });
  }
  const french = FRENCH.exec(bare);
  if (french !== null) {
    const [, value = '', dropped] = french;
    return dropped === undefined
      ? accepted(value)
      : noted(value, 'textDropped', text, { value, dropped });
  }
  return FOREIGN.test(text) ? accepted(text.toUpperCase()) : refused('invalidPostalCode', text);
}

/** A code whose leading zeros count. Zeros are put back up to `min` digits. */
export function readIdentifier(text: string, cell: FilledCell, target: ConvertTarget): Converted {
  if (isMangledNumber(cell)) return refused('mangledNumber', text);
  const { min, max } = target;
  if (min !== undefined && text.length < min && DIGITS.test(text)) {
    const value = text.padStart(min, '0');
    return noted(value, 'zeroRestored', text, { value });
  }
  if (max !== undefined && text.length > max) {
    return refused('tooLong', text, { max, length: text.length });
  }
  const value = cellValue(cell);
  const isWide = typeof value === 'number' && cellKind(cell) === 'number' && /e/i.test(text);
  return isWide ? refused('mangledNumber', text) : accepted(text);
}
