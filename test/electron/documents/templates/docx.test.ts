import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { TemplateOutcome } from '#documents/templates/template.ts';
import { writeDocument } from '#documents/writers.ts';
import { packageFaults } from '#test/package-check.ts';
import { nastyDocument } from '../nasty-sample.ts';
import { hasOffice, officePdf, readParts, xmlPaths } from '../read.ts';
import { richDocument } from '../sample.ts';
import { wordTemplate } from './word-templates.ts';
import { codesOf, textsOf, wordsIn, written } from './words.ts';

const BODY = /^word\/document\.xml$/u;
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

describe('a report on a Word template', () => {
  let bytes: Uint8Array;
  let outcome: TemplateOutcome;
  let parts: ReadonlyMap<string, string>;
  const part = (path: string): string => parts.get(path) ?? '';
  beforeAll(async () => {
    ({ bytes, outcome } = await written('docx', richDocument(), wordTemplate()));
    parts = readParts(bytes);
  });

  test('is a sound package', () => {
    expect(packageFaults(bytes)).toEqual([]);
  });

  test('says all that it says without one', async () => {
    const plain = textsOf(await writeDocument('docx', richDocument()), BODY, 'w:t');
    const numbers = /^\d+(?:\.\d+)*$/u;
    const without = plain.filter((text) => !numbers.test(text)).join('|');
    const dressed = textsOf(bytes, BODY, 'w:t').filter((text) => !numbers.test(text));
    expect(dressed.join('|')).toBe(without);
  });

  test('takes the template’s styles, whatever their ids', () => {
    const xml = part('word/document.xml');
    for (const id of ['Titre1', 'Titre2', 'Titre', 'Sous-titre', 'Lgende', 'Listepuces', 'TM1'])
      expect(xml, id).toContain(`<w:pStyle w:val="${id}"/>`);
    expect(xml).toContain('<w:pStyle w:val="Chiffrecl"/>');
    expect(xml).toContain('<w:tblStyle w:val="TableauRegion"/>');
    expect(xml).not.toContain('w:val="Heading1"');
    expect(part('word/footnotes.xml')).toContain('<w:pStyle w:val="Notedebasdepage"/>');
    expect(part('word/styles.xml')).toContain('w:val="7A1F5C" w:themeColor="accent1"');
  });

  test('keeps its pages: size, margins, first page, logo, foot with the title', () => {
    const xml = part('word/document.xml');
    expect(xml.match(/w:left="1134"/gu)).toHaveLength(2);
    expect(xml.match(/<w:titlePg\/>/gu)).toHaveLength(1);
    const texts = textsOf(bytes, /^word\/(?:header|footer)\d\.xml$/u, 'w:t').join('|');
    expect(texts).toContain('Première page');
    expect(texts).toContain('Pages courantes');
    expect(texts.replaceAll('|', '')).toContain(
      'Région – Synthèse de travaux à mi-année 2017 – page',
    );
    expect(parts.has('word/media/logo.png')).toBe(true);
  });

  test('leaves the numbers of headings to their styles', () => {
    const heading = /<w:pPr><w:pStyle w:val="Titre1"\/>(?:(?!<\/w:pPr>).)*<\/w:pPr>/gsu;
    const properties = part('word/document.xml').match(heading) ?? [];
    expect(properties.filter((each) => each.includes('<w:numPr>'))).toHaveLength(1);
    expect(properties.find((each) => each.includes('<w:numPr>'))).toContain('w:numId w:val="0"');
    expect(properties.length).toBeGreaterThan(4);
  });

  test('is French, with the title of the report', () => {
    expect(part('word/styles.xml')).toContain('w:lang w:val="fr-FR"');
    expect(part('docProps/core.xml')).toContain('Synthèse de travaux à mi-année 2017');
  });

  test('fits tables and the contents to the width of the page', () => {
    const width = 11_906 - 2 * 1134;
    const table = /<w:tblStyle w:val="TableauRegion"\/>.*?<w:tblW [^>]*w:w="(\d+)"/su.exec(
      part('word/document.xml'),
    );
    expect(Math.abs(Number(table?.[1]) - width)).toBeLessThan(12);
    expect(part('word/document.xml')).toMatch(/w:val="right" w:pos="96[34]\d"/u);
  });

  test('tells what the template lacks', () => {
    expect(codesOf(outcome)).toEqual(['bodyIgnored', 'ownStyles']);
  });

  test.skipIf(!hasOffice)(
    'opens in an office and prints',
    () => {
      const { pages, text } = officePdf(bytes, 'docx');
      expect(pages).toBeGreaterThan(5);
      expect(text).toContain('Pages courantes');
      expect(text).toContain('II –');
      expect(text).toContain('Convention État-UGAP');
    },
    120_000,
  );
});

