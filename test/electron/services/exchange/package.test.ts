import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { writeEnd, writePart } from '#interop/tar.ts';
import { runOperation } from '#journal/operation.ts';
import { countRecords, getRecord, listRecords } from '#repositories/records.repo.ts';
import { filesFolder, placeOf } from '#services/attachment-files.ts';
import { headerOf, mergeFrom } from '#services/exchange/merge-package.ts';
import { packTo } from '#services/exchange/write-package.ts';
import { undo } from '#services/journal.ts';
import { createStore } from '#services/session.ts';
import type { StoreSession } from '#services/session.ts';
import { lostFiles } from '#services/store-files.ts';
import {
  attachTexts,
  digest,
  heldNames,
  openingScript,
  runApart,
  storeWithFiles,
  wrongOnes,
} from '#test/attached-files.ts';
import { allRows, emptyStore, reopen, storeOptions, temporaryFolder } from '#test/stores.ts';

const by = { author: 'Essai' };
const RUNS = Number(process.env['RAPPORTEUR_CRASH_RUNS'] ?? 12);

/** The code that some work is refused with; null when it is not. */
async function refusal(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

/** The store of another person, in which nothing was written yet. */
const newcomer = (): StoreSession => emptyStore().session;

const packagePath = () => join(temporaryFolder(), 'envoi.rapporteur-echange');

describe('an exchange file', () => {
  it('carries records and their files to a new copy, and the answer back', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    const id = deliverable('Note');
    await attach(id, { 'a.odt': 'un', 'b.bin': Buffer.alloc(3_000_000, 'é') });
    const path = packagePath();
    expect(await packTo(session, { path })).toMatchObject({ files: 2, lost: [] });

    const other = newcomer();
    expect(await mergeFrom(other, path)).toMatchObject({
      known: 0,
      files: 2,
      lost: [],
      conflicts: 0,
    });
    expect(allRows(other.reader)).toEqual(allRows(session.reader));
    expect(await lostFiles(other, 'bytes')).toEqual([]);
    expect(wrongOnes(filesFolder(other.path))).toEqual([]);
    // Once more changes nothing.
    expect(await mergeFrom(other, path)).toMatchObject({ added: 0, files: 0 });

    await attachTexts(other, id, { 'réponse.odt': 'trois' });
    const answer = packagePath();
    const answerTo = await headerOf(other, path);
    expect(await packTo(other, { path: answer, answerTo })).toMatchObject({ files: 1 });
    expect(statSync(answer).size).toBeLessThan(100_000);
    expect(await mergeFrom(session, answer)).toMatchObject({ files: 1, lost: [] });
    expect(allRows(session.reader)).toEqual(allRows(other.reader));
    expect(readFileSync(placeOf(session.path, digest('trois')), 'utf8')).toBe('trois');
  });

  it('carries what an undo may bring back', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un' });
    undo(session, by, { canUndoFounding: false });
    const path = packagePath();
    await packTo(session, { path });
    const other = newcomer();
    await mergeFrom(other, path);
    expect(heldNames(filesFolder(other.path))).toEqual([digest('un')]);
  });

  it('of a sub-group carries the files of its records and of what all share, no others', async () => {
    const { session, subGroup, deliverable, attach } = storeWithFiles();
    const [mine, theirs] = [subGroup('Le mien'), subGroup('Le leur')];
    await attach(deliverable('Commun'), { 'commun.odt': 'commun' });
    await attach(deliverable('Mien', mine), { 'mien.odt': 'mien' });
    await attach(deliverable('Leur', theirs), { 'leur.odt': 'leur' });
    const path = packagePath();
    await packTo(session, { path, scopes: ['core', `sub-group/${mine}`] });
    expect(readFileSync(path).includes('leur')).toBe(false);
    const other = newcomer();
    const { files, lost } = await mergeFrom(other, path);
    expect(files).toBe(2);
    expect(heldNames(filesFolder(other.path))).toEqual(
      [digest('commun'), digest('mien')].toSorted(),
    );
    // A record that did not come misses no file.
    expect(lost).toEqual([]);
    expect(await lostFiles(other, 'bytes')).toEqual([]);
  });

  it('without files merges and says what is missing; an answer brings it', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    const id = deliverable('Note');
    await attach(id, { 'a.odt': 'un', 'b.odt': 'deux' });
    const bare = packagePath();
    await packTo(session, { path: bare, withoutFiles: true });
    const other = newcomer();
    const { added, files, lost } = await mergeFrom(other, bare);
    expect(added).toBeGreaterThan(2);
    expect([files, lost]).toEqual([0, ['a.odt', 'b.odt']]);
    expect(getRecord(other.reader, 'deliverable', id)).not.toBeNull();

    const request = packagePath();
    await packTo(other, { path: request });
    const answer = packagePath();
    await packTo(session, { path: answer, answerTo: await headerOf(session, request) });
    expect(await mergeFrom(other, answer)).toMatchObject({ added: 0, files: 2 });
    expect(await lostFiles(other, 'bytes')).toEqual([]);
  });

  it('tells what is gone or altered on the sending side, and never sends it', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.odt': 'un', 'b.odt': 'deux', 'c.odt': 'trois' });
    rmSync(placeOf(session.path, digest('un')));
    writeFileSync(placeOf(session.path, digest('deux')), 'DEUX');
    const path = packagePath();
    const { files, lost } = await packTo(session, { path });
    expect([files, lost.toSorted()]).toEqual([1, ['a.odt', 'b.odt']]);
    expect((await mergeFrom(newcomer(), path)).lost).toEqual(['a.odt', 'b.odt']);
  });

  it('too large is refused before anything is written', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.bin': Buffer.alloc(2_000_000) });
    const path = packagePath();
    expect(await refusal(packTo(session, { path, limit: 1_000_000 }))).toBe('exchange.tooLarge');
    expect(existsSync(path)).toBe(false);
    expect(await packTo(session, { path, limit: 1_000_000, withoutFiles: true })).toMatchObject({
      files: 0,
    });
  });

  it('shows both values of a field that two people changed', async () => {
    const { session, deliverable } = storeWithFiles();
    const id = deliverable('Note');
    const path = packagePath();
    await packTo(session, { path });
    const other = newcomer();
    await mergeFrom(other, path);
    const rename = (store: StoreSession, title: string) =>
      runOperation(store.writer(), { ...by, reason: { key: 'update' } }, (operation) =>
        operation.update('deliverable', id, { title }),
      );
    rename(session, 'Ici');
    rename(other, 'Là');
    await packTo(other, { path });
    expect(await mergeFrom(session, path)).toMatchObject({ conflicts: 1 });
  });
});

