import type { DuplicateTable } from '#domain/duplicate.ts';
import { entityOf } from '#domain/registry.ts';
import { entriesOfColumn, latestOf } from '#journal/cells.ts';
import type { Values } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { joinTexts } from './fold-links.ts';

/** Whose value a column of the kept record gets. */
export type Side = 'kept' | 'lost' | 'both';

/** One column of both records, and which value is suggested. */
export interface FieldChoice {
  readonly field: string;
  readonly kept: unknown;
  readonly lost: unknown;
  readonly suggested: Side;
  /** Whether the two values can stand together: tags, and long texts. */
  readonly canJoin: boolean;
}

/** Columns that are not chosen: what may be published follows from both. */
const NOT_CHOSEN = new Set(['publication']);
/** Codes that belong to the name of the commune and go where it goes. */
const FOLLOWING = new Set(['communeCode', 'departementCode', 'regionCode']);
const FOLLOWED = 'communeName';
/** Names, of which the one with its accents, capitals and spaces is the better one. */
const NAMES = new Set(['name', 'acronym', 'givenName', 'familyName']);

export function isEmptyValue(value: unknown): boolean {
  return value === null || value === undefined || value === '' || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

export function isSameValue(a: unknown, b: unknown): boolean {
  return a === b || (isEmptyValue(a) && isEmptyValue(b)) || JSON.stringify(a) === JSON.stringify(b);
}

export function canJoin(table: DuplicateTable, field: string): boolean {
  const declared = entityOf(table).fields[field];
  // A text that is laid out has a beginning and an end of its own.
  return (declared?.kind === 'longText' && declared.isRich !== true) || field === 'tags';
}

/** Columns that can be chosen one by one, in the order of the record. */
export function chosenFields(table: DuplicateTable): string[] {
  return entityOf(table).fieldNames.filter(
    (field) => !NOT_CHOSEN.has(field) && !FOLLOWING.has(field),
  );
}

/** Both values of every column, with the one to suggest: the fuller name, else the newer text. */
export function fieldChoices(
  db: ReadableDb,
  table: DuplicateTable,
  kept: Values & { readonly id: string },
  lost: Values & { readonly id: string },
): FieldChoice[] {
  const choices = chosenFields(table).map((field): FieldChoice => {
    const [mine, other] = [kept[field] ?? null, lost[field] ?? null];
    const joins = canJoin(table, field);
    const isChoice = entityOf(table).fields[field]?.kind === 'choice';
    return {
      field,
      kept: mine,
      lost: other,
      canJoin: joins,
      suggested: suggestionFor(field, mine, other, { joins, isChoice }, () =>
        isNewer(db, field, lost.id, kept.id),
      ),
    };
  });
  return withOneSiren(choices);
}

/** A SIRET belongs to its SIREN: it is not taken over from a record with another one. */
function withOneSiren(choices: readonly FieldChoice[]): FieldChoice[] {
  const values = chosenValues(choices, {});
  const [siren, siret] = [values['siren'], values['siret']];
  if (typeof siren !== 'string' || typeof siret !== 'string' || siret.startsWith(siren)) {
    return [...choices];
  }
  const side = choices.find(({ field }) => field === 'siren')?.suggested ?? 'kept';
  return choices.map((choice) =>
    choice.field === 'siret' ? { ...choice, suggested: side } : choice,
  );
}

function suggestionFor(
  field: string,
  kept: unknown,
  lost: unknown,
  { joins, isChoice }: { readonly joins: boolean; readonly isChoice: boolean },
  isLostNewer: () => boolean,
): Side {
  if (isSameValue(kept, lost) || isEmptyValue(lost)) return 'kept';
  if (isEmptyValue(kept)) return 'lost';
  if (joins) return 'both';
  // What is known of one real actor outweighs what was made up.
  if (field === 'isFictitious') return kept === false ? 'kept' : 'lost';
  // What something is was judged by whoever knew it better: the one on which more hangs.
  if (isChoice) return 'kept';
  if (NAMES.has(field)) return isFuller(String(lost), String(kept)) ? 'lost' : 'kept';
  return isLostNewer() ? 'lost' : 'kept';
}

/** Letters more that make a name another one, rather than a slip of the pen. */
const TELLING_LENGTH = 4;

/** How carefully a name is written: its words, accents and small letters. */
function careOf(name: string): number {
  const words = name.split(/[\s-]+/).length - 1;
  const accents = name.replaceAll(/[^\u00C0-\u024F]/g, '').length;
  const isShouted = name === name.toUpperCase() || name === name.toLowerCase();
  return words + accents - (isShouted ? 2 : 0);
}

/** Better written, or longer by more than a slip of the pen. */
function isFuller(name: string, than: string): boolean {
  const longer = name.length - than.length;
  const byLength = Math.abs(longer) < TELLING_LENGTH ? 0 : Math.sign(longer);
  return careOf(name) - careOf(than) + byLength > 0;
}

function isNewer(db: ReadableDb, field: string, id: string, thanId: string): boolean {
  const entries = entriesOfColumn(db, field, [id, thanId]);
  const [mine, other] = [id, thanId].map((row) => latestOf(entries.get(row) ?? [])?.hlc ?? '');
  return (mine ?? '') > (other ?? '');
}

/** The values of the kept record, column by column, as they were chosen. */
export function chosenValues(
  choices: readonly FieldChoice[],
  sides: Readonly<Record<string, Side>>,
): Record<string, unknown> {
  return Object.fromEntries(
    choices.map(({ field, kept, lost, suggested, canJoin: joins }) => {
      const side = sides[field] ?? suggested;
      if (side === 'both' && joins) return [field, joined(kept, lost)];
      return [field, side === 'lost' ? lost : kept];
    }),
  );
}

/** Values of columns that are not chosen but follow from those that were. */
export function followingValues(
  kept: Values,
  lost: Values,
  chosen: Values,
): Record<string, unknown> {
  const following: Record<string, unknown> = {};
  if (FOLLOWED in kept) {
    const isLost = !isEmptyValue(lost[FOLLOWED]) && isSameValue(lost[FOLLOWED], chosen[FOLLOWED]);
    const isKept = isSameValue(kept[FOLLOWED], chosen[FOLLOWED]);
    for (const field of FOLLOWING) {
      // Where both name the same commune, what either knows of it is right.
      const [first, second] = isKept ? [kept, isLost ? lost : {}] : [lost, {}];
      following[field] = first[field] ?? Reflect.get(second, field) ?? null;
    }
  }
  // Only buyers have a kind of buyer.
  if ('buyerKind' in kept && chosen['kind'] !== 'buyer') following['buyerKind'] = null;
  return following;
}

function joined(kept: unknown, lost: unknown): unknown {
  if (Array.isArray(kept) && Array.isArray(lost)) return [...new Set([...kept, ...lost])];
  if (isEmptyValue(kept)) return lost;
  return isEmptyValue(lost) ? kept : joinTexts(String(kept), String(lost));
}

type Publication = Readonly<Record<string, boolean>>;

function publicationIn(record: Values): Publication {
  const value = record['publication'];
  return typeof value === 'object' && value !== null ? (value as Publication) : {}; // checked by the store
}

/**
 * What may be published of the one record: where both were asked, a refusal wins; where one was
 * asked, its answer holds for its own value only.
 */
export function joinedPublication(kept: Values, lost: Values, chosen: Values): Publication {
  const [mine, other] = [publicationIn(kept), publicationIn(lost)];
  const joinedAnswers: Record<string, boolean> = {};
  for (const field of new Set([...Object.keys(mine), ...Object.keys(other)])) {
    const [a, b] = [mine[field], other[field]];
    if (a !== undefined && b !== undefined) joinedAnswers[field] = a && b;
    else if (a === false || b === false) joinedAnswers[field] = false;
    else if (isItsOwn(a === undefined ? lost : kept, chosen, field)) joinedAnswers[field] = true;
  }
  return joinedAnswers;
}

/** Whether the value that was agreed to is the one that stays; answers on no column hold as they are. */
function isItsOwn(asked: Values, chosen: Values, field: string): boolean {
  return !(field in chosen) || isSameValue(asked[field], chosen[field]);
}
