import { toColumn } from '#domain/entity.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { tableOf } from '#sql/codec.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, name as identifier, sql } from '#sql/sql.ts';

type Values = Readonly<Record<string, unknown>>;

/** What new records get where their rows say nothing. */
export interface Defaults {
  /** Contexts that the rows must name because the store holds several: `workingGroupId`. */
  readonly open: readonly string[];
  readonly fill: (given: Values) => Record<string, unknown>;
}

const CONTEXTS = {
  workingGroupId: 'workingGroup',
  callId: 'callForInterest',
  surveyId: 'needsSurvey',
} as const;

/** Columns that count within what another column points to. */
const COUNTED: Readonly<Record<string, string | null>> = {
  position: 'workingGroupId',
  number: 'callId',
};

function highest(db: ReadableDb, table: EntityName, field: string, within: string | null) {
  const key = within === null ? sql`''` : sql`coalesce(${identifier(toColumn(within))}, '')`;
  const rows = all<{ place: string; top: number | null }>(
    db,
    sql`SELECT ${key} AS place, max(${identifier(toColumn(field))}) AS top
        FROM ${identifier(tableOf(table))} WHERE deleted_at IS NULL GROUP BY 1`,
  );
  return new Map(rows.map(({ place, top }) => [place, top ?? 0]));
}

/** @returns how the required columns of a kind of record are filled in */
export function createDefaults(db: ReadableDb, table: EntityName): Defaults {
  const { fields } = entityOf(table);
  const fixed: Record<string, unknown> = {};
  const open: string[] = [];
  for (const [field, target] of Object.entries(CONTEXTS)) {
    if (fields[field] === undefined || fields[field].isOptional) continue;
    const [only, ...others] = listRecords(db, target);
    if (only !== undefined && others.length === 0) fixed[field] = only.id;
    else open.push(field);
  }
  if (fields['version'] !== undefined && !fields['version'].isOptional) fixed['version'] = 1;

  const groupOf = new Map(
    listRecords(db, 'subGroup').map(({ id, workingGroupId }) => [id as string, workingGroupId]),
  );
  const counters = new Map<string, { within: string | null; tops: Map<string, number> }>();
  for (const [field, within] of Object.entries(COUNTED)) {
    const declared = fields[field];
    if (declared?.kind !== 'integer' || declared.isOptional) continue;
    const place = within !== null && fields[within] !== undefined ? within : null;
    counters.set(field, { within: place, tops: highest(db, table, field, place) });
  }

  function ofBody(given: Values): Record<string, unknown> {
    const filled: Record<string, unknown> = {};
    const { subGroupId, committeeId } = given;
    if (typeof subGroupId === 'string' && fields['workingGroupId']?.isOptional === false) {
      filled['workingGroupId'] = groupOf.get(subGroupId) ?? fixed['workingGroupId'];
    }
    if (table === 'meeting' && typeof subGroupId === 'string') filled['kind'] = 'subGroup';
    if (table === 'meeting' && typeof committeeId === 'string') filled['kind'] = 'committee';
    return filled;
  }

  return {
    open,
    fill: (given) => {
      const filled: Record<string, unknown> = { ...fixed, ...ofBody(given) };
      for (const [field, { within, tops }] of counters) {
        const told = given[field];
        const owner = within === null ? null : (given[within] ?? filled[within]);
        const place = typeof owner === 'string' ? owner : '';
        const top = tops.get(place) ?? 0;
        const next = typeof told === 'number' ? told : top + 1;
        if (typeof told !== 'number') filled[field] = next;
        tops.set(place, Math.max(top, next));
      }
      return filled;
    },
  };
}
