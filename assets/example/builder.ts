import { createHash } from 'node:crypto';

import type { Id } from '#domain/ids.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';

/** One record of the example of one kind, ready to be inserted. */
export interface ExampleRecordOf<N extends EntityName> {
  readonly name: N;
  readonly id: Id<N>;
  readonly values: NewRecord<N>;
}

/** One record of the example, of any kind; `name` tells which. */
export type ExampleRecord = { [N in EntityName]: ExampleRecordOf<N> }[EntityName];

/** Documents that the example's facts come from. */
export type SourceKey = 'synthesis' | 'restitution';

/** Where a fact stands: the document and the place in it. */
export type Place = readonly [source: SourceKey, locator: string];

/** The same identifier at every call for the same table and key (UUID version 8, from SHA-256). */
export function exampleId<N extends EntityName>(name: N, key: string): Id<N> {
  const hex = createHash('sha256').update(`rapporteur/example/${name}/${key}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4);
  const id = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
  return id;
}

/** One record, without its sources: for what no document states, such as fictitious entries. */
export function record<N extends EntityName>(
  name: N,
  key: string,
  values: NewRecord<N>,
): ExampleRecordOf<N> {
  return { name, id: exampleId(name, key), values };
}

/** One record and a citation for each place of the documents that states it. */
export function fact<N extends EntityName>(
  name: N,
  key: string,
  values: NewRecord<N>,
  ...places: readonly Place[]
): ExampleRecord[] {
  const stated = record(name, key, values);
  // A record of one kind is one of the records of any kind; the compiler cannot see it while N is open.
  return [stated as unknown as ExampleRecord, ...cite(name, key, ...places)];
}

/** Citations for a record declared elsewhere. */
export function cite(
  name: EntityName,
  key: string,
  ...places: readonly Place[]
): ExampleRecordOf<'citation'>[] {
  return places.map(([source, locator]) =>
    record('citation', `${name}/${key}/${source}/${locator}`, {
      recordTable: name,
      recordId: exampleId(name, key),
      sourceId: exampleId('sourceDocument', source),
      locator,
    }),
  );
}
