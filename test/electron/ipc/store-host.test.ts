import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { importFile } from '#contract/import.channels.ts';
import { startHost } from '#test/store-host.ts';
import { temporaryFolder } from '#test/stores.ts';

const person = { table: 'person', values: { familyName: 'Essai' } };

async function withExample(print?: Parameters<typeof startHost>[1]) {
  const home = temporaryFolder();
  const host = await startHost(home, print);
  const opened = await host.order({ kind: 'openExample', path: join(home, 'exemple.rapporteur') });
  return { home, host, opened, window: await host.connect(1) };
}

describe('the store process', () => {
  it('answers no data before a store is open', async () => {
    const host = await startHost(temporaryFolder());
    const window = await host.connect(1);
    expect(await window.ask('reports:list', {})).toMatchObject({
      ok: false,
      error: { code: 'store.none' },
    });
  });

  it('tells what is open, and keeps the example as it was left', async () => {
    const { home, host, opened, window } = await withExample();
    const path = join(home, 'exemple.rapporteur');
    const summary = { path, fileName: 'exemple.rapporteur', isExample: true, isReadOnly: false };
    expect(opened).toEqual({ ok: true, value: summary });
    await window.ask('records:create', person);
    await host.order({ kind: 'close' });
    expect(await host.order({ kind: 'openExample', path })).toEqual({ ok: true, value: summary });
    const found = await window.ask('search:find', { text: 'Essai', limit: 5 });
    expect(found).toMatchObject({ ok: true, value: [{ table: 'person' }] });
  });

  it('tells every window of a change, with the kinds of records it touched', async () => {
    const { host, window } = await withExample();
    const other = await host.connect(2);
    const made = await window.ask('records:create', person);
    await other.ask('journal:state', {}); // answered after the news was sent
    const news = { event: 'data:changed', tables: ['person'] };
    expect(window.events).toMatchObject([news]);
    expect(other.events).toMatchObject([news]);
    expect(made).toMatchObject({ ok: true, value: { operationId: expect.any(String) } });
  });

  it('keeps the store that is open when another one cannot be opened', async () => {
    const { home, host, window } = await withExample();
    const path = join(home, 'damaged.rapporteur');
    writeFileSync(path, 'x'.repeat(5000));
    const refused = await host.order({ kind: 'open', path, readOnly: false });
    expect(refused).toMatchObject({ ok: false, error: { code: 'store.notAStore' } });
    expect(readFileSync(path, 'utf8')).toBe('x'.repeat(5000));
    expect(await window.ask('reports:list', {})).toMatchObject({ ok: true });
  });

  it('never makes a group over a file that exists', async () => {
    const { home, host } = await withExample();
    const path = join(home, 'groupe.rapporteur');
    expect(await host.order({ kind: 'create', path, groupName: 'Un' })).toMatchObject({ ok: true });
    await host.order({ kind: 'close' });
    expect(await host.order({ kind: 'create', path, groupName: 'Deux' })).toMatchObject({
      ok: false,
      error: { code: 'store.alreadyExists' },
    });
  });

  it('writes only where the person said, for the window they said it in', async () => {
    const { home, host, window } = await withExample();
    const path = join(home, 'liste.csv');
    await host.order({ kind: 'grant', token: 'chosen', path, purpose: 'export', owner: 1 });
    const wanted = { register: 'people', columns: null, format: 'csv', grant: 'chosen' };
    const other = await host.connect(2);
    expect(await other.ask('registers:export', wanted)).toMatchObject({
      error: { code: 'path.notGranted' },
    });
    expect(existsSync(path)).toBe(false);
    expect(await window.ask('registers:export', wanted)).toMatchObject({ ok: true });
    expect(existsSync(path)).toBe(true);
    await host.order({ kind: 'revoke', owner: 1 });
    expect(await window.ask('registers:export', wanted)).toMatchObject({
      error: { code: 'path.notGranted' },
    });
  });

  it('reads only what the person chose to import, for the window they chose it in', async () => {
    const { home, host, window } = await withExample();
    const path = join(home, 'structures.csv');
    writeFileSync(path, 'Nom;Nature\nRegain;Institution\n');
    await host.order({ kind: 'grant', token: 'read', path, purpose: 'import', owner: 1 });
    await host.order({ kind: 'grant', token: 'write', path, purpose: 'export', owner: 1 });
    const open = (grant: string) => ({ source: { kind: 'file', grant } });
    const other = await host.connect(2);
    for (const refused of [
      await window.ask('imports:open', open('write')),
      await window.ask('imports:open', open(path)),
      await other.ask('imports:open', open('read')),
    ]) {
      expect(refused).toMatchObject({ error: { code: 'path.notGranted' } });
    }
    expect(await window.ask('imports:open', open('read'))).toMatchObject({
      ok: true,
      value: { fileName: 'structures.csv' },
    });
  });

  it('keeps an import for its window, and gives it up when the window goes away', async () => {
    const { host, window } = await withExample();
    const source = { kind: 'paste', text: 'Nom\tNature\nRegain\tInstitution', html: null };
    const opened = await window.ask('imports:open', { source });
    if (!opened.ok) throw new Error(opened.error.code);
    const { importId } = importFile.parse(opened.value);
    const guess = { importId, register: 'organisations', sheet: 0 };
    const again = await host.connect(1);
    const stranger = await host.connect(2);
    expect(await stranger.ask('imports:guess', guess)).toMatchObject({
      error: { code: 'import.notOpen' },
    });
    // The page asked for another port: the import is still its own, whichever port it asks over.
    window.close();
    expect(await again.ask('imports:guess', guess)).toMatchObject({ ok: true });
    await host.order({ kind: 'revoke', owner: 1 });
    expect(await again.ask('imports:guess', guess)).toMatchObject({
      error: { code: 'import.notOpen' },
    });
  });

  it('gives up imports when another store is opened', async () => {
    const { home, host, window } = await withExample();
    const source = { kind: 'paste', text: 'Nom\tNature\nRegain\tInstitution', html: null };
    const opened = await window.ask('imports:open', { source });
    if (!opened.ok) throw new Error(opened.error.code);
    const { importId } = importFile.parse(opened.value);
    await host.order({ kind: 'create', path: join(home, 'deux.rapporteur'), groupName: 'Deux' });
    expect(
      await window.ask('imports:guess', { importId, register: 'organisations', sheet: 0 }),
    ).toMatchObject({ error: { code: 'import.notOpen' } });
  });

  it('has main print, and says so when it cannot', async () => {
    const pages: string[] = [];
    let canPrint = true;
    const { home, host, window } = await withExample(({ html }) => {
      pages.push(html);
      return canPrint ? new TextEncoder().encode('%PDF-') : null;
    });
    const path = join(home, 'rapport.pdf');
    await host.order({ kind: 'grant', token: 'chosen', path, purpose: 'export', owner: 1 });
    const listed = await window.ask('reports:list', {});
    if (!listed.ok || !Array.isArray(listed.value)) throw new Error('no reports');
    const { report, groupId, year } = listed.value[0];
    const wanted = { report, groupId, year, format: 'pdf', grant: 'chosen' };
    expect(await window.ask('reports:export', wanted)).toEqual({ ok: true, value: { bytes: 5 } });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-');
    expect(pages[0]).toContain('<!doctype html>');
    canPrint = false;
    expect(await window.ask('reports:export', wanted)).toMatchObject({
      error: { code: 'export.noEngine' },
    });
    expect(readFileSync(path, 'utf8')).toBe('%PDF-');
  });

  it('speaks the language and signs with the name of the settings', async () => {
    const { host, window } = await withExample();
    await host.order({ kind: 'preferences', language: 'en', author: 'Ada' });
    const refused = await window.ask('journal:redo', {});
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/[Tt]here is nothing/) },
    });
    await window.ask('records:create', person);
    const operations = await window.ask('journal:list', {});
    expect(operations).toMatchObject({
      ok: true,
      value: expect.arrayContaining([expect.objectContaining({ author: 'Ada' })]),
    });
  });

  it('answers a request whose number is under way twice by refusing the second', async () => {
    const { window } = await withExample();
    const first = window.askAs(7, 'upkeep:backupNow', {});
    window.post({ id: 7, channel: 'reports:list', input: {} });
    expect(await first).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
    expect(await window.ask('reports:list', {})).toMatchObject({ ok: true });
  });

  it('is not disturbed by messages that mean nothing', async () => {
    const { host, window } = await withExample();
    for (const rubbish of [
      null,
      7,
      [],
      {},
      { id: 'x' },
      { printed: 'x' },
      { id: 1, request: {} },
    ]) {
      host.receive(rubbish);
      window.post(rubbish);
    }
    host.receive({ printed: 999, bytes: null });
    expect(await window.ask('reports:list', {})).toMatchObject({ ok: true });
  });

  it('offers the newest sound backup beside a store that was damaged', async () => {
    const home = temporaryFolder();
    const host = await startHost(home);
    const path = join(home, 'groupe.rapporteur');
    await host.order({ kind: 'create', path, groupName: 'Sauvé' });
    const window = await host.connect(1);
    // The store backs itself up once it is open.
    await expect
      .poll(() => window.ask('upkeep:backups', {}), { timeout: 30_000 })
      .toMatchObject({ ok: true, value: [{ isSound: true }] });
    await host.order({ kind: 'close' });
    truncateSync(path, 3000);
    const damaged = readFileSync(path);
    expect(await host.order({ kind: 'open', path, readOnly: false })).toMatchObject({
      error: { code: 'store.damaged' },
    });
    const opened = await host.order({ kind: 'openBackup', path });
    if (!opened.ok || opened.value === null) throw new Error('no backup was opened');
    expect(opened.value.path).not.toBe(path);
    expect(opened.value.isReadOnly).toBe(false);
    expect(await window.ask('search:find', { text: 'Sauvé', limit: 5 })).toMatchObject({
      ok: true,
      value: [{ table: 'workingGroup' }],
    });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  });

  it('says so when there is no backup to offer', async () => {
    const home = temporaryFolder();
    const host = await startHost(home);
    const path = join(home, 'inconnu.rapporteur');
    writeFileSync(path, 'x');
    expect(await host.order({ kind: 'openBackup', path })).toMatchObject({
      error: { code: 'backup.damaged' },
    });
  });
});
