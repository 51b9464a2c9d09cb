import type { SavedView, ViewDefinition } from '#contract/view.channels.ts';
import { columnFilter, viewDefinition } from '#contract/view.channels.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { RegisterKey } from '#repositories/registers/index.ts';
import { registers } from '#repositories/registers/index.ts';
import type { Register } from '#repositories/registers/register.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { StoreSession } from './session.ts';

const shape = viewDefinition.shape;

/** Every list of strings, record or value of a definition that stands on its own. */
function readPart<K extends keyof ViewDefinition>(
  kept: Readonly<Record<string, unknown>>,
  key: K,
  otherwise: ViewDefinition[K],
): ViewDefinition[K] {
  const parsed = shape[key].safeParse(kept[key]);
  return parsed.success ? (parsed.data as ViewDefinition[K]) : otherwise; // schema of that very part
}

function readFilters(kept: unknown): ViewDefinition['filters'] {
  if (typeof kept !== 'object' || kept === null) return {};
  return Object.fromEntries(
    Object.entries(kept).flatMap(([key, value]) => {
      const parsed = columnFilter.safeParse(value);
      return parsed.success ? [[key, parsed.data]] : [];
    }),
  );
}

/**
 * A definition as it can be used now: parts that cannot be read give way to the usual ones, columns
 * that the register no longer has are left out.
 */
export function readDefinition(
  kept: Readonly<Record<string, unknown>>,
  register: Register,
): ViewDefinition {
  const keys = new Set(register.columns.map(({ key }) => key));
  const isKnown = (key: string): boolean => keys.has(key);
  const onlyKnown = <T>(values: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(values).filter(([key]) => isKnown(key)));
  const groupBy = readPart(kept, 'groupBy', null);
  return {
    text: readPart(kept, 'text', ''),
    at: readPart(kept, 'at', null),
    filters: onlyKnown(readFilters(kept['filters'])),
    order: readPart(kept, 'order', []).filter(isKnown),
    hidden: readPart(kept, 'hidden', []).filter(isKnown),
    widths: onlyKnown(readPart(kept, 'widths', {})),
    sort: readPart(kept, 'sort', []).filter(({ column }) => isKnown(column)),
    groupBy: groupBy !== null && isKnown(groupBy.column) ? groupBy : null,
  };
}

const byName = new Intl.Collator('fr', { numeric: true, sensitivity: 'base' });

/** Saved views of one register, by name. */
export function listViews(db: ReadableDb, register: RegisterKey): SavedView[] {
  return listRecords(db, 'savedView', { screen: register })
    .map(({ id, name, definition }) => ({
      id,
      name,
      definition: readDefinition(definition, registers[register]),
    }))
    .toSorted((a, b) => byName.compare(a.name, b.name));
}

export interface ViewToSave {
  /** The view to save anew; null for a new one. */
  readonly id: string | null;
  readonly register: RegisterKey;
  readonly name: string;
  readonly definition: ViewDefinition;
}

/** @throws DataError `record.notFound` when the view to save anew is gone */
export function saveView(
  session: StoreSession,
  { author }: { readonly author: string },
  { id, register, name, definition }: ViewToSave,
): OperationResult<string> {
  const values = { name, definition: JSON.parse(JSON.stringify(definition)) };
  const reason = { key: id === null ? 'create' : 'update', params: { table: 'savedView' } };
  return runOperation(session.writer(), { author, reason }, (operation) => {
    if (id === null) return operation.insert('savedView', { screen: register, ...values });
    operation.update('savedView', id, values);
    return id;
  });
}
