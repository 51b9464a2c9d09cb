import { z } from 'zod';

import { dateSchema, dateTimeSchema, timeSchema } from './dates.ts';
import type { Id } from './ids.ts';
import { idSchema } from './ids.ts';

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
  readonly isOptional: boolean;
  /** Value given when a new record does not say. */
  readonly initial?: T;
  readonly choices?: readonly string[];
  /** Table a reference points to. */
  readonly target?: string;
  /** True for personal data in the sense of the GDPR: kept out of logs and of public exports. */
  readonly isPersonal?: boolean;
}

/** A field that need not be said when a record is made. */
export type WithInitial<T> = Field<T> & { readonly initial: T };

export const text = (max = 500): Field<string> => ({
  kind: 'text',
  schema: z.string().trim().min(1, { error: 'required' }).max(max, { error: 'tooLong' }),
  isOptional: false,
});

export const longText = (): Field<string> => ({
  kind: 'longText',
  schema: z.string().min(1, { error: 'required' }).max(200_000, { error: 'tooLong' }),
  isOptional: false,
});

export const date = (): Field<string> => ({ kind: 'date', schema: dateSchema, isOptional: false });

export const dateTime = (): Field<string> => ({
  kind: 'dateTime',
  schema: dateTimeSchema,
  isOptional: false,
});

export const time = (): Field<string> => ({ kind: 'time', schema: timeSchema, isOptional: false });

export const integer = (min = 0, max = 1_000_000_000): Field<number> => ({
  kind: 'integer',
  schema: z
    .number({ error: 'invalidNumber' })
    .int({ error: 'invalidNumber' })
    .min(min, { error: 'tooSmall' })
    .max(max, { error: 'tooLarge' }),
  isOptional: false,
});

export const decimal = (): Field<number> => ({
  kind: 'number',
  schema: z.number({ error: 'invalidNumber' }),
  isOptional: false,
});

export const flag = (initial = false): WithInitial<boolean> => ({
  kind: 'boolean',
  schema: z.boolean(),
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
  return {
    kind: 'choice',
    schema: z.enum(choices, { error: 'invalidChoice' }),
    isOptional: false,
    choices,
    ...(initial === undefined ? {} : { initial }),
  };
}

export const reference = <const Table extends string>(target: Table): Field<Id<Table>> => ({
  kind: 'reference',
  schema: idSchema<Table>(),
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

export function personal<T>(field: Field<T>): Field<T> {
  return { ...field, isPersonal: true };
}

/** A list of short labels, such as tags. */
export const labels = (): WithInitial<string[]> =>
  json(z.array(z.string().trim().min(1).max(80)).max(100), []);