describe('a foreign or damaged exchange file', () => {
  it('of another group, or of none, is refused', async () => {
    const { session } = storeWithFiles();
    const path = packagePath();
    await packTo(session, { path });
    const another = storeWithFiles();
    const before = allRows(another.session.reader);
    expect(await refusal(mergeFrom(another.session, path))).toBe('exchange.otherGroup');
    expect(await refusal(headerOf(another.session, path))).toBe('exchange.otherGroup');
    for (const content of ['', 'bonjour', 'x'.repeat(5000), Buffer.alloc(4096)]) {
      writeFileSync(path, content);
      expect(await refusal(mergeFrom(another.session, path))).toBe('exchange.notAPackage');
    }
    const folder = temporaryFolder();
    expect(await refusal(mergeFrom(another.session, folder))).toBe('exchange.notAPackage');
    expect(await refusal(mergeFrom(another.session, join(folder, 'rien')))).toBe('store.notFound');
    expect(allRows(another.session.reader)).toEqual(before);
  });

  it('cut or altered anywhere changes no record, and names no wrong file', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.bin': Buffer.alloc(20_000, 'x'), 'b.odt': 'deux' });
    const path = packagePath();
    await packTo(session, { path });
    const whole = readFileSync(path);
    const other = newcomer();
    const harm = fc.record({
      at: fc.nat(whole.length - 1025),
      isCut: fc.boolean(),
      bit: fc.nat(7),
    });
    let harmless = 0;
    await fc.assert(
      fc.asyncProperty(harm, async ({ at, isCut, bit }) => {
        const bytes = Buffer.from(whole);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
        writeFileSync(path, isCut ? whole : bytes);
        if (isCut) truncateSync(path, at);
        const code = await refusal(mergeFrom(other, path));
        expect(wrongOnes(filesFolder(other.path))).toEqual([]);
        // Bytes that only fill a part up to its length say nothing.
        if (code === null) harmless += 1;
        else {
          expect(code).toMatch(/^(?:exchange|journal)\./);
          if (harmless === 0) expect(countRecords(other.reader, 'deliverable')).toBe(0);
        }
      }),
      { numRuns: 150 },
    );
    writeFileSync(path, whole);
    await mergeFrom(other, path);
    expect(await lostFiles(other, 'bytes')).toEqual([]);
  });

  /** A file that is well formed, but for what a test makes of it. */
  async function forged(
    session: StoreSession,
    journal: Buffer,
    counts: { operations: number; changes: number },
    files: readonly { name: string; sha256: string; bytes: Buffer }[] = [],
  ): Promise<string> {
    const path = packagePath();
    await packTo(session, { path });
    const real = await headerOf(session, path);
    const header = Buffer.from(
      JSON.stringify({
        ...real,
        ...counts,
        sha256: createHash('sha256').update(journal).digest('hex'),
        files: files.map(({ sha256, bytes }) => ({ sha256, byteSize: bytes.length })),
      }),
    );
    const parts: Uint8Array[] = [];
    const sink = (chunk: Uint8Array) => Promise.resolve(void parts.push(Uint8Array.from(chunk)));
    await writePart(sink, { name: 'echange.json', size: header.length }, [header]);
    await writePart(sink, { name: 'journal.ndjson.gz', size: journal.length }, [journal]);
    for (const { name, bytes } of files) {
      await writePart(sink, { name, size: bytes.length }, [bytes]);
    }
    await writeEnd(sink);
    writeFileSync(path, Buffer.concat(parts));
    return path;
  }

  it('with a bomb, an entry that is none, or a file out of its place is refused', async () => {
    const { session } = storeWithFiles();
    const none = gzipSync('');
    const bomb = gzipSync(Buffer.alloc(50_000_000, 'a'));
    const lines = gzipSync('{"c":{"scope":1}}\n');
    const nothing = { operations: 0, changes: 0 };
    expect(await refusal(mergeFrom(session, await forged(session, bomb, nothing)))).toBe(
      'exchange.damaged',
    );
    expect(
      await refusal(
        mergeFrom(session, await forged(session, lines, { operations: 0, changes: 1 })),
      ),
    ).toBe('exchange.damaged');
    const sha256 = digest('intrus');
    for (const name of ['../intrus', `fichiers/../../${sha256}`, `fichiers/${digest('autre')}`]) {
      const intruder = [{ name, sha256, bytes: Buffer.from('intrus') }];
      const path = await forged(session, none, nothing, intruder);
      expect(await refusal(mergeFrom(session, path))).toBe('exchange.damaged');
    }
    // Well named, but spoken of by no record: not taken.
    const stray = [{ name: `fichiers/${sha256}`, sha256, bytes: Buffer.from('intrus') }];
    const path = await forged(session, none, nothing, stray);
    expect(await mergeFrom(session, path)).toMatchObject({ added: 0, files: 0 });
    expect(heldNames(filesFolder(session.path))).toEqual([]);
  });
});

