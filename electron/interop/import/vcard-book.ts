import type { Book } from './book.ts';
import { memoryBook } from './memory-book.ts';
import type { ImportLimits } from './limits.ts';
import { trimmedCells } from './sheet.ts';
import type { RawRow } from './sheet.ts';
import { vcardLines, vcardParts, vcardText } from './vcard-lines.ts';
import type { VcardLine } from './vcard-lines.ts';

/** Columns of a list of cards, in order. They are keys, not words: the mapping knows them. */
export const vcardColumns = [
  'uid',
  'kind',
  'fullName',
  'familyName',
  'givenName',
  'additionalNames',
  'honorific',
  'organisation',
  'unit',
  'title',
  'role',
  'email',
  'email2',
  'phone',
  'mobile',
  'phone2',
  'address',
  'postalCode',
  'locality',
  'region',
  'country',
  'website',
  'birthday',
  'categories',
  'note',
] as const;

type Column = (typeof vcardColumns)[number];
type Card = Partial<Record<Column, string>>;

function set(card: Card, column: Column, value: string | undefined): boolean {
  const text = value?.trim() ?? '';
  if (text === '' || card[column] !== undefined) return false;
  card[column] = text;
  return true;
}

function phone(card: Card, { types, value }: VcardLine): void {
  const number = vcardText(value).replace(/^tel:/i, '');
  if (types.includes('FAX')) return;
  if (types.includes('CELL') && set(card, 'mobile', number)) return;
  if (!set(card, 'phone', number)) set(card, 'phone2', number);
}

function address(card: Card, value: string): void {
  const [box = '', extended = '', street = '', locality, region, code, country] = vcardParts(
    value,
    ';',
  );
  set(
    card,
    'address',
    [box, extended, street]
      .map((part) => part.trim())
      .filter(Boolean)
      .join('\n'),
  );
  set(card, 'locality', locality);
  set(card, 'region', region);
  set(card, 'postalCode', code);
  set(card, 'country', country);
}

const SIMPLE: Readonly<Record<string, Column>> = {
  UID: 'uid',
  KIND: 'kind',
  FN: 'fullName',
  TITLE: 'title',
  ROLE: 'role',
  URL: 'website',
  BDAY: 'birthday',
  NOTE: 'note',
};

function add(card: Card, line: VcardLine): void {
  const simple = SIMPLE[line.name];
  if (simple !== undefined) set(card, simple, vcardText(line.value));
  else if (line.name === 'N') {
    const [family, given, additional, prefix] = vcardParts(line.value, ';');
    set(card, 'familyName', family);
    set(card, 'givenName', given);
    set(card, 'additionalNames', additional);
    set(card, 'honorific', prefix);
  } else if (line.name === 'ORG') {
    const [organisation, ...units] = vcardParts(line.value, ';');
    set(card, 'organisation', organisation);
    set(card, 'unit', units.filter((unit) => unit !== '').join(' / '));
  } else if (line.name === 'EMAIL') {
    const mail = vcardText(line.value).replace(/^mailto:/i, '');
    if (!set(card, 'email', mail)) set(card, 'email2', mail);
  } else if (line.name === 'TEL') phone(card, line);
  else if (line.name === 'ADR') address(card, line.value);
  else if (line.name === 'CATEGORIES')
    set(card, 'categories', vcardParts(line.value, ',').join(', '));
}

/** Contact cards (vCard 2.1, 3.0, 4.0) as one sheet: the columns above, then a row for each card. */
export function openVcard(text: string, name: string, limits: ImportLimits): Book {
  const rows: RawRow[] = [{ number: 1, cells: [...vcardColumns] }];
  let card: Card | null = null;
  for (const line of vcardLines(text)) {
    const mark = line.value.trim().toUpperCase();
    if (line.name === 'BEGIN' && mark === 'VCARD') card = {};
    else if (line.name === 'END' && mark === 'VCARD' && card !== null) {
      const found = card;
      const cells = vcardColumns.map((key) => found[key] ?? null);
      rows.push({ number: rows.length + 1, cells: trimmedCells(cells) });
      card = null;
    } else if (card !== null) add(card, line);
  }
  return memoryBook('vcard', [{ name, rows }], limits);
}