test('a template without headings, lists and tables takes ours, and says so', async () => {
  const template = wordTemplate({
    hasHeadings: false,
    hasTableStyle: false,
    hasFirstPage: false,
    isNumbered: false,
  });
  const { bytes, outcome } = await written('docx', richDocument(), template);
  expect(packageFaults(bytes)).toEqual([]);
  expect(codesOf(outcome)).toEqual(['bodyIgnored', 'style', 'style', 'tableStyle', 'ownStyles']);
  const styles = readParts(bytes).get('word/styles.xml') ?? '';
  expect(styles).toContain('w:styleId="RapporteurTable"');
  expect(/<w:style [^>]*w:styleId="Heading1".*?<\/w:style>/su.exec(styles)?.[0]).not.toContain(
    'Calibri',
  );
});

test('the report stands where the template says, between its own words', async () => {
  const body =
    '<w:p><w:r><w:t>Couverture : {{ti</w:t></w:r><w:r><w:t>tre}}</w:t></w:r></w:p><w:p><w:r><w:t>{{con</w:t></w:r><w:r><w:t>tenu}}</w:t></w:r></w:p><w:p><w:r><w:t>Mentions légales</w:t></w:r></w:p>';
  const { bytes, outcome } = await written('docx', richDocument(), wordTemplate({ body }));
  expect(packageFaults(bytes)).toEqual([]);
  const texts = textsOf(bytes, BODY, 'w:t');
  const whole = texts.join('');
  expect(
    whole.startsWith('Couverture : Synthèse de travaux à mi-année 2017Table des matières'),
  ).toBe(true);
  expect(whole.endsWith('Mentions légales')).toBe(true);
  expect(whole).not.toContain('{{');
  expect(codesOf(outcome)).toEqual(['ownStyles']);
});

test('a bookmark and a content control mark the place too', async () => {
  const marks = [
    '<w:p><w:bookmarkStart w:id="3" w:name="contenu"/><w:bookmarkEnd w:id="3"/></w:p>',
    '<w:sdt><w:sdtPr><w:tag w:val="Contenu"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
  ];
  for (const mark of marks) {
    const body = `<w:p><w:r><w:t>Avant</w:t></w:r></w:p>${mark}<w:p><w:r><w:t>Après</w:t></w:r></w:p>`;
    const { bytes } = await written('docx', richDocument(), wordTemplate({ body }));
    expect(packageFaults(bytes)).toEqual([]);
    const texts = textsOf(bytes, BODY, 'w:t');
    expect([texts.at(0), texts.at(-1)]).toEqual(['Avant', 'Après']);
  }
});

test('macros, foreign files, fetching fields and protections are left behind', async () => {
  const template = wordTemplate({
    mainType: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
    settings: '<w:documentProtection w:edit="forms" w:enforcement="1"/><w:trackRevisions/>',
    relations: `<Relationship Id="rId30" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="rId31" Type="${REL}/attachedTemplate" Target="file:///C:/Modeles/Normal.dotm" TargetMode="External"/>`,
    body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText> INCLUDEPICTURE "https://example.org/x.png" </w:instrText><w:fldChar w:fldCharType="end"/></w:r></w:p><w:p><w:r><w:t>{{contenu}}</w:t></w:r></w:p>`,
    extra: { 'word/vbaProject.bin': strToU8('macro') },
  });
  const { bytes, outcome } = await written('docx', richDocument(), template);
  expect(packageFaults(bytes)).toEqual([]);
  expect(new Set(codesOf(outcome))).toEqual(
    new Set(['macros', 'external', 'field', 'protection', 'revisions', 'ownStyles']),
  );
  const parts = readParts(bytes);
  expect([...parts.keys()].filter((path) => /vba/iu.test(path))).toEqual([]);
  const everything = [...parts.values()].join('\n');
  expect(everything).not.toMatch(/macroEnabled|Normal\.dotm|INCLUDEPICTURE|documentProtection/u);
});

test('content of every nasty kind stays sound and whole', async () => {
  const { bytes } = await written('docx', nastyDocument(), wordTemplate());
  expect(packageFaults(bytes)).toEqual([]);
  const words = wordsIn(textsOf(await writeDocument('docx', nastyDocument()), BODY, 'w:t'));
  const dressed = wordsIn(textsOf(bytes, BODY, 'w:t'));
  expect([...words].filter((word) => !dressed.has(word) && !/^[\d.]+$/u.test(word))).toEqual([]);
});

test('the same report on the same template gives the same parts', async () => {
  const first = readParts((await written('docx', richDocument(), wordTemplate())).bytes);
  const second = readParts((await written('docx', richDocument(), wordTemplate())).bytes);
  expect([...second.keys()]).toEqual([...first.keys()]);
  for (const path of xmlPaths(first)) expect(second.get(path), path).toBe(first.get(path));
});
