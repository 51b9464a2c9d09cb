import { beforeAll, describe, expect, test } from 'vitest';
import { writeDocx } from '#documents/docx.writer.ts';
import { writeOdt } from '#documents/odt.writer.ts';
import { writePptx } from '#documents/pptx.writer.ts';
import { unzipSync } from 'fflate';
import { nastyDocument } from './nasty-sample.ts';
import { parseXml, readParts, textOf } from './read.ts';
import { richDocument } from './sample.ts';

const all = (xml: string, path: string, name: string): readonly Element[] =>
  Array.from(parseXml(xml, path).getElementsByTagName(name));

describe('DOCX', () => {
  let parts: ReadonlyMap<string, string>;
  const part = (path: string): string => parts.get(path) ?? '';
  beforeAll(async () => {
    parts = readParts(await writeDocx(richDocument()));
  });

  test('uses real styles, all of them defined', () => {
    const defined = new Set(
      all(part('word/styles.xml'), 'styles', 'w:style').map((node) =>
        node.getAttribute('w:styleId'),
      ),
    );
    const used = ['w:pStyle', 'w:tblStyle', 'w:rStyle'].flatMap((name) =>
      all(part('word/document.xml'), 'document', name).map((node) => node.getAttribute('w:val')),
    );
    expect(used.length).toBeGreaterThan(60);
    for (const id of used) expect(defined, String(id)).toContain(id);
    for (const id of ['Title', 'Heading1', 'Heading2', 'Caption', 'Quote', 'RapporteurTable'])
      expect(used).toContain(id);
  });

  test('is French, with its properties', () => {
    expect(part('word/styles.xml')).toContain('w:lang w:val="fr-FR"');
    expect(textOf(part('docProps/core.xml'), 'core', 'dc:title')).toBe(
      'Synthèse de travaux à mi-année 2017',
    );
    expect(textOf(part('docProps/core.xml'), 'core', 'dcterms:created')).toBe(
      '2017-06-30T12:00:00Z',
    );
  });

  test('numbers pages, but not the title page', () => {
    const footers = [...parts].filter(
      ([path]) => path.startsWith('word/footer') && path.endsWith('.xml'),
    );
    const numbered = footers.filter(([, xml]) => xml.includes('NUMPAGES'));
    expect(footers).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]?.[1]).toContain('sur');
  });

  test('repeats header rows, fills the contents, holds the foot note', () => {
    expect(all(part('word/document.xml'), 'document', 'w:tblHeader')).toHaveLength(1);
    expect(part('word/document.xml')).toContain('TOC \\h \\o &quot;1-2&quot;');
    expect(
      all(part('word/document.xml'), 'document', 'w:pStyle').filter(
        (node) => node.getAttribute('w:val') === 'TOC1',
      ),
    ).toHaveLength(6);
    expect(part('word/footnotes.xml')).toContain('La première le 9');
  });

  test('has four native charts with their data and a description', () => {
    const charts = [...parts.keys()].filter((path) => /^word\/charts\/chart\d+\.xml$/u.test(path));
    expect(charts).toHaveLength(4);
    expect(charts.map((path) => textOf(part(path), path, 'c:v')).join('\n')).toContain('79');
    const alts = all(part('word/document.xml'), 'document', 'wp:docPr').map((node) =>
      node.getAttribute('descr'),
    );
    expect(alts).toContain('Un aplat de couleur');
    expect(alts.some((alt) => alt?.startsWith('Entonnoir') === true)).toBe(true);
  });

  test('sets French spaces and the figures with their source', () => {
    const text = all(part('word/document.xml'), 'document', 'w:t')
      .map((node) => node.textContent)
      .join('');
    expect(text).toContain('L’innovation, on n’en a pas besoin\u202f!');
    expect(text).toContain('79\u00a0réponses[1]');
    expect(text).toContain('1\u202f250');
  });
});

describe('ODT', () => {
  let bytes: Uint8Array;
  let parts: ReadonlyMap<string, string>;
  const part = (path: string): string => parts.get(path) ?? '';
  beforeAll(async () => {
    bytes = await writeOdt(richDocument());
    parts = readParts(bytes);
  });

  test('begins with its plain mimetype and lists every part', () => {
    expect(new TextDecoder().decode(bytes.subarray(30, 38))).toBe('mimetype');
    expect(bytes[8]).toBe(0);
    expect(part('mimetype')).toBe('application/vnd.oasis.opendocument.text');
    const listed = all(part('META-INF/manifest.xml'), 'manifest', 'manifest:file-entry').map(
      (node) => node.getAttribute('manifest:full-path'),
    );
    for (const path of parts.keys()) {
      if (path !== 'mimetype' && path !== 'META-INF/manifest.xml') expect(listed).toContain(path);
    }
    for (const path of listed)
      if (path !== null && !path.endsWith('/')) expect(parts.has(path)).toBe(true);
  });

  test('uses defined styles only', () => {
    const defined = new Set(
      ['content.xml', 'styles.xml'].flatMap((path) =>
        ['style:style', 'text:list-style', 'style:master-page'].flatMap((name) =>
          all(part(path), path, name).map((node) => node.getAttribute('style:name')),
        ),
      ),
    );
    const names = [
      'text:style-name',
      'table:style-name',
      'draw:style-name',
      'style:parent-style-name',
      'style:master-page-name',
    ];
    const used = all(part('content.xml'), 'content', '*').flatMap((node) =>
      names
        .map((name) => node.getAttribute(name))
        .filter((value): value is string => value !== null && value !== ''),
    );
    expect(used.length).toBeGreaterThan(100);
    for (const name of used) expect(defined, name).toContain(name);
  });

  test('has headings, repeated header rows, a linked table of contents and page fields', () => {
    const levels = all(part('content.xml'), 'content', 'text:h').map((node) =>
      node.getAttribute('text:outline-level'),
    );
    expect(levels).toEqual(['1', '2', '2', '1', '1', '1', '1', '1']);
    expect(all(part('content.xml'), 'content', 'table:table-header-rows')).toHaveLength(1);
    const marks = new Set(
      all(part('content.xml'), 'content', 'text:bookmark-start').map((node) =>
        node.getAttribute('text:name'),
      ),
    );
    const references = all(part('content.xml'), 'content', 'text:bookmark-ref');
    expect(references).toHaveLength(8);
    for (const node of references) expect(marks).toContain(node.getAttribute('text:ref-name'));
    expect(part('styles.xml')).toContain('<text:page-count>');
    expect(part('styles.xml')).toContain('fo:language="fr"');
  });

  test('describes pictures and charts, whose data can be edited', () => {
    const descriptions = textOf(part('content.xml'), 'content', 'svg:desc');
    expect(descriptions).toContain('Un aplat de couleur');
    expect(descriptions).toContain('9 pitchs');
    const charts = [...parts.keys()].filter((path) => /^Object \d+\/content\.xml$/u.test(path));
    expect(charts).toHaveLength(4);
    const values = charts.flatMap((path) =>
      all(part(path), path, 'table:table-cell').map((node) => node.getAttribute('office:value')),
    );
    for (const value of ['79', '52', '25', '9', '41', '90']) expect(values).toContain(value);
  });
});

