import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { AppError } from '#contract/errors.ts';
import type { TemplateKind } from '#documents/templates/template.ts';
import { exampleId } from '#example/builder.ts';
import { normaliseForFacts, seedFacts } from '#example/facts.ts';
import { createTranslator } from '#platform/translate.ts';
import { setStyleFile } from '#services/house-style/files.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { chooseStyle, createStyle } from '#services/house-style/styles.ts';
import { reportFile } from '#services/reports.ts';
import { checkChosenTemplate, checkKeptTemplate } from '#services/templates/kept.ts';
import { packageFaults } from '#test/package-check.ts';
import { exampleStore, temporaryFolder } from '#test/stores.ts';
import { officeComplaints, openDocumentComplaints } from '#test/valid-office.ts';
import { readParts } from '../../documents/read.ts';
import { slideTemplate } from '../../documents/templates/slide-templates.ts';
import { textTemplate } from '../../documents/templates/text-templates.ts';
import { wordTemplate } from '../../documents/templates/word-templates.ts';

const by = { author: 'Essai' };
const { signal } = new AbortController();
const groupId = exampleId('workingGroup', 'gt');
const translator = createTranslator('fr');
const french = { language: 'fr', translate: translator.t } as const;
const templates: Readonly<Record<TemplateKind, () => Uint8Array>> = {
  docx: wordTemplate,
  odt: textTemplate,
  pptx: slideTemplate,
};
const extension = { docx: 'dotx', odt: 'ott', pptx: 'potx' } as const;
const TEXTS = {
  docx: [/^word\/(?:document|footnotes)\.xml$/u, /<\/w:p>/gu, /<w:(?:tab|br)\b[^>]*\/>/gu],
  odt: [/^content\.xml$/u, /<\/text:[ph]>/gu, /<text:(?:s|tab|line-break)\b[^>]*\/>/gu],
  pptx: [/^ppt\/slides\/slide\d+\.xml$/u, /<\/a:p>/gu, /<a:br\b[^>]*\/>/gu],
} as const;

function textOf(bytes: Uint8Array, kind: TemplateKind): string {
  const [path, paragraph, blank] = TEXTS[kind];
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: '’',
  };
  const text = [...readParts(bytes)]
    .filter(([each]) => path.test(each))
    .toSorted(([left], [right]) => left.localeCompare(right, 'en', { numeric: true }))
    .map(([, xml]) => xml)
    .join('\n')
    .replace(/<w:(instrText)\b[^>]*>[^<]*<\/w:\1>/gu, '')
    .replace(blank, ' ')
    .replace(paragraph, '\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&(?:#39|(\w+));/gu, (_all, name?: string) => entities[name ?? 'apos'] ?? '');
  return normaliseForFacts(text).toLocaleLowerCase('fr');
}

/** The example group, with a style in use that keeps a template of each format. */
async function dressedGroup() {
  const { session } = exampleStore();
  const { value: id } = createStyle(session, by, { name: 'Région', workingGroupId: null });
  chooseStyle(session, by, { id, isDefault: true });
  const folder = temporaryFolder();
  for (const role of ['docx', 'odt', 'pptx'] as const) {
    const path = join(folder, `modele.${extension[role]}`);
    writeFileSync(path, templates[role]());
    await setStyleFile(session, by, { id, role, path, today: '2017-05-09' }, signal);
  }
  return { session, id };
}

