import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel, Worker } from 'node:worker_threads';

import { describe, expect, it } from 'vitest';

import type { FromStore } from '#ipc/control.ts';
import { fromStore, toStore } from '#ipc/control.ts';
import { readerEntry } from '#interop/import/reader-entry.ts';
import { relayedReaders } from '#interop/import/relayed-reader.ts';
import type { ReaderNews, RelayPort } from '#interop/import/relayed-reader.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import type { Row } from '#interop/import/sheet.ts';
import { temporaryFolder } from '#test/stores.ts';

/** Main's half, with threads for its processes: starts and ends readers as the messages ask. */
function mainWithThreads() {
  const threads = new Map<number, Worker>();
  const wishes: FromStore[] = [];

  function tell(news: ReaderNews, port?: RelayPort): void {
    const message = toStore.parse(news);
    if ('news' in message) readers.receive(message, port);
  }

  function start(number: number): void {
    const { port1, port2 } = new MessageChannel();
    const thread = new Worker(readerEntry());
    threads.set(number, thread);
    thread.on('message', (message) => port1.postMessage(message));
    port1.on('message', (message) => {
      Reflect.apply(thread.postMessage, thread, [message]);
    });
    thread.once('exit', () => {
      port1.close();
      threads.delete(number);
      tell({ news: 'ended', reader: number, how: 'stopped' });
    });
    tell(
      { news: 'started', reader: number },
      {
        postMessage: (message) => port2.postMessage(message),
        onMessage: (listener) => void port2.on('message', listener),
      },
    );
  }

  const readers = relayedReaders((message) => {
    const wish = fromStore.parse(message);
    wishes.push(wish);
    if (!('wish' in wish)) return;
    if (wish.wish === 'start') start(wish.reader);
    else void threads.get(wish.reader)?.terminate();
  });
  return { readers, threads, wishes, tell };
}

function csvFile(): string {
  const path = join(temporaryFolder(), 'structures.csv');
  writeFileSync(path, 'Nom;Ville\nRegain;Hénin-Beaumont\nEssor;Lens\n');
  return path;
}

describe('readers that main starts', () => {
  it('give rows over a port of their own, and are gone once closed', async () => {
    const { readers, threads, wishes } = mainWithThreads();
    const source = { kind: 'path', path: csvFile() } as const;
    const reader = await openReader(source, { spawn: readers.spawn, limits: { memoryMb: 96 } });
    const rows: Row[] = [];
    for await (const some of reader.readSheet(0)) rows.push(...some);
    await reader.close();
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Nom', 'Ville'],
      ['Regain', 'Hénin-Beaumont'],
      ['Essor', 'Lens'],
    ]);
    expect(wishes).toEqual([
      { wish: 'start', reader: 1, memoryMb: 96 },
      { wish: 'end', reader: 1 },
    ]);
    expect(threads.size).toBe(0);
  });

  it('read several files at once without mixing them up', async () => {
    const { readers } = mainWithThreads();
    const names = ['un', 'deux', 'trois'];
    const read = names.map(async (name) => {
      const path = join(temporaryFolder(), `${name}.csv`);
      writeFileSync(path, `Nom;Rang\n${name};1\n`);
      const reader = await openReader({ kind: 'path', path }, { spawn: readers.spawn });
      const [sheet] = reader.workbook.sheets;
      await reader.close();
      return sheet?.preview.at(-1)?.cells[0];
    });
    expect(await Promise.all(read)).toEqual(names);
  });

  it('end at once when the person gives up', async () => {
    const { readers, threads } = mainWithThreads();
    const cancel = new AbortController();
    const source = { kind: 'path', path: csvFile() } as const;
    const opening = openReader(source, { spawn: readers.spawn, signal: cancel.signal });
    cancel.abort(new Error('given up'));
    await expect(opening).rejects.toThrow('given up');
    await expect.poll(() => threads.size).toBe(0);
  });

  it('say how they ended when it was not the program that ended them', async () => {
    for (const [how, code] of [
      ['memory', 'memoryLimit'],
      ['stopped', 'readerStopped'],
    ] as const) {
      const messages: FromStore[] = [];
      const readers = relayedReaders((message) => messages.push(message));
      const opening = openReader({ kind: 'path', path: csvFile() }, { spawn: readers.spawn });
      readers.receive({ news: 'ended', reader: 1, how }, undefined);
      await expect(opening).rejects.toMatchObject({ code });
      expect(messages[0]).toMatchObject({ wish: 'start', reader: 1 });
    }
  });

  it('are not disturbed by news of readers that nobody asked for', async () => {
    const { readers, tell } = mainWithThreads();
    tell({ news: 'ended', reader: 77, how: 'memory' });
    tell({ news: 'started', reader: 78 });
    const reader = await openReader({ kind: 'path', path: csvFile() }, { spawn: readers.spawn });
    tell({ news: 'started', reader: 1 });
    expect(reader.workbook.format).toBe('csv');
    await reader.close();
  });
});
