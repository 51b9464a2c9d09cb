import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import type { DocumentModel } from '#documents/model.ts';
import { documentModel, paragraph, section } from '#documents/compose.ts';
import type { Id } from '#domain/ids.ts';
import { attachmentsOf } from '#repositories/deliverables.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { placeOf } from '#services/attachment-files.ts';
import { mergeFrom } from '#services/exchange/merge-package.ts';
import { packTo } from '#services/exchange/write-package.ts';
import { removeStyleFile, setStyleFile } from '#services/house-style/files.ts';
import { readLogo } from '#services/house-style/picture.ts';
import { documentStyle, styleOf } from '#services/house-style/style.ts';
import {
  chooseStyle,
  createStyle,
  listStyles,
  lostStyleFiles,
  saveStyle,
} from '#services/house-style/styles.ts';
import { styledBytes, styledHtml } from '#services/house-style/write.ts';
import { undo } from '#services/journal.ts';
import { filesReport } from '#services/store-files.ts';
import { by, meetingStore } from '#test/meetings.ts';
import { pngOf } from '#test/pictures.ts';
import { emptyStore, temporaryFolder } from '#test/stores.ts';

const { signal } = new AbortController();
const today = '2017-09-20';
const logo = pngOf(40, 20, [122, 31, 61]);

async function refusal(work: () => unknown): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}

function store() {
  const { session, db, group } = meetingStore();
  const folder = temporaryFolder();
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const create = (name: string, workingGroupId: Id<'workingGroup'> | null = null) =>
    createStyle(session, by, { name, workingGroupId }).value;
  const setLogo = (id: Id<'houseStyle'>, path: string) =>
    setStyleFile(session, by, { id, role: 'logo', path, today }, signal);
  const place = { db, path: session.path };
  return { session, db, group, file, create, setLogo, place };
}

const letter = (more: Partial<DocumentModel> = {}): DocumentModel => ({
  ...documentModel({
    meta: {
      title: 'Titre du document',
      organisation: 'Observatoire',
      date: '2017-05-09',
      language: 'fr',
      kind: 'specimen',
    },
    sections: [section('Partie', [paragraph('Texte.')])],
  }),
  ...more,
});

describe('house styles', () => {
  it('the first is used at once, another takes its place, and a group has its own before all others', () => {
    const { session, db, group, create } = store();
    expect(styleOf(db, group)).toBeNull();
    const [first, second] = [create('Une'), create('Deux')];
    expect(styleOf(db, group)?.id).toBe(first);
    chooseStyle(session, by, { id: second, isDefault: true });
    expect(styleOf(db, group)?.id).toBe(second);
    expect(listRecords(db, 'houseStyle', { isDefault: 1 })).toHaveLength(1);
    const own = create('Du groupe', group);
    expect(styleOf(db, group)?.id).toBe(own);
    expect(styleOf(db, null)?.id).toBe(second);
    saveStyle(session, by, { id: own, values: { workingGroupId: null } });
    expect(styleOf(db, group)?.id).toBe(own);
    expect(listRecords(db, 'houseStyle', { isDefault: 1 })).toHaveLength(1);
    chooseStyle(session, by, { id: own, isDefault: false });
    expect(styleOf(db, group)).toBeNull();
    undo(session, by, { canUndoFounding: false });
    expect(styleOf(db, group)?.id).toBe(own);
  });

  it('refuse what is no colour and no font', async () => {
    const { session, create } = store();
    const id = create('Charte');
    for (const values of [
      { accentColour: '#0B4F5C' },
      { accentColour: '0b4f5c' },
      { textFont: 'Arial", serif' },
      { headingFont: '</style>' },
    ]) {
      expect(await refusal(() => saveStyle(session, by, { id, values }))).toBe('record.invalid');
    }
  });

  it('a logo is kept as a file of the store, replaced, removed and brought back', async () => {
    const { session, db, file, create, setLogo, place } = store();
    const id = create('Charte');
    await setLogo(id, file('logo.png', logo));
    const other = pngOf(10, 10, [0, 0, 0]);
    await setLogo(id, file('autre.png', other));
    expect(attachmentsOf(db, id).map(({ fileName }) => fileName)).toEqual(['autre.png']);
    expect((await documentStyle(place, null)).options.logo?.picture).toMatchObject({ width: 10 });
    undo(session, by, { canUndoFounding: false });
    expect(attachmentsOf(db, id).map(({ fileName }) => fileName)).toEqual(['logo.png']);
    expect((await documentStyle(place, null)).options.logo?.picture).toMatchObject({ width: 40 });
    removeStyleFile(session, by, { id, role: 'logo' });
    expect(attachmentsOf(db, id)).toEqual([]);
    expect((await documentStyle(place, null)).options.logo).toBeUndefined();
    undo(session, by, { canUndoFounding: false });
    expect((await listStyles(session))[0]?.files).toMatchObject([
      { role: 'logo', fileName: 'logo.png', state: 'sound' },
    ]);
    // What an undo may bring back is no file to be cleared away.
    expect((await filesReport(session, { now: new Date('2099-01-01') })).unused.files).toBe(0);
  });

  it('a picture that is none is refused and nothing is changed', async () => {
    const { db, file, create, setLogo } = store();
    const id = create('Charte');
    const cut = logo.subarray(0, logo.length - 20);
    const wrong = Buffer.from(logo);
    wrong[50] = (wrong[50] ?? 0) ^ 0xff;
    for (const [name, bytes, code] of [
      ['coupé.png', cut, 'houseStyle.logoBroken'],
      ['faux.png', wrong, 'houseStyle.logoBroken'],
      ['texte.png', 'Bonjour', 'houseStyle.logoBroken'],
      ['dessin.svg', '<?xml version="1.0"?>\n<svg/>', 'houseStyle.logoVector'],
      ['page.gif', 'GIF89a', 'houseStyle.logoFormat'],
      ['vide.png', '', 'attachment.empty'],
    ] as const) {
      expect(await refusal(() => setLogo(id, file(name, bytes))), name).toBe(code);
    }
    expect(listRecords(db, 'attachment')).toEqual([]);
    expect(await refusal(() => readLogo(Buffer.alloc(5_000_001), 'grand.png'))).toBe(
      'houseStyle.logoTooLarge',
    );
  });

  it('travel to another copy with their files', async () => {
    const { session, file, create, setLogo } = store();
    const id = create('Charte');
    await setLogo(id, file('logo.png', logo));
    const path = join(temporaryFolder(), 'envoi.rapporteur-echange');
    expect(await packTo(session, { path })).toMatchObject({ files: 1, lost: [] });
    const other = emptyStore().session;
    expect(await mergeFrom(other, path)).toMatchObject({ files: 1, lost: [] });
    const style = await documentStyle({ db: other.reader, path: other.path }, null);
    expect(style.lost).toEqual([]);
    expect(Buffer.from(style.options.logo?.picture.bytes ?? [])).toEqual(logo);
  });

  it('a file that is gone is left out, and said', async () => {
    const { session, db, file, create, setLogo, place } = store();
    const id = create('Charte');
    await setLogo(id, file('logo.png', logo));
    const [attachment] = attachmentsOf(db, id);
    rmSync(placeOf(session.path, attachment?.sha256 ?? ''));
    const style = await documentStyle(place, null);
    expect(style.lost).toEqual([{ role: 'logo', fileName: 'logo.png', state: 'missing' }]);
    expect(await lostStyleFiles(session)).toEqual(['logo.png']);
    const docx = unzipSync(await styledBytes(() => letter(), 'docx', { style }));
    expect(Object.keys(docx).filter((name) => name.startsWith('word/media/'))).toEqual([]);
  });
});

