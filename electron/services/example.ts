import type { ExampleRecord } from '#example/index.ts';
import { exampleRecords } from '#example/index.ts';
import { runOperation } from '#journal/operation.ts';
import type { Operation } from '#journal/operation.ts';
import type { EntityName, NewRecord } from '#domain/registry.ts';
import type { Id } from '#domain/ids.ts';

import type { SessionOptions, StoreSession } from './session.ts';
import { createStore } from './session.ts';

function insertAll<N extends EntityName>(
  operation: Operation,
  name: N,
  records: readonly ExampleRecord[],
): void {
  const rows = records
    .filter((record) => record.name === name)
    .map(({ id, values }) => ({ id: id as Id<N>, values: values as NewRecord<N> })); // of this very table
  operation.insertMany(name, rows);
}

/** Makes a store that holds the built-in example group, as one operation of its journal. */
export function createExampleStore(
  options: SessionOptions & { readonly author: string },
): StoreSession {
  const session = createStore(options);
  try {
    const context = {
      author: options.author,
      reason: { key: 'example' },
      kind: 'founding' as const,
    };
    runOperation(session.writer(), context, (operation) => {
      const records = exampleRecords();
      for (const name of new Set(records.map((record) => record.name))) {
        insertAll(operation, name, records);
      }
    });
    return session;
  } catch (error) {
    session.close();
    throw error;
  }
}

/** Makes a store for a new working group. */
export function createGroupStore(
  options: SessionOptions & { readonly author: string },
  groupName: string,
): StoreSession {
  const session = createStore(options);
  const context = {
    author: options.author,
    reason: { key: 'create', params: { table: 'workingGroup' } },
    kind: 'founding' as const,
  };
  runOperation(session.writer(), context, (operation) =>
    operation.insert('workingGroup', { name: groupName }),
  );
  return session;
}
