import { beforeAll, describe, expect, test } from 'vitest';
import { documentModel } from '#documents/compose.ts';
import type { DocumentModel } from '#documents/model.ts';
import { documentFormats, getDocumentFormat, writeDocument } from '#documents/writers.ts';
import type { DocumentFormatId } from '#documents/writers.ts';
import { nastyDocument } from './nasty-sample.ts';
import { forbidden, hasOffice, officePdf, parseXml, readParts, xmlPaths } from './read.ts';
import { richDocument } from './sample.ts';

const emptyDocument = (): DocumentModel =>
  documentModel({
    meta: {
      title: 'Vide',
      organisation: 'Personne',
      date: '2017-01-01',
      language: 'fr',
      kind: 'synthesis',
    },
    sections: [],
  });

const samples = { rich: richDocument(), nasty: nastyDocument(), empty: emptyDocument() };
const packages = ['docx', 'odt', 'pptx', 'odp'] as const;
const written = new Map<string, Uint8Array>();

beforeAll(async () => {
  for (const id of packages) {
    for (const [name, sample] of Object.entries(samples)) {
      written.set(`${id} ${name}`, await writeDocument(id, sample));
    }
  }
});

const bytesOf = (id: DocumentFormatId, name: keyof typeof samples): Uint8Array => {
  const bytes = written.get(`${id} ${name}`);
  if (bytes === undefined) throw new Error(`${id} ${name} was not written`);
  return bytes;
};

describe.each(packages)('%s as a package', (id) => {
  test.each(['rich', 'nasty', 'empty'] as const)('%s: every part is well-formed XML', (name) => {
    const parts = readParts(bytesOf(id, name));
    const paths = xmlPaths(parts);
    expect(paths.length).toBeGreaterThan(3);
    for (const path of paths) {
      const xml = parts.get(path) ?? '';
      expect(forbidden.test(xml), path).toBe(false);
      expect(parseXml(xml, path).documentElement, path).not.toBeNull();
    }
  });

  test.skipIf(id === 'pptx')('is written the same twice', async () => {
    const again = await writeDocument(id, samples.rich);
    const [before, after] = [readParts(bytesOf(id, 'rich')), readParts(again)];
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const path of xmlPaths(before)) expect(after.get(path), path).toBe(before.get(path));
  });

  test('keeps no dangerous link', () => {
    const all = [...readParts(bytesOf(id, 'nasty')).values()].join('\n');
    expect(all).not.toContain('javascript:');
    expect(all).toContain('https://example.org/%C3%A9');
  });
});

describe.each(['docx', 'pptx'] as const)('%s relationships', (id) => {
  test.each(['rich', 'nasty'] as const)('%s: every part that is named exists', (name) => {
    const parts = readParts(bytesOf(id, name));
    let count = 0;
    for (const [path, xml] of parts) {
      if (!path.endsWith('.rels')) continue;
      const folder = path.replace(/_rels\/[^/]*$/u, '');
      for (const node of Array.from(parseXml(xml, path).getElementsByTagName('Relationship'))) {
        if (node.getAttribute('TargetMode') === 'External') continue;
        const target = node.getAttribute('Target') ?? '';
        const full = target.startsWith('/')
          ? target.slice(1)
          : new URL(target, `file:///${folder}`).pathname.slice(1);
        expect(parts.has(decodeURIComponent(full)), `${path} → ${target}`).toBe(true);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(5);
  });
});

test('the registry knows each format and refuses others', async () => {
  expect(documentFormats.map((format) => format.id)).toEqual([
    'docx',
    'odt',
    'pptx',
    'odp',
    'html',
  ]);
  expect(getDocumentFormat('xyz')).toBeNull();
  const html = await writeDocument('html', samples.rich);
  expect(new TextDecoder().decode(html).startsWith('<!doctype html>')).toBe(true);
});

describe.skipIf(!hasOffice)('opened by LibreOffice', () => {
  test.each([
    ['docx', 6, 9],
    ['odt', 6, 9],
    ['pptx', 15, 20],
    ['odp', 15, 20],
  ] as const)(
    '%s',
    (id, least, most) => {
      const { pages, text } = officePdf(bytesOf(id, 'rich'), id);
      expect(pages).toBeGreaterThanOrEqual(least);
      expect(pages).toBeLessThanOrEqual(most);
      const flat = text.replace(/[\s\u00a0\u202f]+/gu, ' ');
      for (const needle of [
        'Synthèse de travaux à mi-année 2017',
        'Premiers constats',
        'Sous-groupe thématique',
        'Rapporteur D (DIRECCTE)',
        'Pitchs devant les acheteurs',
        '79',
        '52',
        'Freins financiers',
        'Échéance : 30 juin 2017',
        'Semaine de l’innovation publique',
        'Sources des chiffres',
      ]) {
        expect(flat).toContain(needle);
      }
      if (id === 'docx' || id === 'odt') {
        expect(flat).toContain(`Page 2 sur ${pages}`);
        expect(flat).not.toContain('Page 1 sur');
        expect(flat).toMatch(/Structuration des travaux ?\.{3,} ?4/u);
      }
    },
    180_000,
  );

  test.each(packages)(
    '%s with hostile content',
    (id) => {
      const { pages, text } = officePdf(bytesOf(id, 'nasty'), id);
      expect(pages).toBeGreaterThan(10);
      expect(text).toContain('Organisation numéro 300');
      expect(text.match(/Rang/gu)?.length).toBeGreaterThan(5);
    },
    180_000,
  );
});
