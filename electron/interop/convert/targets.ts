import type { Cell } from '#interop/import/sheet.ts';
import type { ImportWords } from './words.ts';

export const convertKinds = [
  'text',
  'longText',
  'identifier',
  'date',
  'dateTime',
  'time',
  'integer',
  'number',
  'boolean',
  'choice',
  'labels',
  'url',
  'email',
  'phone',
  'siren',
  'siret',
  'postalCode',
] as const;
export type ConvertKind = (typeof convertKinds)[number];

/** A value of a closed list with the words people write for it, in any language. */
export interface ChoiceWords {
  readonly value: string;
  readonly words: readonly string[];
}

/**
 * What a column takes. `min` and `max` bound integers and numbers; for texts `max` is the most
 * characters, of one label for labels; for identifiers `min` is the number of digits to which zeros
 * lost at the start are put back. `dateOrder` says how a whole column writes its dates.
 */
export interface ConvertTarget {
  readonly kind: ConvertKind;
  readonly min?: number;
  readonly max?: number;
  readonly choices?: readonly ChoiceWords[];
  readonly dateOrder?: DateOrder;
}

export type DateOrder = 'dayFirst' | 'monthFirst';

/** `today` (YYYY-MM-DD) only serves to show what a complete date looks like. */
export interface ConvertOptions {
  readonly language: 'fr' | 'en';
  readonly today: string;
  readonly words: ImportWords;
}

/** Why a cell is refused; each has its sentence, which says what to write instead. */
export const convertProblems = [
  'ambiguousNumber',
  'badSiren',
  'badSiret',
  'badVatNumber',
  'errorCell',
  'incompleteDate',
  'invalidDate',
  'invalidDateTime',
  'invalidEmail',
  'invalidPhone',
  'invalidPostalCode',
  'invalidTime',
  'invalidUrl',
  'mangledNumber',
  'noSuchDay',
  'notABoolean',
  'notANumber',
  'notAWholeNumber',
  'outOfRange',
  'sirenInsteadOfSiret',
  'sirenLength',
  'siretLength',
  'tooLarge',
  'tooLong',
  'tooManyLabels',
  'tooSmall',
  'unknownChoice',
  'yearMissing',
] as const;
export type ConvertProblem = (typeof convertProblems)[number];

/** What was done to a value that is accepted, where a person may want to know. */
export const convertNotes = [
  'charactersRemoved',
  'dayFirst',
  'linesJoined',
  'monthFirst',
  'nearChoice',
  'percent',
  'phoneKept',
  'readAsBlank',
  'scaled',
  'schemeAdded',
  'secondsDropped',
  'serialDate',
  'severalValues',
  'sirenFromSiret',
  'sirenFromVat',
  'textDropped',
  'timeDropped',
  'wholeHour',
  'zeroRestored',
] as const;
export type ConvertNote = (typeof convertNotes)[number];

export type ConvertedValue = string | number | boolean | null | readonly string[];
export type ConvertParams = Readonly<Record<string, string | number>>;

export type Accepted = {
  readonly ok: true;
  readonly value: ConvertedValue;
  readonly note?: ConvertNote;
  readonly noteParams?: ConvertParams;
};
export type Refused = {
  readonly ok: false;
  readonly problem: ConvertProblem;
  readonly params: ConvertParams;
};
export type Converted = Accepted | Refused;

export type FilledCell = Exclude<Cell, null>;
export type CellConverter = (cell: Cell) => Converted;

/** Reads what a cell of one kind of column says. The text is clean: see `plainText`. */
export type TextReader = (text: string, cell: FilledCell) => Converted;

export const BLANK: Accepted = { ok: true, value: null };

const MOST_SHOWN = 60;

function shown(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN - 1).trimEnd()}…`;
}

export function accepted(value: ConvertedValue): Accepted {
  return { ok: true, value };
}

/** A day (YYYY-MM-DD) as both languages show it. */
export function shownDay(day: string): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** Accepted with what is worth knowing; `text` is what the cell said. */
export function noted(
  value: ConvertedValue,
  note: ConvertNote,
  text: string,
  params: ConvertParams = {},
): Accepted {
  return { ok: true, value, note, noteParams: { text: shown(text), ...params } };
}

export function refused(
  problem: ConvertProblem,
  text: string,
  params: ConvertParams = {},
): Refused {
  return { ok: false, problem, params: { text: shown(text), ...params } };
}
