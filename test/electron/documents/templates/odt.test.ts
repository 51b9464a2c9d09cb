import { describe, expect, test } from 'vitest';
import { strToU8 } from 'fflate';
import { writeDocument } from '#documents/writers.ts';
import { nastyDocument } from '../nasty-sample.ts';
import { hasOffice, officePdf, parseXml, readParts } from '../read.ts';
import { richDocument } from '../sample.ts';
import { textTemplate } from './text-templates.ts';
import { codesOf, wordsIn, written } from './words.ts';

const STYLE_NAMES = ['text', 'table', 'draw'].map((prefix) => `${prefix}:style-name`);

/** What a strict reader would complain of: parts not listed, styles, pages and pictures that do not exist. */
function odfFaults(bytes: Uint8Array): readonly string[] {
  const parts = readParts(bytes);
  const faults: string[] = [];
  const tree = (path: string): Document => parseXml(parts.get(path) ?? '', path);
  const all = (path: string, name = '*'): Element[] =>
    Array.from(tree(path).getElementsByTagName(name));
  const listed = all('META-INF/manifest.xml', 'manifest:file-entry').map(
    (node) => node.getAttribute('manifest:full-path') ?? '',
  );
  for (const path of parts.keys())
    if (!/^(?:mimetype|META-INF\/manifest\.xml)$/u.test(path) && !listed.includes(path))
      faults.push(`not listed: ${path}`);
  for (const path of listed)
    if (!path.endsWith('/') && !parts.has(path)) faults.push(`listed but missing: ${path}`);
  const declared = new Set(
    ['content.xml', 'styles.xml'].flatMap((path) =>
      all(path)
        .filter(({ nodeName }) =>
          /^(?:style:style|text:list-style|style:master-page)$/u.test(nodeName),
        )
        .map((node) => node.getAttribute('style:name')),
    ),
  );
  for (const path of ['content.xml', 'styles.xml']) {
    for (const node of all(path)) {
      for (const name of [...STYLE_NAMES, 'style:parent-style-name', 'style:master-page-name']) {
        const value = node.getAttribute(name);
        if (value !== null && value !== '' && !declared.has(value))
          faults.push(`${path}: no ${value}`);
      }
      const href = node.getAttribute('xlink:href') ?? '';
      if (href.startsWith('Pictures/') && !parts.has(href)) faults.push(`${path}: no ${href}`);
    }
  }
  return faults;
}

/** The text, without the numbers that stand before the entries of the contents. */
const textOf = (bytes: Uint8Array): string => {
  const xml = (readParts(bytes).get('content.xml') ?? '').replace(
    /<text:index-body>.*?<\/text:index-body>/su,
    (list) => list.replace(/>[\d.]+\u2003/gu, '>'),
  );
  return parseXml(xml, 'content.xml').getElementsByTagName('office:body')[0]?.textContent ?? '';
};

describe('a report on a Writer template', () => {
  test('is sound, says all, and takes styles by their French names', async () => {
    const { bytes, outcome } = await written('odt', richDocument(), textTemplate());
    expect(odfFaults(bytes)).toEqual([]);
    const plain = textOf(await writeDocument('odt', richDocument()));
    expect(textOf(bytes)).toBe(plain);
    const parts = readParts(bytes);
    expect(parts.get('content.xml')).toContain('"Titre_20_1"');
    expect(parts.get('content.xml')).toContain('text:style-name="List_20_1"');
    expect(parts.get('styles.xml')).toContain('Région – Synthèse de travaux à mi-année 2017 – ');
    expect(parts.get('styles.xml')).toContain('fo:language="fr"');
    expect(parts.get('content.xml')).toContain('style:master-page-name="First_20_Page"');
    expect(parts.has('Pictures/logo.png')).toBe(true);
    expect(parts.get('mimetype')).toBe('application/vnd.oasis.opendocument.text');
    expect(codesOf(outcome)).toEqual(['bodyIgnored', 'style', 'style', 'ownStyles']);
  });

  test('keeps what the template wrote around the place of the content', async () => {
    const template = textTemplate({
      hasHeadings: false,
      isNumbered: false,
      hasFirstPage: false,
      automatic:
        '<style:style style:name="A1" style:family="paragraph" style:parent-style-name="Title"/>',
      body: '<text:p text:style-name="A1">Couverture : {{titre}}</text:p><text:p>{{contenu}}</text:p><text:p>Mentions légales</text:p>',
    });
    const { bytes, outcome } = await written('odt', richDocument(), template);
    expect(odfFaults(bytes)).toEqual([]);
    const text = textOf(bytes);
    expect(
      text.startsWith('Couverture : Synthèse de travaux à mi-année 2017Table des matières'),
    ).toBe(true);
    expect(text.endsWith('Mentions légales')).toBe(true);
    expect(codesOf(outcome)).toContain('outline');
  });

  test('carries content of every nasty kind', async () => {
    const { bytes } = await written('odt', nastyDocument(), textTemplate());
    expect(odfFaults(bytes)).toEqual([]);
    const dressed = wordsIn([textOf(bytes)]);
    const words = wordsIn([textOf(await writeDocument('odt', nastyDocument()))]);
    expect([...words].filter((word) => !dressed.has(word))).toEqual([]);
  });

  test('drops what is fetched from elsewhere and what runs', async () => {
    const template = textTemplate({
      header:
        '<draw:frame svg:width="1cm" svg:height="1cm"><draw:image xlink:href="https://example.org/logo.png"/></draw:frame>',
      extra: { 'Basic/Standard/Module1.xml': strToU8('<x/>') },
    });
    const { bytes, outcome } = await written('odt', richDocument(), template);
    expect(odfFaults(bytes)).toEqual([]);
    expect(codesOf(outcome)).toEqual(expect.arrayContaining(['external', 'macros']));
    expect([...readParts(bytes)].map(([path, text]) => path + text).join('\n')).not.toMatch(
      /example\.org\/logo|Basic\//u,
    );
  });

  test.skipIf(!hasOffice)(
    'opens in an office and prints',
    async () => {
      const { bytes } = await written('odt', richDocument(), textTemplate());
      const { pages, text } = officePdf(bytes, 'odt');
      expect(pages).toBeGreaterThan(5);
      expect(text).toContain('Première page');
      expect(text).toContain('Pages courantes');
      expect(text).toContain('II. Structuration des travaux');
    },
    120_000,
  );
});