describe('large files', () => {
  it('pass through in blocks, never whole in memory', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Film'), { 'film.mp4': Buffer.alloc(150_000_000, 'film') });
    session.close();
    const path = packagePath();
    const body = (work: string) => `${openingScript(options)}
      import { packTo } from '#services/exchange/write-package.ts';
      import { mergeFrom } from '#services/exchange/merge-package.ts';
      const before = process.resourceUsage().maxRSS;
      ${work}
      process.stdout.write(String(Math.round((process.resourceUsage().maxRSS - before) / 1000)));
      session.close();`;
    const packed = await runApart(
      body(`await packTo(session, { path: ${JSON.stringify(path)} });`),
    );
    expect(statSync(path).size).toBeGreaterThan(150_000_000);
    rmSync(placeOf(options.path, digest(Buffer.alloc(150_000_000, 'film'))));
    const merged = await runApart(body(`await mergeFrom(session, ${JSON.stringify(path)});`));
    const after = reopen(options);
    expect(await lostFiles(after, 'bytes')).toEqual([]);
    for (const { text } of [packed, merged]) expect(Number(text)).toBeLessThan(90);
  });
});

describe('a process killed while it receives', () => {
  it('keeps all of the entries or none, and no wrong file; once more is enough', async () => {
    const { session, deliverable, attach } = storeWithFiles();
    const documents = Object.fromEntries(
      Array.from({ length: 5 }, (_, n) => [`${n}.bin`, Buffer.alloc(5_000_000, n + 1)]),
    );
    await attach(deliverable('Note'), documents);
    const path = packagePath();
    await packTo(session, { path });
    const all = listRecords(session.reader, 'attachment').length;
    const options = storeOptions();
    createStore(options).close();
    let killed = 0;
    for (let round = 0; round < RUNS; round += 1) {
      const script = `${openingScript(options)}
        import { mergeFrom } from '#services/exchange/merge-package.ts';
        process.stdout.write('.');
        await mergeFrom(session, ${JSON.stringify(path)});`;
      const { signal } = await runApart(script, { killAfterMs: (round * 41) % 250 });
      if (signal === 'SIGKILL') killed += 1;
      expect(wrongOnes(filesFolder(options.path))).toEqual([]);
      const after = reopen(options);
      expect([0, all]).toContain(countRecords(after.reader, 'attachment'));
      // What a record speaks of is there.
      expect(await lostFiles(after, 'bytes')).toEqual([]);
      after.close();
    }
    expect(killed).toBeGreaterThan(2);
    const last = reopen(options);
    await mergeFrom(last, path);
    expect(allRows(last.reader)).toEqual(allRows(session.reader));
    expect(heldNames(filesFolder(options.path))).toHaveLength(5);
  }, 240_000);
});

