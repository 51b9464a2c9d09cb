import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { attachmentsOf } from '#repositories/deliverables.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { filesFolder, keepFile, placeOf } from '#services/attachment-files.ts';
import { exportAttachments } from '#services/attachments-archive.ts';
import {
  addAttachments,
  copyToLookAt,
  safeNameOf,
  verifyAttachments,
} from '#services/attachments.ts';
import { undo } from '#services/journal.ts';
import { filesCheck, filesReport } from '#services/store-files.ts';
import { by, meetingStore } from '#test/meetings.ts';
import { temporaryFolder } from '#test/stores.ts';

const today = '2017-09-20';
const { signal } = new AbortController();
const digest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

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

function store() {
  const { session, db, make, group } = meetingStore();
  const folder = temporaryFolder();
  const deliverable = (title = 'Feuille de route') =>
    make('deliverable', { workingGroupId: group, kind: 'roadmap', title, version: 1 });
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const attach = (id: Id<'deliverable'>, paths: readonly string[], limit?: number) =>
    addAttachments(
      session,
      by,
      { recordTable: 'deliverable', recordId: id, paths, today },
      { signal, ...(limit === undefined ? {} : { limit }) },
    );
  return { session, db, folder, deliverable, file, attach };
}

/** Every file that lies in the store's folder, by its path in it. */
function keptIn(path: string): string[] {
  const folder = filesFolder(path);
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

describe('files kept with a record', () => {
  it('lie under the digest of their bytes, and the original may go', async () => {
    const { session, db, deliverable, file, attach } = store();
    const id = deliverable();
    const content = Buffer.alloc(3_000_000, 'é€');
    const path = file('Feuille de route – été.pdf', content);
    await attach(id, [path]);
    rmSync(path);
    const [kept] = attachmentsOf(db, id);
    expect(kept).toMatchObject({
      fileName: 'Feuille de route – été.pdf',
      byteSize: content.length,
      sha256: digest(content),
      addedOn: today,
    });
    const place = placeOf(session.path, digest(content));
    expect(readFileSync(place).equals(content)).toBe(true);
    expect(place.startsWith(`${session.path}.files`)).toBe(true);
    expect(filesCheck(await filesReport(session))).toEqual({ key: 'files', isOk: true, found: 0 });
  });

  it('count as the arrival of the deliverable, undone as one; the bytes stay', async () => {
    const { session, db, deliverable, file, attach } = store();
    const id = deliverable();
    await attach(id, [file('v1.odt', 'un'), file('annexe.ods', 'deux')]);
    expect(getRecord(db, 'deliverable', id)).toMatchObject({
      receivedOn: today,
      status: 'done',
      version: 1,
    });
    undo(session, by, { canUndoFounding: false });
    expect(getRecord(db, 'deliverable', id)).toMatchObject({
      receivedOn: null,
      status: 'upcoming',
    });
    expect(attachmentsOf(db, id)).toEqual([]);
    expect(keptIn(session.path)).toEqual([digest('un'), digest('deux')].toSorted());
  });

  it('come again as a version, newest first; the same bytes only once', async () => {
    const { db, deliverable, file, attach } = store();
    const id = deliverable();
    await attach(id, [file('note.odt', 'un')]);
    const { value } = await attach(id, [file('note.odt', 'deux')]);
    expect(value.already).toEqual([]);
    expect(attachmentsOf(db, id).map(({ sha256 }) => sha256)).toEqual([
      digest('deux'),
      digest('un'),
    ]);
    expect(getRecord(db, 'deliverable', id)?.version).toBe(2);
    const again = await attach(id, [file('copie.odt', 'un')]);
    expect(again).toMatchObject({ operationId: null, value: { already: ['copie.odt'] } });
    expect(attachmentsOf(db, id)).toHaveLength(2);
  });

  it('that are too large, gone or no file are refused, and leave nothing behind', async () => {
    const { session, db, folder, deliverable, file, attach } = store();
    const id = deliverable();
    const large = file('gros.pdf', Buffer.alloc(2_000_001));
    expect(await refusal(attach(id, [file('a.txt', 'a'), large], 2_000_000))).toBe(
      'attachment.tooLarge',
    );
    expect(await refusal(attach(id, [join(folder, 'parti.pdf')]))).toBe('attachment.gone');
    mkdirSync(join(folder, 'dossier'));
    expect(await refusal(attach(id, [join(folder, 'dossier')]))).toBe('attachment.notAFile');
    expect(listRecords(db, 'attachment')).toEqual([]);
    expect(getRecord(db, 'deliverable', id)?.receivedOn).toBeNull();
    // What came before the refusal has its bytes, which no record names; nothing is half there.
    expect(keptIn(session.path)).toEqual([digest('a')]);
  });

  it('that are empty, or links that lead nowhere or in circles, are refused; links are followed', async () => {
    const { db, folder, deliverable, file, attach } = store();
    const id = deliverable();
    const link = (name: string, target: string): string => {
      symlinkSync(target, join(folder, name));
      return join(folder, name);
    };
    expect(await refusal(attach(id, [file('vide.pdf', '')]))).toBe('attachment.empty');
    expect(await refusal(attach(id, [link('perdu.pdf', join(folder, 'rien'))]))).toBe(
      'attachment.gone',
    );
    expect(await refusal(attach(id, [link('rond.pdf', join(folder, 'rond.pdf'))]))).toBe(
      'attachment.gone',
    );
    mkdirSync(join(folder, 'dossier'));
    expect(await refusal(attach(id, [link('lien', join(folder, 'dossier'))]))).toBe(
      'attachment.notAFile',
    );
    expect(attachmentsOf(db, id)).toEqual([]);
    await attach(id, [link('raccourci.pdf', file('vrai.pdf', 'le document'))]);
    expect(attachmentsOf(db, id)).toMatchObject([
      { fileName: 'raccourci.pdf', sha256: digest('le document') },
    ]);
  });

  it('keep names with odd characters, as long as a record holds them', async () => {
    const { db, deliverable, file, attach } = store();
    const id = deliverable();
    const names = [
      'a\nb.txt',
      '  espaces .txt',
      '-rf.txt',
      'Ø « ’ ” 🗂.odt',
      `${'é'.repeat(120)}.pdf`,
    ];
    await attach(
      id,
      names.map((name, index) => file(name, `contenu ${index}`)),
    );
    const kept = attachmentsOf(db, id).map(({ fileName }) => fileName);
    expect(kept.toSorted()).toEqual(names.map((name) => name.trim()).toSorted());
  });

  it.skipIf(process.getuid?.() !== 0)(
    'that may not be read are told from those that are gone',
    async () => {
      const { session, folder, file } = store();
      const path = file('secret.pdf', 'secret');
      chmodSync(path, 0o600);
      const outcome = await scriptOutcome(
        `process.seteuid(65534);
       await keepFile(${JSON.stringify(session.path)}, ${JSON.stringify(path)});`,
        folder,
      );
      expect(outcome).toBe('attachment.unreadable');
    },
  );

  it('of a record that is not there are refused before anything is copied', async () => {
    const { session, file, attach } = store();
    const nobody = '01900000-0000-7000-8000-000000000000' as Id<'deliverable'>;
    expect(await refusal(attach(nobody, [file('a.txt', 'a')]))).toBe('record.notFound');
    expect(keptIn(session.path)).toEqual([]);
  });

  it('that were altered or removed are found, and mended by bringing them again', async () => {
    const { session, db, deliverable, file, attach } = store();
    const id = deliverable();
    const path = file('v1.odt', 'un document');
    await attach(id, [path, file('annexe.ods', 'deux')]);
    const ids = new Map(attachmentsOf(db, id).map((each) => [each.fileName, each.id]));
    const states = async () =>
      new Map((await verifyAttachments(session, [id], signal)).map((one) => [one.id, one.state]));
    expect([...(await states()).values()]).toEqual(['sound', 'sound']);

    const place = placeOf(session.path, digest('un document'));
    writeFileSync(place, 'UN document');
    rmSync(placeOf(session.path, digest('deux')));
    expect((await states()).get(ids.get('v1.odt') ?? '')).toBe('altered');
    expect((await states()).get(ids.get('annexe.ods') ?? '')).toBe('missing');
    expect(filesCheck(await filesReport(session))).toMatchObject({ isOk: false, found: 2 });
    expect(await refusal(copyToLookAt(session, ids.get('v1.odt') ?? ''))).toBe(
      'attachment.altered',
    );
    expect(await refusal(copyToLookAt(session, ids.get('annexe.ods') ?? ''))).toBe(
      'attachment.missing',
    );
    truncateSync(place, 3);
    expect((await states()).get(ids.get('v1.odt') ?? '')).toBe('altered');

    await attach(deliverable('Autre'), [path]);
    expect((await states()).get(ids.get('v1.odt') ?? '')).toBe('sound');
  });

  it('are looked at as a copy under their own name, which cannot be written', async () => {
    const { session, db, deliverable, file, attach } = store();
    const id = deliverable();
    await attach(id, [file('Note « finale ».odt', 'texte')]);
    const copy = await copyToLookAt(session, attachmentsOf(db, id)[0]?.id ?? '');
    expect(copy.endsWith('Note « finale ».odt')).toBe(true);
    expect(copy.startsWith(session.home)).toBe(true);
    expect(readFileSync(copy, 'utf8')).toBe('texte');
    expect(statSync(copy).mode & 0o222).toBe(0);
  });
});

/** Runs a piece of work on files in a process of its own; the code it is refused with, or `done`. */
async function scriptOutcome(body: string, folder: string): Promise<string> {
  chmodSync(folder, 0o755);
  const script = join(folder, 'essai.mjs');
  const files = JSON.stringify(join(process.cwd(), 'electron/services/attachment-files.ts'));
  writeFileSync(
    script,
    `import { keepFile } from ${files};
     try { ${body} process.stdout.write('done'); }
     catch (error) { process.stdout.write(String(error.code)); }`,
  );
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  await once(child, 'close');
  return text;
}

describe('a crash while a file is copied', () => {
  it('leaves no half file under a digest, and its remains are swept by the next copy', async () => {
    const { session, folder, file } = store();
    const large = file('gros.bin', Buffer.alloc(60_000_000, 'x'));
    const root = process.cwd();
    const script = join(folder, 'crash.mjs');
    const importing = (name: string): string =>
      JSON.stringify(join(root, 'electron/services', name));
    writeFileSync(
      script,
      `import { keepFile } from ${importing('attachment-files.ts')};
       await keepFile(${JSON.stringify(session.path)}, ${JSON.stringify(large)}, {
         onBytes: () => process.kill(process.pid, 'SIGKILL'),
       });`,
    );
    const child = spawn(process.execPath, [script], { cwd: root, stdio: 'ignore' });
    const [, killedBy] = await once(child, 'exit');
    expect(killedBy).toBe('SIGKILL');
    const left = keptIn(session.path);
    expect(left).toHaveLength(1);
    expect(left).not.toContain(digest(readFileSync(large)));

    const { sha256 } = await keepFile(session.path, file('petit.txt', 'petit'));
    expect(keptIn(session.path)).toEqual([sha256]);
  });
});

describe('files exported together', () => {
  it('lie in a folder for each record, under names that every system takes', async () => {
    const { session, folder, deliverable, file, attach } = store();
    const first = deliverable('Feuille de route : 1/2');
    const second = deliverable('Feuille de route : 1/2');
    await attach(first, [file('note.txt', 'un')]);
    await attach(first, [file('NOTE.txt', 'deux'), file('photo.png', 'image')]);
    await attach(second, [file('note.txt', 'trois')]);
    const empty = deliverable('Sans fichier');
    const path = join(folder, 'livrables.zip');
    const outcome = await exportAttachments(session, [first, second, empty], path, { signal });
    expect(outcome).toMatchObject({ files: 4, leftOut: [], bytes: statSync(path).size });
    const parts = unzipSync(readFileSync(path));
    const texts = Object.entries(parts).map(([name, bytes]) => [
      name,
      new TextDecoder().decode(bytes),
    ]);
    expect(Object.fromEntries(texts)).toEqual({
      'Feuille de route 1 2/NOTE.txt': 'deux',
      'Feuille de route 1 2/note (2).txt': 'un',
      'Feuille de route 1 2/photo.png': 'image',
      'Feuille de route 1 2 (2)/note.txt': 'trois',
    });
  });

  it('leave out what is gone or altered, and say so', async () => {
    const { session, folder, deliverable, file, attach } = store();
    const id = deliverable();
    await attach(id, [file('a.txt', 'a'), file('b.txt', 'b'), file('c.txt', 'c')]);
    rmSync(placeOf(session.path, digest('a')));
    writeFileSync(placeOf(session.path, digest('b')), 'B');
    const path = join(folder, 'x.zip');
    const { leftOut } = await exportAttachments(session, [id], path, { signal });
    expect(new Map(leftOut.map(({ fileName, state }) => [fileName, state]))).toEqual(
      new Map([
        ['a.txt', 'missing'],
        ['b.txt', 'altered'],
      ]),
    );
    expect(Object.keys(unzipSync(readFileSync(path)))).toHaveLength(1);
    rmSync(path);
    const none = exportAttachments(session, [deliverable('Vide')], path, { signal });
    expect(await refusal(none)).toBe('attachment.none');
    expect(existsSync(path)).toBe(false);
  });

  it('are named safely whatever they are called', () => {
    expect(safeNameOf('../../etc/passwd')).toBe('passwd');
    expect(safeNameOf('CON.pdf')).toBe('document.pdf');
    expect(safeNameOf(`${'é'.repeat(200)}.docx`)).toMatch(/^é{90}\.docx$/);
    expect(safeNameOf('a\u0000b:c?.odt')).toBe('a b c.odt');
    expect(safeNameOf('sans-fin')).toBe('sans-fin');
  });
});