describe('documents in a house style', () => {
  async function styled(values: Parameters<typeof saveStyle>[2]['values'] = {}) {
    const { session, file, create, setLogo, place } = store();
    const id = create('Charte');
    saveStyle(session, by, {
      id,
      values: {
        accentColour: '7A1F3D',
        footerText: 'Pied commun',
        organisationName: 'Maison',
        hasHeaderLogo: true,
        headingFont: 'Georgia',
        ...values,
      },
    });
    await setLogo(id, file('logo.png', logo));
    return documentStyle(place, null);
  }

  it.each(['docx', 'odt', 'pptx', 'odp'] as const)(
    '%s has the colour, the logo, the foot, the name and the font',
    async (format) => {
      const style = await styled();
      for (const model of [letter(), letter({ titlePage: { facts: [], isCompact: true } })]) {
        const parts = Object.entries(unzipSync(await styledBytes(() => model, format, { style })));
        const xml = parts
          // The palette of a presentation offers further colours.
          .filter(([name]) => name.endsWith('.xml') && !name.startsWith('ppt/theme/'))
          .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
          .join('\n');
        expect(xml).toContain('7A1F3D');
        expect(xml).not.toContain('0B4F5C');
        for (const text of ['Pied commun', 'Maison', 'Georgia']) expect(xml).toContain(text);
        const pictures = parts.filter(([, bytes]) => logo.equals(Buffer.from(bytes)));
        expect(pictures.length).toBeGreaterThan(0);
      }
    },
  );

  it('letters bear the logo above them', async () => {
    const style = await styled();
    const model = letter({ layout: 'letters' });
    const html = styledHtml(model, style);
    expect(html.split('data:image/png').length - 1).toBe(1);
    const docx = unzipSync(await styledBytes(() => model, 'docx', { style }));
    const headers = Object.keys(docx).filter((name) => /^word\/header\d*\.xml$/.test(name));
    expect(headers.length).toBeGreaterThan(0);
    const odt = unzipSync(await styledBytes(() => model, 'odt', { style }));
    expect(Buffer.from(odt['styles.xml'] ?? []).toString('utf8')).toContain('<style:header>');
  });

  it('pages carry no number where none is wanted', async () => {
    const style = await styled({ hasPageNumbers: false });
    const docx = unzipSync(await styledBytes(() => letter(), 'docx', { style }));
    const feet = Object.entries(docx)
      .filter(([name]) => name.startsWith('word/footer'))
      .map(([, bytes]) => Buffer.from(bytes).toString('utf8'))
      .join('');
    expect(feet).toContain('Pied commun');
    expect(feet).not.toContain('NUMPAGES');
  });

  it('the page printed as PDF has the foot, the logo in its head, and the name', async () => {
    const style = await styled();
    let printed = '';
    let foot = '';
    let head = '';
    await styledBytes(() => letter(), 'pdf', {
      style,
      printPdf: (html, options) => {
        [printed, foot, head] = [html, options.footerTemplate, options.headerTemplate];
        return Promise.resolve(new Uint8Array());
      },
    });
    expect(printed).toContain('--accent:#7A1F3D');
    expect(foot).toContain('Pied commun');
    expect(head).toContain('data:image/png;base64');
    expect(head).toContain('Titre du document');
  });

  it('without a style nothing is changed', async () => {
    const { place } = store();
    const style = await documentStyle(place, null);
    const plain = await styledBytes(() => letter(), 'html', {});
    const same = await styledBytes(() => letter(), 'html', { style });
    expect(Buffer.from(same).equals(Buffer.from(plain))).toBe(true);
  });
});
