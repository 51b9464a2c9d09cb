import type { ImportSpec } from '#contract/import.channels.ts';
import type { Translate } from '#platform/translate.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { fillColumns } from './columns.ts';
import { createDefaults } from './defaults.ts';
import { importDefinitions } from './definitions.ts';

/** Why nothing can be imported by this mapping, one sentence each; empty when it can begin. */
export function obstaclesOf(db: ReadableDb, spec: ImportSpec, translate: Translate): string[] {
  if (spec.mapping.length === 0) return [translate('imports:obstacle.nothing')];
  const fixed = Object.entries(spec.fixed).filter(([, value]) => value.trim() !== '');
  const given = new Set(
    [...spec.mapping, ...fixed.map(([key]) => ({ key }))].map(({ key }) => key),
  );
  if (given.has('id')) return [];
  const { table } = importDefinitions[spec.register];
  const columns = fillColumns(spec.register);
  const missing = columns.filter(
    ({ key, isRequired }) =>
      isRequired && !given.has(key) && !(key === 'familyName' && given.has('fullName')),
  );
  const isNamed = (field: string): boolean =>
    (field === 'workingGroupId' && given.has('body')) ||
    columns.some(({ key, fill }) => 'field' in fill && fill.field === field && given.has(key));
  const open = createDefaults(db, table).open.filter((field) => !isNamed(field));
  return [
    ...missing.map(({ label }) =>
      translate('imports:obstacle.required', { column: translate(label) }),
    ),
    ...open.map((field) =>
      translate('imports:obstacle.context', {
        column: translate(`vocabulary:field.${table}.${field}`),
      }),
    ),
  ];
}
