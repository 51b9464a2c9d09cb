import { beforeAll, describe, expect, test } from 'vitest';
import { writeOdp } from '#documents/odp.writer.ts';
import { parseXml, readParts, textOf } from './read.ts';
import { recordSlides } from './recording-deck.ts';
import { richDocument } from './sample.ts';

const all = (xml: string, name: string): readonly Element[] =>
  Array.from(parseXml(xml, name).getElementsByTagName(name));

describe('ODP', () => {
  let bytes: Uint8Array;
  let parts: ReadonlyMap<string, string>;
  const part = (path: string): string => parts.get(path) ?? '';
  const content = (): string => part('content.xml');
  beforeAll(async () => {
    bytes = await writeOdp(richDocument());
    parts = readParts(bytes);
  });

  test('begins with its plain mimetype and lists every part', () => {
    expect(new TextDecoder().decode(bytes.subarray(30, 38))).toBe('mimetype');
    expect(bytes[8]).toBe(0);
    expect(part('mimetype')).toBe('application/vnd.oasis.opendocument.presentation');
    const listed = all(part('META-INF/manifest.xml'), 'manifest:file-entry').map((node) =>
      node.getAttribute('manifest:full-path'),
    );
    for (const path of parts.keys()) {
      if (path !== 'mimetype' && path !== 'META-INF/manifest.xml') expect(listed).toContain(path);
    }
    for (const path of listed) {
      if (path !== null && !path.endsWith('/')) expect(parts.has(path)).toBe(true);
    }
  });

  test('uses defined styles and kinds of slide only', () => {
    const defined = new Set(
      ['content.xml', 'styles.xml'].flatMap((path) =>
        [
          'style:style',
          'text:list-style',
          'style:master-page',
          'style:page-layout',
          'style:presentation-page-layout',
        ].flatMap((name) => all(part(path), name).map((node) => node.getAttribute('style:name'))),
      ),
    );
    const names = [
      'text:style-name', 'table:style-name', 'draw:style-name', 'presentation:style-name',
      'draw:master-page-name', 'presentation:presentation-page-layout-name',
      'style:page-layout-name', 'style:parent-style-name',
    ]; // prettier-ignore
    const used = ['content.xml', 'styles.xml'].flatMap((path) =>
      all(part(path), '*').flatMap((node) =>
        names.map((name) => node.getAttribute(name)).filter((value) => (value ?? '') !== ''),
      ),
    );
    expect(used.length).toBeGreaterThan(300);
    for (const name of used) {
      expect(defined, String(name)).toContain(name);
    }
  });

  test('shows the same slides as every presentation, each with its title first', () => {
    const titles = all(content(), 'draw:page').map((page) => {
      const [first] = Array.from(page.getElementsByTagName('draw:frame'));
      expect(first?.getAttribute('presentation:class')).toBe('title');
      return first?.textContent;
    });
    expect(titles).toEqual(recordSlides(richDocument()).map(({ title }) => title));
    expect(titles.length).toBeGreaterThan(12);
    const names = all(content(), 'draw:page').map((page) => page.getAttribute('draw:name'));
    expect(new Set(names).size).toBe(names.length);
  });

  test('numbers the slides, says the footer, speaks French', () => {
    expect(part('styles.xml')).toContain('<text:page-number>');
    expect(part('styles.xml')).toContain('fo:language="fr"');
    expect(textOf(content(), 'content', 'presentation:footer-decl')).toContain(
      'Synthèse de travaux à mi-année 2017',
    );
    expect(textOf(part('meta.xml'), 'meta', 'dc:title')).toBe(
      'Synthèse de travaux à mi-année 2017',
    );
    expect(textOf(part('meta.xml'), 'meta', 'dc:language')).toBe('fr-FR');
  });

  test('has native tables and charts with their data, pictures that are described', () => {
    expect(all(content(), 'table:table')).toHaveLength(1);
    const [row] = all(content(), 'table:table-row');
    expect(row?.textContent).toContain('Sous-groupe thématique');
    const charts = [...parts.keys()].filter((path) => /^Object \d+\/content\.xml$/u.test(path));
    expect(charts).toHaveLength(4);
    const values = charts.flatMap((path) =>
      all(part(path), 'table:table-cell').map((node) => node.getAttribute('office:value')),
    );
    for (const value of ['79', '52', '25', '9', '41', '90']) expect(values).toContain(value);
    const objects = [...all(content(), 'draw:object'), ...all(content(), 'draw:image')];
    expect(objects).toHaveLength(5);
    for (const object of objects) {
      const alt = object.parentNode as Element;
      expect(alt.getElementsByTagName('svg:desc')[0]?.textContent?.trim()).not.toBe('');
    }
    expect(textOf(content(), 'content', 'svg:desc')).toContain('Un aplat de couleur');
  });

  test('keeps lists as lists, links as links, and what the speaker says', () => {
    const numbers = all(content(), 'text:list').filter(
      (node) => node.getAttribute('text:style-name') === 'Numbers',
    );
    expect(numbers.length).toBeGreaterThan(1);
    const link = all(content(), 'text:a')[0];
    expect(link?.getAttribute('xlink:href')).toBe('https://example.org/orcp?a=1&b=2');
    expect(link?.textContent).toContain('le site de l’observatoire');
    const notes = textOf(content(), 'content', 'presentation:notes');
    expect(notes).toContain('Annoncer la date.');
    expect(notes).toContain('Remercier les rapporteurs.');
  });
});
