import { z } from 'zod';

import type { Field } from './fields.ts';
import type { Id } from './ids.ts';

export type Fields = Readonly<Record<string, Field<unknown>>>;

type ValueOf<F> = F extends Field<infer T> ? T : never;

/** A record as the program sees it: its identifier, its columns, and when it was put aside. */
export type RecordFrom<Name extends string, F extends Fields> = {
  readonly id: Id<Name>;
  readonly deletedAt: string | null;
} & { readonly [K in keyof F]: ValueOf<F[K]> };

type RequiredKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly initial: unknown } ? never : K;
}[keyof F];

/** What must be said to make a record; what is left out takes the field's initial value. */
export type NewFrom<F extends Fields> = { readonly [K in RequiredKeys<F>]: ValueOf<F[K]> } & {
  readonly [K in Exclude<keyof F, RequiredKeys<F>>]?: ValueOf<F[K]> | undefined;
};

export type PatchFrom<F extends Fields> = { readonly [K in keyof F]?: ValueOf<F[K]> | undefined };

/** A rule that the fields of one record break together. `field` is where to show it. */
export interface RuleBreach<F extends Fields = Fields> {
  readonly field: keyof F & string;
  readonly rule: string;
}

/**
 * Where a record's journal entries travel: everyone's (`core`), one sub-group's, one evaluator's
 * alone, or wherever the record it hangs on travels (`parent`). `field` holds the deciding reference.
 */
export type ScopeRule =
  | { readonly kind: 'core' }
  | { readonly kind: 'subGroup' | 'evaluator' | 'parent'; readonly field: string };

export interface EntityOptions<F extends Fields> {
  readonly fields: F;
  /** Columns that name the record, in order; shown wherever it is referred to. */
  readonly label: readonly (keyof F & string)[];
  /** Columns that lists sort and filter by, where that is not the label: family name first. */
  readonly sortedBy?: readonly (keyof F & string)[];
  /** Further columns found by the search, beyond the label. */
  readonly searched?: readonly (keyof F & string)[];
  /** Rules across columns. */
  readonly rules?: (values: { readonly [K in keyof F]: ValueOf<F[K]> }) => readonly RuleBreach<F>[];
  readonly scope?: {
    readonly kind: 'subGroup' | 'evaluator' | 'parent';
    readonly field: keyof F & string;
  };
  /** Columns, beyond references, that lists sort or filter on at scale. */
  readonly indexed?: readonly (keyof F & string)[];
}

export interface Entity<Name extends string = string, F extends Fields = Fields> {
  readonly name: Name;
  readonly fields: F;
  readonly label: readonly string[];
  readonly sortedBy: readonly string[];
  readonly searched: readonly string[];
  readonly indexed: readonly string[];
  readonly scope: ScopeRule;
  readonly rules: (values: Readonly<Record<string, unknown>>) => readonly RuleBreach[];
  /** Checks a whole record's columns, each on its own. */
  readonly schema: z.ZodType<Record<string, unknown>>;
  readonly fieldNames: readonly string[];
}

/** Declares a kind of record once; store, contract, forms, registers and search all read this. */
export function defineEntity<const Name extends string, F extends Fields>(
  name: Name,
  options: EntityOptions<F>,
): Entity<Name, F> {
  const shape = Object.fromEntries(
    Object.entries(options.fields).map(([key, field]) => [key, field.schema]),
  );
  return {
    name,
    fields: options.fields,
    label: options.label,
    sortedBy: options.sortedBy ?? options.label,
    searched: options.searched ?? [],
    indexed: options.indexed ?? [],
    scope: options.scope ?? { kind: 'core' },
    // The schema below has checked the values before any rule sees them.
    rules: (options.rules ?? (() => [])) as Entity['rules'],
    schema: z.strictObject(shape),
    fieldNames: Object.keys(options.fields),
  };
}

const columnNames = new Map<string, string>();

/** camelCase column of the domain → snake_case column of the database. */
export function toColumn(field: string): string {
  const known = columnNames.get(field);
  if (known !== undefined) return known;
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  columnNames.set(field, column);
  return column;
}

/** The rule that a period does not end before it begins, for any pair of date columns. */
export function periodInOrder(from: string | null, to: string | null, field: string): RuleBreach[] {
  return from !== null && to !== null && to < from ? [{ field, rule: 'endsBeforeItBegins' }] : [];
}