describe('templates that a style keeps', () => {
  test('dress the reports of its groups, which still say all that the original says', async () => {
    const { session } = await dressedGroup();
    const db = session.reader;
    const style = await documentStyle({ db, path: session.path }, groupId);
    for (const format of ['docx', 'odt', 'pptx'] as const) {
      for (const report of ['synthesis', 'restitution'] as const) {
        const bytes = await reportFile(db, {
          report,
          groupId,
          year: 2017,
          ...french,
          format,
          style,
        });
        const parts = readParts(bytes);
        expect(
          [...parts.keys()].some(
            (path) => path.endsWith('media/logo.png') || path === 'Pictures/logo.png',
          ),
          format,
        ).toBe(true);
        if (format !== 'odt') expect(packageFaults(bytes), `${report} ${format}`).toEqual([]);
        const complaints =
          format === 'odt'
            ? await openDocumentComplaints(bytes)
            : await officeComplaints(bytes, format);
        expect(complaints, `${report} ${format}`).toEqual([]);
        const text = textOf(bytes, format);
        const missing = seedFacts[report]
          .flatMap(({ facts }) => facts)
          .filter((fact) => !text.includes(normaliseForFacts(fact).toLocaleLowerCase('fr')));
        expect(missing, `${report} ${format}`).toEqual([]);
      }
    }
  }, 120_000);

  test('are read for what they lack, in French, with the place', async () => {
    const { session, id } = await dressedGroup();
    const place = { db: session.reader, path: session.path };
    const word = await checkKeptTemplate(place, { styleId: id, role: 'docx' }, french);
    expect(word?.fileName).toBe('modele.dotx');
    expect([word?.accent, word?.textFont, word?.headingFont]).toEqual([
      '7A1F5C',
      'Liberation Sans',
      'Liberation Serif',
    ]);
    expect(word?.lacks.map((lack) => lack.place)).toContain('Texte du modèle');
    const texts = await checkKeptTemplate(place, { styleId: id, role: 'odt' }, french);
    expect(texts?.lacks[0]).toEqual({
      isSerious: true,
      place: 'Style «\u00a0Subtitle\u00a0»',
      what: 'Le modèle n’a pas ce style.',
      consequence: 'Il est ajouté avec la police et la couleur du modèle.',
    });
    for (const { place: where, what, consequence } of [
      ...(word?.lacks ?? []),
      ...(texts?.lacks ?? []),
    ])
      expect(`${where} ${what} ${consequence}`).not.toMatch(/templatesCheck:|\{\{/u);
  });

  test('that are gone or changed leave documents in the ordinary look', async () => {
    const { session, id } = await dressedGroup();
    const db = session.reader;
    const before = await documentStyle({ db, path: session.path }, groupId);
    const { place } = before.templates.docx ?? { place: '' };
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, strToU8('autre chose'));
    // What was loaded before the file changed is written on nothing.
    const request = {
      report: 'synthesis',
      groupId,
      year: 2017,
      ...french,
      format: 'docx',
    } as const;
    const bytes = await reportFile(db, { ...request, style: before });
    expect([...readParts(bytes).keys()]).not.toContain('word/media/logo.png');
    const after = await documentStyle({ db, path: session.path }, groupId);
    expect(after.lost.map(({ role }) => role)).toEqual(['docx']);
    expect(
      await checkKeptTemplate({ db, path: session.path }, { styleId: id, role: 'docx' }, french),
    ).toBeNull();
  });
});

test('a file that cannot serve is refused before it is kept, and says what and where', async () => {
  const { session } = exampleStore();
  const { value: id } = createStyle(session, by, { name: 'Région', workingGroupId: null });
  const path = join(temporaryFolder(), 'modele.dotx');
  writeFileSync(path, wordTemplate().subarray(0, 2000));
  const request = { id, role: 'docx', path, today: '2017-05-09' } as const;
  const kept = setStyleFile(session, by, request, signal);
  await expect(kept).rejects.toMatchObject({ code: 'template.damaged' });
  const refusal = await checkChosenTemplate(path, 'docx', french).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(AppError);
  expect(translator.failure(refusal).message).toBe(
    'Le modèle «\u00a0modele.dotx\u00a0» est abîmé. Ouvrez-le dans votre logiciel de bureau, enregistrez-le sous un autre nom et choisissez cette copie.',
  );
  writeFileSync(path, slideTemplate());
  const other = await checkChosenTemplate(path, 'docx', french).catch((error: unknown) => error);
  expect(translator.failure(other).message).toContain('n’est pas un modèle DOCX');
});
