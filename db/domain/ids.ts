import { z } from 'zod';

/** A record's identifier (UUID, version 7 when made here), branded with its table so that two kinds never mix. */
export type Id<Table extends string = string> = string & { readonly __table?: Table };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True when the text has the form of an identifier; says nothing of whether the record exists. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && UUID.test(value);
}

/** Parses an identifier coming from outside (window, file, command line). */
export function idSchema<Table extends string>(): z.ZodType<Id<Table>, Id<Table>> {
  return z.custom<Id<Table>>(isId, { error: 'invalidId' });
}
