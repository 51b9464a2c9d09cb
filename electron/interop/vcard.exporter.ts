import type { ByteSink } from './table.ts';

/** A person as their card shows them. Private notes have no place here. */
export interface VcardPerson {
  /** Keeps its value from one export to the next, so that an address book updates the card. */
  readonly uid: string;
  /** How the name is shown as a whole. */
  readonly fullName: string;
  readonly familyName: string;
  readonly givenName: string | null;
  /** « Mme », « M. ». */
  readonly honorific: string | null;
  readonly organisation: string | null;
  readonly title: string | null;
  /** What they do beside their function: mandates. */
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: {
    readonly street: string | null;
    readonly postalCode: string | null;
    readonly locality: string | null;
  } | null;
  readonly categories: readonly string[];
  /** ISO instant of the last change. */
  readonly revisedAt: string | null;
}

const LINE_END = '\r\n';
/** Octets of one line, without its end (RFC 2425, 5.8.1; RFC 6350, 3.2). */
const LONGEST_LINE = 75;
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;
// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const CONTROL = /[\u0000-\u0009\u000e-\u001f\u007f-\u009f]/g;
const BLOCK = 1 << 16;

/** Text that cannot leave its value: separators escaped, line breaks written `\n`, controls gone. */
export function escapeVcardText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(BREAK, '\n')
    .replaceAll(CONTROL, ' ')
    .replaceAll(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** Folds one line at 75 octets, between characters, never within one. */
export function foldVcardLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE) {
      folded += `${LINE_END} `;
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

const said = (text: string | null): text is string => text !== null && text.trim() !== '';

function structured(parts: readonly (string | null)[]): string {
  return parts.map((part) => escapeVcardText(part ?? '')).join(';');
}

/** One card, folded, with its last line end. */
export function vcardOf(person: VcardPerson): string {
  const { address, categories, revisedAt } = person;
  const text = (name: string, value: string | null): string[] =>
    said(value) ? [`${name}:${escapeVcardText(value)}`] : [];
  const hasAddress = address !== null && Object.values(address).some(said);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    ...text('UID', person.uid),
    `N:${structured([person.familyName, person.givenName, null, person.honorific, null])}`,
    `FN:${escapeVcardText(person.fullName)}`,
    ...text('ORG', person.organisation),
    ...text('TITLE', person.title),
    ...text('ROLE', person.role),
    ...text('EMAIL;TYPE=INTERNET', person.email),
    ...text('TEL;TYPE=WORK,VOICE', person.phone),
    ...(hasAddress
      ? [
          `ADR;TYPE=WORK:${structured([null, null, address.street, address.locality, null, address.postalCode, null])}`,
        ]
      : []),
    ...(categories.length === 0
      ? []
      : [`CATEGORIES:${categories.map((each) => escapeVcardText(each)).join(',')}`]),
    ...text('REV', revisedAt),
    'END:VCARD',
  ];
  return lines.map((line) => foldVcardLine(line) + LINE_END).join('');
}

/**
 * Writes people as one file of cards: vCard 3.0 (RFC 2426) in UTF-8, because it is the latest version
 * that every address book reads (Outlook, Apple, Google, Thunderbird); several do not read 4.0.
 * @returns how many cards were written
 */
export async function writeVcards(
  people: Iterable<VcardPerson>,
  sink: ByteSink,
  options: { readonly signal?: AbortSignal; readonly onProgress?: (written: number) => void } = {},
): Promise<number> {
  let text = '';
  let written = 0;
  for (const person of people) {
    options.signal?.throwIfAborted();
    text += vcardOf(person);
    written += 1;
    if (text.length < BLOCK) continue;
    await sink(Buffer.from(text, 'utf8'));
    options.onProgress?.(written);
    text = '';
  }
  if (text !== '') await sink(Buffer.from(text, 'utf8'));
  return written;
}