describe.skipIf(process.platform === 'win32')('a disk that is full', () => {
  it('leaves no exchange file, or nothing half of what one brings', async () => {
    const { session, options, deliverable, attach } = storeWithFiles();
    await attach(deliverable('Note'), { 'a.bin': Buffer.alloc(3_000_000, 7) });
    const path = packagePath();
    await packTo(session, { path });
    session.close();
    const target = packagePath();
    const packing = await runApart(
      `${openingScript(options)}
       import { packTo } from '#services/exchange/write-package.ts';
       const work = packTo(session, { path: ${JSON.stringify(target)} });
       process.stdout.write(await work.then(() => 'done', codeOf));
       process.exit(0);`,
      { limitKb: 2000 },
    );
    expect(packing.text).toBe('export.notWritable');
    expect(existsSync(target)).toBe(false);
    const receiver = storeOptions();
    createStore(receiver).close();
    const merging = await runApart(
      `${openingScript(receiver)}
       import { mergeFrom } from '#services/exchange/merge-package.ts';
       const work = mergeFrom(session, ${JSON.stringify(path)});
       process.stdout.write(await work.then(() => 'done', codeOf));
       process.exit(0);`,
      { limitKb: 2000 },
    );
    expect(merging.text).toBe('store.io');
    expect(heldNames(filesFolder(receiver.path))).toEqual([]);
    expect(countRecords(reopen(receiver).reader, 'attachment')).toBe(0);
  });
});
