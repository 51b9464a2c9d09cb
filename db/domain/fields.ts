import { z } from 'zod';

import {
  dateSchema,
  dateTimeSchema,
  isCalendarDate,
  isDateTime,
  isTime,
  timeSchema,
} from './dates.ts';
import type { Id } from './ids.ts';
import { idSchema, isId } from './ids.ts';
import { isRichTextOrPlain } from './rich-text.ts';

export type FieldKind =
  | 'text'
  | 'longText'
  | 'date'
  | 'dateTime'
  | 'time'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'choice'
  | 'reference'
  | 'json';

/**
 * One column of a record: what it holds, how it is checked, and what generic parts of the program
 * (store, forms, registers, spreadsheets) need to know of it.
 */
export interface Field<T> {
  readonly kind: FieldKind;
  readonly schema: z.ZodType<T>;
  /**
   * True only for values that the schema lets through as they are, told without it: bulk work checks
   * hundreds of thousands of them. False says nothing; the schema then has the word.
   */
  readonly isPlainly?: (value: unknown) => boolean;
  readonly isOptional: boolean;
  /** Value given when a new record does not say. */
  readonly initial?: T;
  readonly choices?: readonly string[];
  /** Table a reference points to. */
  readonly target?: string;
  /** True for text with headings, lists and tables, kept as JSON text (see `rich-text.ts`). */
  readonly isRich?: boolean;
  /** True for personal data in the sense of the GDPR: kept out of logs and of public exports. */
  readonly isPersonal?: boolean;
}

/** A field that need not be said when a record is made. */
export type WithInitial<T> = Field<T> & { readonly initial: T };

const isText = (value: unknown): value is string => typeof value === 'string';

function isTrimmed(value: string): boolean {
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  const arePlain = first > 0x20 && first < 0x7f && last > 0x20 && last < 0x7f;
  return arePlain || value === value.trim();
}

const LONG_TEXT_MAX = 200_000;
/** Layout takes several times the room of the words. */
const RICH_TEXT_MAX = 1_000_000;
const ARCHIVE_MAX = 50_000_000;

export const text = (max = 500): Field<string> => ({
  kind: 'text',
  schema: z.string().trim().min(1, { error: 'required' }).max(max, { error: 'tooLong' }),
  isPlainly: (value) =>
    isText(value) && value.length > 0 && value.length <= max && isTrimmed(value),
  isOptional: false,
});

export const longText = (): Field<string> => ({
  kind: 'longText',
  schema: z.string().min(1, { error: 'required' }).max(LONG_TEXT_MAX, { error: 'tooLong' }),
  isPlainly: (value) => isText(value) && value.length > 0 && value.length <= LONG_TEXT_MAX,
  isOptional: false,
});

/** Text that the program keeps for itself and nobody types, such as frozen data. */
export const archive = (): Field<string> => ({
  kind: 'longText',
  schema: z.string().min(1, { error: 'required' }).max(ARCHIVE_MAX, { error: 'tooLong' }),
  isPlainly: (value) => isText(value) && value.length > 0 && value.length <= ARCHIVE_MAX,
  isOptional: false,
});

/** A long text that may be laid out; plain text is taken as it is. */
export const richText = (): Field<string> => ({
  kind: 'longText',
  schema: z
    .string()
    .min(1, { error: 'required' })
    .max(RICH_TEXT_MAX, { error: 'tooLong' })
    .refine(isRichTextOrPlain, { error: 'invalidRichText' }),
  isOptional: false,
  isRich: true,
});

export const date = (): Field<string> => ({
  kind: 'date',
  schema: dateSchema,
  isPlainly: (value) => isText(value) && isCalendarDate(value),
  isOptional: false,
});

export const dateTime = (): Field<string> => ({
  kind: 'dateTime',
  schema: dateTimeSchema,
  isPlainly: (value) => isText(value) && isDateTime(value),
  isOptional: false,
});

export const time = (): Field<string> => ({
  kind: 'time',
  schema: timeSchema,
  isPlainly: (value) => isText(value) && isTime(value),
  isOptional: false,
});

export const integer = (min = 0, max = 1_000_000_000): Field<number> => ({
  kind: 'integer',
  schema: z
    .number({ error: 'invalidNumber' })
    .int({ error: 'invalidNumber' })
    .min(min, { error: 'tooSmall' })
    .max(max, { error: 'tooLarge' }),
  isPlainly: (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
  isOptional: false,
});

export const decimal = (): Field<number> => ({
  kind: 'number',
  schema: z.number({ error: 'invalidNumber' }),
  isPlainly: Number.isFinite,
  isOptional: false,
});

export const flag = (initial = false): WithInitial<boolean> => ({
  kind: 'boolean',
  schema: z.boolean(),
  isPlainly: (value) => typeof value === 'boolean',
  isOptional: false,
  initial,
});

type Choices = readonly [string, ...string[]];

export function choice<const V extends Choices>(choices: V): Field<V[number]>;
export function choice<const V extends Choices>(
  choices: V,
  initial: V[number],
): WithInitial<V[number]>;
export function choice<const V extends Choices>(choices: V, initial?: V[number]): Field<V[number]> {
  const known = new Set<unknown>(choices);
  return {
    kind: 'choice',
    schema: z.enum(choices, { error: 'invalidChoice' }),
    isPlainly: (value) => known.has(value),
    isOptional: false,
    choices,
    ...(initial === undefined ? {} : { initial }),
  };
}

export const reference = <const Table extends string>(target: Table): Field<Id<Table>> => ({
  kind: 'reference',
  schema: idSchema<Table>(),
  isPlainly: isId,
  isOptional: false,
  target,
});

/** Structured value kept as JSON text; for data that is never queried by its parts. */
export const json = <T>(schema: z.ZodType<T>, initial: T): WithInitial<T> => ({
  kind: 'json',
  schema,
  isOptional: false,
  initial,
});

/** The same field, which may be left empty (null). */
export function optional<T>(field: Field<T>): WithInitial<T | null> {
  const { initial: _initial, ...rest } = field;
  return { ...rest, schema: field.schema.nullable(), isOptional: true, initial: null };
}

/** The same field, which takes this value when a new record does not say. */
export function startingAt<T>(field: Field<T>, initial: T): WithInitial<T> {
  return { ...field, initial };
}

export function personal<T>(field: Field<T>): Field<T> {
  return { ...field, isPersonal: true };
}

/** A list of short labels, such as tags. */
export const labels = (): WithInitial<string[]> =>
  json(z.array(z.string().trim().min(1).max(80)).max(100), []);
