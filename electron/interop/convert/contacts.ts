import { isMangledNumber } from '#interop/import/sheet.ts';
import type { Converted, ConvertTarget, FilledCell } from './targets.ts';
import { accepted, noted, refused } from './targets.ts';

const LONGEST_EMAIL = 254;
const LOCAL = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}[\p{L}\p{N}-]*\p{L}$/u;
const PLAIN_EMAIL =
  /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/;
const BETWEEN_EMAILS = /[\s;,|<>()[\]"]+/;
const EDGES = /^[<"'(]+|[>"').,;:]+$/g;

/** One address with its domain in lower case; null when it cannot be one. */
function emailOf(piece: string): string | null {
  const bare = piece
    .replace(/^mailto:/i, '')
    .replace(EDGES, '')
    .replace(/\?subject=.*$/i, '');
  const at = bare.lastIndexOf('@');
  if (at < 1 || at > 64 || bare.length > LONGEST_EMAIL) return null;
  const [local, domain] = [bare.slice(0, at), bare.slice(at + 1).toLowerCase()];
  return LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : null;
}

/** Words around addresses that do not belong to them. */
function besides(text: string, pieces: readonly string[]): string {
  const words = text.split(BETWEEN_EMAILS).filter((word) => !pieces.includes(word));
  return words.filter((word) => /[\p{L}\p{N}]/u.test(word)).join(' ');
}

/** An e-mail address, alone, as « Name <address> » or as a link; the first one of several. */
export function readEmail(text: string): Converted {
  if (text.length <= LONGEST_EMAIL && PLAIN_EMAIL.test(text) && text.indexOf('@') <= 64) {
    return accepted(text);
  }
  const pieces = text.split(BETWEEN_EMAILS).filter((piece) => piece.includes('@'));
  const slashed = pieces.flatMap((piece) =>
    emailOf(piece) === null || /@.*\/.*@/.test(piece) ? piece.split('/') : [piece],
  );
  const found = slashed.map(emailOf).filter((email) => email !== null);
  const [first] = found;
  if (first === undefined || found.length < slashed.filter((piece) => piece !== '').length) {
    return refused('invalidEmail', text);
  }
  const different = new Set(found.map((email) => email.toLowerCase())).size;
  if (different > 1) {
    return noted(first, 'severalValues', text, { value: first, count: different });
  }
  const dropped = text.includes('<') ? '' : besides(text, pieces);
  return dropped === ''
    ? accepted(first)
    : noted(first, 'textDropped', text, { value: first, dropped });
}

const LONGEST_PHONE = 40;
const FEWEST_DIGITS = 3;
const MOST_DIGITS = 20;
const PHONE_LABEL =
  /^(?:fax|t[ée]l(?:[ée]phone)?|phone|mobile|port(?:able)?)\.?\s*:?\s*(?=[+(\d])/i;
/** A French number with a digit too few or too many. */
const WRONG_LENGTH = /^0[1-9]\d*$/;
const PHONE_SIGNS = /[\s.\-–_()/]/g;
const NATIONAL = /^(?:(?:\+|00)33(?:\(0\)|0)?|0)([1-9]\d{8})$/;
const WITHOUT_ZERO = /^[1-9]\d{8}$/;
const WITHOUT_PLUS = /^33([1-9]\d{8})$/;
/** Overseas numbers have country codes of their own: by the first three digits after the zero. */
const OVERSEAS = new Map<string, string>([
  ...['262', '263', '692', '693', '639'].map((head): [string, string] => [head, '262']),
  ...['590', '690', '691'].map((head): [string, string] => [head, '590']),
  ...['594', '694'].map((head): [string, string] => [head, '594']),
  ...['596', '696', '697'].map((head): [string, string] => [head, '596']),
]);

/** Six or eight digits by twos. */
function pairs(digits: string): string {
  let text = digits.slice(0, 2);
  for (let at = 2; at < digits.length; at += 2) text += ` ${digits.slice(at, at + 2)}`;
  return text;
}

/** The nine digits after the zero of a number as most are typed, without a pattern; else null. */
function usualPhone(text: string): string | null {
  if (text.length > 20 || text.charCodeAt(0) !== 48) return null;
  let digits = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += text.charAt(at);
    else if (code !== 32 && code !== 45 && code !== 46 && code !== 47) return null;
  }
  return digits.length === 10 && digits.charCodeAt(1) !== 48 ? digits.slice(1) : null;
}

function international(nine: string): string {
  const overseas = OVERSEAS.get(nine.slice(0, 3));
  if (overseas !== undefined) {
    return `+${overseas} ${nine.slice(0, 3)} ${pairs(nine.slice(3))}`;
  }
  return `+33 ${nine.slice(0, 1)} ${pairs(nine.slice(1))}`;
}

/** What `international` makes: it goes in again unchanged. */
const INTERNATIONAL = /^\+(?:33 [1-9](?: \d\d){4}|(?:262|59[046]) \d{3}(?: \d\d){3})$/;

type Phone = { readonly value: string; readonly isRestored: boolean } | null;

function frenchPhone(text: string): Phone {
  const bare = text.replace(/\(0\)/, '').replace(PHONE_SIGNS, '');
  const national = NATIONAL.exec(bare)?.[1] ?? WITHOUT_PLUS.exec(bare)?.[1];
  if (national !== undefined) return { value: international(national), isRestored: false };
  return WITHOUT_ZERO.test(bare) ? { value: international(bare), isRestored: true } : null;
}

function foreignPhone(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  return /^(?:\+|00)[\d\s.\-–()/]+$/.test(text) && digits.length >= 7 && digits.length <= 17;
}

/**
 * A telephone number. French ones become `+33 3 20 00 00 00` (overseas ones with the code of their
 * territory), the lost zero included; foreign ones stay as typed; short numbers and numbers with
 * an extension stay as typed with a note.
 */
export function readPhone(text: string, cell: FilledCell): Converted {
  const usual = usualPhone(text);
  if (usual !== null) return accepted(international(usual));
  if (INTERNATIONAL.test(text)) return accepted(text);
  if (isMangledNumber(cell)) return refused('mangledNumber', text);
  const bare = text.replace(PHONE_LABEL, '');
  const french = frenchPhone(bare);
  if (french !== null) {
    const { value, isRestored } = french;
    return isRestored ? noted(value, 'zeroRestored', text, { value }) : accepted(value);
  }
  if (foreignPhone(bare) && bare.length <= LONGEST_PHONE) return accepted(bare);
  const parts = bare.split(/[;,|/\n]| (?:ou|or|et|and|-|–) /i).map((part) => part.trim());
  const found = parts.flatMap((part) => {
    const phone = frenchPhone(part);
    if (phone !== null) return [phone.value];
    return foreignPhone(part) ? [part] : [];
  });
  const [first] = found;
  if (first !== undefined && parts.length > 1 && found.length === parts.length) {
    return found.length === 1 || new Set(found).size === 1
      ? accepted(first)
      : noted(first, 'severalValues', text, { value: first, count: found.length });
  }
  const digits = bare.replace(/\D/g, '').length;
  if (
    digits < FEWEST_DIGITS ||
    digits > MOST_DIGITS ||
    WRONG_LENGTH.test(bare.replace(PHONE_SIGNS, '')) ||
    bare.length > LONGEST_PHONE ||
    bare.includes('@')
  ) {
    return refused('invalidPhone', text);
  }
  const letters = bare.replace(/[^\p{L}]/gu, '').length;
  return letters > digits * 2 ? refused('invalidPhone', text) : noted(bare, 'phoneKept', text);
}

const LONGEST_URL = 500;
const BETWEEN_URLS = /[\s;|]+/;
const HOST =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,24}(?::\d{1,5})?(?:[/?#].*)?$/iu;
const WITH_SCHEME = /^(https?):\/\/(.+)$/i;

interface FoundUrl {
  readonly url: string;
  readonly isCompleted: boolean;
}

function urlOf(piece: string): FoundUrl | null {
  const bare = piece.replace(/^[<"'(]+|[>"'),;]+$/g, '');
  const match = WITH_SCHEME.exec(bare);
  const host = match?.[2] ?? bare;
  if (!HOST.test(host) || (match === null && host.includes('@'))) return null;
  const scheme = match?.[1]?.toLowerCase() ?? 'https';
  return { url: `${scheme}://${host}`, isCompleted: match === null };
}

/** The address of a page on the web; what lacks `https://` gets it, other schemes are refused. */
export function readUrl(text: string, target: ConvertTarget): Converted {
  const pieces = text.split(BETWEEN_URLS).filter((piece) => /[^<>"'(),;]/.test(piece));
  const found = pieces.map(urlOf);
  const [first] = found;
  if (first === undefined || first === null || found.includes(null))
    return refused('invalidUrl', text);
  const max = target.max ?? LONGEST_URL;
  if (first.url.length > max) return refused('tooLong', text, { max, length: first.url.length });
  if (new Set(found.map((url) => url?.url)).size > 1) {
    return noted(first.url, 'severalValues', text, { value: first.url, count: found.length });
  }
  return first.isCompleted
    ? noted(first.url, 'schemeAdded', text, { value: first.url })
    : accepted(first.url);
}