describe('PPTX', () => {
  let parts: ReadonlyMap<string, string>;
  const slides = (from: ReadonlyMap<string, string>): readonly (readonly [string, string])[] =>
    [...from].filter(([path]) => /^ppt\/slides\/slide\d+\.xml$/u.test(path));
  const text = (xml: string, path: string): string =>
    all(xml, path, 'a:t')
      .map((node) => node.textContent)
      .join(' ');
  beforeAll(async () => {
    parts = readParts(await writePptx(richDocument()));
  });

  test('has a title on every slide, in French', () => {
    for (const [path, xml] of slides(parts)) {
      expect(
        all(xml, path, 'p:ph').some((node) => node.getAttribute('type') === 'title'),
        path,
      ).toBe(true);
      expect(xml).not.toContain('lang="en-US"');
    }
    expect(
      slides(parts)
        .map(([path, xml]) => text(xml, path))
        .join('\n'),
    ).toContain('(suite)');
  });

  test('has the plan, native tables and charts, and the speaker’s notes', () => {
    expect(
      slides(parts).some(
        ([path, xml]) =>
          text(xml, path).startsWith('Plan') && xml.includes('Structuration des travaux'),
      ),
    ).toBe(true);
    expect(slides(parts).filter(([, xml]) => xml.includes('<a:tbl>'))).toHaveLength(1);
    expect(slides(parts).filter(([, xml]) => xml.includes('<a:tblPr firstRow="1"'))).toHaveLength(
      1,
    );
    expect(
      [...parts.keys()].filter((path) => /^ppt\/charts\/chart\d+\.xml$/u.test(path)),
    ).toHaveLength(4);
    const notes = [...parts]
      .filter(([path]) => path.startsWith('ppt/notesSlides/notesSlide'))
      .map(([, xml]) => xml)
      .join('');
    expect(notes).toContain('Annoncer la date.');
  });

  test('ends with the closing slide, kept out of text documents', async () => {
    const last = slides(parts)
      .toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
      .at(-1);
    expect(last?.[1]).toContain('Merci de votre attention');
    const odt = readParts(await writeOdt(richDocument()));
    expect(odt.get('content.xml')).not.toContain('Merci de votre attention');
  });

  test('is compressed', async () => {
    const bytes = await writePptx(richDocument());
    const plain = Object.values(unzipSync(bytes)).reduce((sum, part) => sum + part.length, 0);
    expect(bytes.length).toBeLessThan(plain / 3);
  });

  test('puts nothing outside a slide, whatever the content', async () => {
    const nasty = readParts(await writePptx(nastyDocument()));
    const [width, height] = [12_188_952, 6_858_000];
    let count = 0;
    for (const [path, xml] of [...slides(parts), ...slides(nasty)]) {
      for (const frame of [...all(xml, path, 'a:xfrm'), ...all(xml, path, 'p:xfrm')]) {
        const [offset, extent] = [
          frame.getElementsByTagName('a:off')[0],
          frame.getElementsByTagName('a:ext')[0],
        ];
        if (offset === undefined || extent === undefined) continue;
        const [x, y, cx, cy] = [
          offset.getAttribute('x'),
          offset.getAttribute('y'),
          extent.getAttribute('cx'),
          extent.getAttribute('cy'),
        ].map(Number);
        expect((x ?? 0) + (cx ?? 0), path).toBeLessThanOrEqual(width + 20_000);
        expect((y ?? 0) + (cy ?? 0), path).toBeLessThanOrEqual(height);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(150);
    const everything = slides(nasty)
      .map(([path, xml]) => text(xml, path))
      .join(' ');
    expect(everything).toContain('Organisation numéro 300');
    expect(everything).toContain('Point numéro 80');
    expect(
      everything.match(/x+/gu)?.reduce((sum, run) => sum + (run.length > 5 ? run.length : 0), 0),
    ).toBe(900);
  });
});
