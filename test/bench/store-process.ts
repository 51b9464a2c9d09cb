/** One task of the store benches in its own process: `node store-process.ts TASK STORE …`. */
import { openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { runLongOperation } from '#journal/long-operation.ts';
import { redoLastLong, undoLastLong } from '#journal/undo.ts';
import type { StoreSession } from '#services/session.ts';
import { createStore, openSession } from '#services/session.ts';
import { foldText } from '#sql/fold.ts';
import { measureList } from './list-task.ts';
import { ownPeakMb } from './processes.ts';
import { measureSearch } from './search-task.ts';
import { idAt, recordOf, valuesAt } from './store-data.ts';

const ROWS_AT_ONCE = 200;
const by = { author: 'Banc' };

/** Tokens are kept beside the store, so that each process continues the copy of the one before. */
function options(path: string) {
  const file = (storeId: string) => `${path}.token-${storeId}`;
  return {
    path,
    home: `${path}.home`,
    tokens: {
      read: (storeId: string) => {
        try {
          return readFileSync(file(storeId), 'utf8');
        } catch {
          return null;
        }
      },
      write: (storeId: string, token: string) => writeFileSync(file(storeId), token),
    },
  };
}

/** Lines of a file, a block at a time. */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const block = Buffer.alloc(1 << 16);
  const decoder = new TextDecoder();
  let rest = '';
  for (let size = readSync(file, block); size > 0; size = readSync(file, block)) {
    const lines = (rest + decoder.decode(block.subarray(0, size), { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

const unstopped = { signal: new AbortController().signal };

async function insert(session: StoreSession, file: string): Promise<number> {
  const { changes } = await runLongOperation(
    session.writer(),
    { ...by, reason: { key: 'import' }, kind: 'import' },
    function* (operation) {
      let rows: { values: ReturnType<typeof recordOf> }[] = [];
      for (const line of linesOf(file)) {
        rows.push({ values: recordOf(line.split('\t').slice(2)) });
        if (rows.length < ROWS_AT_ONCE) continue;
        operation.insertMany('organisation', rows);
        rows = [];
        yield;
      }
      operation.insertMany('organisation', rows);
    },
    unstopped,
  );
  return changes;
}

async function using<T>(
  session: StoreSession,
  body: (session: StoreSession) => Promise<T>,
): Promise<T> {
  try {
    return await body(session);
  } finally {
    session.close();
  }
}

function writeRows(path: string, count: number): void {
  const file = openSync(path, 'w');
  let lines: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const values = valuesAt(index);
    lines.push(`${idAt(index)}\t${foldText(values[0] ?? '')}\t${values.join('\t')}\n`);
    if (lines.length === ROWS_AT_ONCE || index === count - 1) {
      writeFileSync(file, lines.join(''));
      lines = [];
    }
  }
}

const [task = '', path = '', more = ''] = process.argv.slice(2);

async function perform(): Promise<object> {
  switch (task) {
    case 'rows':
      writeRows(path, Number(more));
      return {};
    case 'create':
      createStore(options(path)).close();
      return {};
    case 'insert':
      return using(openSession(options(path)), async (session) => ({
        changes: await insert(session, more),
      }));
    case 'undo':
    case 'redo':
      return using(openSession(options(path)), async (session) => {
        const start = performance.now();
        const revert = task === 'undo' ? undoLastLong : redoLastLong;
        const { changes } = await revert(session.writer(), by, unstopped);
        return { changes, workMs: performance.now() - start };
      });
    case 'search-ours':
    case 'search-plain':
      return measureSearch(path, task === 'search-ours', Number(more));
    case 'list-ours':
    case 'list-plain':
      return measureList(path, task === 'list-ours');
    default:
      throw new RangeError(task);
  }
}

process.stdout.write(`${JSON.stringify({ ...(await perform()), peakMb: ownPeakMb() })}\n`);
