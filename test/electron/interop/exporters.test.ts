import { exporters, isExportFormat } from '#interop/exporters.ts';
import { ExportError } from '#interop/table.ts';
import type { ExportFormat } from '#interop/exporters.ts';
import { describe, expect, it } from 'vitest';
import { tableOf, textColumns, workbookOf, writeBytes } from './read-back.ts';

const FORMATS: readonly ExportFormat[] = ['xlsx', 'ods', 'csv'];

describe('exporters', () => {
  it('names every format by its own id and extension', () => {
    for (const format of FORMATS) {
      expect(isExportFormat(format)).toBe(true);
      expect(exporters[format]).toMatchObject({ id: format, extension: format });
    }
    expect(isExportFormat('toString')).toBe(false);
    expect(isExportFormat('pdf')).toBe(false);
  });
});

describe.each(FORMATS)('%s', (format) => {
  it('takes rows that arrive one by one, and tells its progress', async () => {
    async function* rows(): AsyncGenerator<string[]> {
      for (let index = 0; index < 20_000; index += 1) yield [`ligne ${index}`, 'é'.repeat(20)];
    }
    const seen: number[] = [];
    const table = { ...tableOf(textColumns(2), rows()), rowCount: 20_000 };
    const result = await writeBytes(format, workbookOf([table]), {
      onProgress: ({ rows, total }) => {
        expect(total).toBe(20_000);
        seen.push(rows);
      },
    });
    expect(result.rows).toBe(20_000);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(20_000);
  });

  it('stops midway when cancelled, and lets go of the rows', async () => {
    const abort = new AbortController();
    let read = 0;
    let isClosed = false;
    function* rows(): Generator<string[]> {
      try {
        for (;;) {
          read += 1;
          yield [`ligne ${read}`];
        }
      } finally {
        isClosed = true;
      }
    }
    const reason = new Error('annulé');
    const done = writeBytes(format, workbookOf([tableOf(textColumns(1), rows())]), {
      signal: abort.signal,
      onProgress: ({ rows }) => {
        if (rows > 10_000) abort.abort(reason);
      },
    });
    await expect(done).rejects.toBe(reason);
    expect(isClosed).toBe(true);
    expect(read).toBeLessThan(100_000);
  });

  it('has no write under way when it has stopped', async () => {
    const abort = new AbortController();
    let inside = 0;
    let chunks = 0;
    function* rows(): Generator<string[]> {
      for (let index = 0; ; index += 1) yield [`ligne ${index * 7919}`];
    }
    const done = exporters[format].write(
      workbookOf([tableOf(textColumns(1), rows())]),
      async () => {
        inside += 1;
        chunks += 1;
        if (chunks > 8) abort.abort(new Error('annulé'));
        for (let turn = 0; turn < 20; turn += 1) await new Promise((go) => setImmediate(go));
        inside -= 1;
      },
      { signal: abort.signal },
    );
    await expect(done).rejects.toThrow('annulé');
    expect(inside).toBe(0);
  });

  it('reads no row when cancelled beforehand', async () => {
    let read = 0;
    function* rows(): Generator<string[]> {
      read += 1;
      yield ['a'];
    }
    const done = writeBytes(format, workbookOf([tableOf(textColumns(1), rows())]), {
      signal: AbortSignal.abort(new Error('annulé')),
    });
    await expect(done).rejects.toThrow('annulé');
    expect(read).toBe(0);
  });

  it("hands the sink's and the rows' own failures on", async () => {
    const full = new Error('disque plein');
    function* endless(): Generator<string[]> {
      for (;;) yield ['a'];
    }
    const workbook = workbookOf([tableOf(textColumns(1), endless())]);
    let chunks = 0;
    const done = exporters[format].write(workbook, async () => {
      chunks += 1;
      if (chunks === 8) throw full;
    });
    await expect(done).rejects.toBe(full);
    function* broken(): Generator<string[]> {
      yield ['a'];
      throw full;
    }
    const other = writeBytes(format, workbookOf([tableOf(textColumns(1), broken())]));
    await expect(other).rejects.toBe(full);
  });

  it('hands out chunks in order, one at a time, that stay as they were', async () => {
    const chunks: Uint8Array[] = [];
    const copies: Buffer[] = [];
    let inside = 0;
    const rows = Array.from({ length: 30_000 }, (_, index) => [`ligne ${index * 7919}`]);
    await exporters[format].write(workbookOf([tableOf(textColumns(1), rows)]), async (chunk) => {
      inside += 1;
      expect(inside).toBe(1);
      chunks.push(chunk);
      copies.push(Buffer.from(chunk));
      await new Promise((resolve) => setImmediate(resolve));
      inside -= 1;
    });
    expect(Buffer.compare(Buffer.concat(chunks), Buffer.concat(copies))).toBe(0);
  });

  it.each([
    ['no-table', workbookOf([])],
    ['no-column', workbookOf([tableOf([], [])])],
    ['row-too-long', workbookOf([tableOf(textColumns(1), [['a', 'b']])])],
  ])('refuses %s', async (code, workbook) => {
    const error: unknown = await writeBytes(format, workbook).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ExportError);
    expect(error).toMatchObject({ code });
  });
});

describe.each(['xlsx', 'ods'] as const)('%s', (format) => {
  it('refuses more columns than a sheet has', async () => {
    const done = writeBytes(format, workbookOf([tableOf(textColumns(16_385), [])]));
    await expect(done).rejects.toMatchObject({ code: 'too-many-columns' });
  });
});
