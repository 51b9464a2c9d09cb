import { describe, expect, it } from 'vitest';

import type { DocumentModel, RecordRef } from '#documents/model.ts';
import { isEntityName } from '#domain/registry.ts';
import { exampleId } from '#example/builder.ts';
import { normaliseForFacts, seedFacts } from '#example/facts.ts';
import { createTranslator } from '#platform/translate.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { createRecord, removeRecords, updateRecord } from '#services/records.ts';
import type { ReportFileRequest } from '#services/reports.ts';
import { buildReport, listReports, reportFile } from '#services/reports.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore, groupStore } from '#test/stores.ts';

import { readParts } from '../documents/read.ts';

const groupId = exampleId('workingGroup', 'gt');
const by = { author: 'Essai' };

type Kind = 'synthesis' | 'restitution';
const kinds: readonly Kind[] = ['synthesis', 'restitution'];
const formats = ['docx', 'odt', 'pptx', 'html'] as const;

function request(report: Kind, options: Partial<ReportFileRequest> = {}): ReportFileRequest {
  const language = options.language ?? 'fr';
  const translate = createTranslator(language).t;
  return { report, groupId, year: 2017, language, translate, format: 'html', ...options };
}

const inlineTypes = new Set(['text', 'strong', 'emphasis', 'link', 'break', 'trace', 'note']);
const hiddenKeys = new Set([
  ...['type', 'records', 'id', 'align', 'slide', 'language', 'kind', 'variant', 'tone', 'href'],
  ...['weight', 'ordered', 'start', 'numbering', 'only'],
]);

/** Every text of a document in its order; runs of one line follow one another, all else is parted by a space. */
function modelText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    const isLine = value.some((each) => inlineTypes.has(Object(each)['type']));
    return value.map(modelText).join(isLine ? '' : ' ');
  }
  if (typeof value !== 'object' || value === null) return '';
  const part: Readonly<Record<string, unknown>> = { ...value };
  if (part['type'] === 'break') return ' ';
  const isFigure = part['type'] === 'trace' || ('label' in part && 'value' in part);
  if (isFigure) {
    const said = [part['value'], part['unit'], part['label']].map((each) => modelText(each));
    return said.filter((each) => each !== '').join(' ');
  }
  return Object.entries(part)
    .filter(
      ([key, each]) => !hiddenKeys.has(key) && !(key === 'source' && typeof each === 'string'),
    )
    .map(([, each]) => modelText(each))
    .join(' ');
}

const entities = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '’', '&apos;': '’' } as const;

/** Text of XML or HTML; marks of sources are left out, other elements count as spaces only where they part words. */
function plainXml(xml: string): string {
  let text = xml
    .replaceAll(/<(style|script|head|svg)\b.*?<\/\1>/gsu, ' ')
    .replaceAll(/<\/(?:w:p|text:p|text:h|a:p|p|li|td|th|dt|dd|h\d|div|figcaption)>|<br\/?>/gu, ' ')
    .replaceAll(/<(?:a:br|text:line-break|w:br)\b[^>]*>|<w:tab\/>/gu, ' ')
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll(/\[\d+\]/gu, '');
  for (const [entity, sign] of Object.entries(entities)) text = text.replaceAll(entity, sign);
  return text.replaceAll('&amp;', '&');
}

function fileText(format: (typeof formats)[number], bytes: Uint8Array): string {
  if (format === 'html') return plainXml(new TextDecoder().decode(bytes));
  const parts = readParts(bytes);
  const bodies = {
    docx: /^word\/document\.xml$/u,
    odt: /^content\.xml$/u,
    pptx: /^ppt\/slides\/slide\d+\.xml$/u,
  };
  return [...parts]
    .filter(([path]) => bodies[format].test(path))
    .map(([, xml]) => plainXml(xml))
    .join(' ');
}

const folded = (text: string): string =>
  normaliseForFacts(text)
    .toLowerCase()
    .replaceAll(/ (?=[,.;:)])/gu, '')
    .replaceAll(/(?<=[«(]) /gu, '')
    .replaceAll(/ (?=»)/gu, '')
    .replaceAll(/ (?=[?!])/gu, '');

function missingFacts(kind: Kind, text: string): string[] {
  const whole = folded(text);
  return seedFacts[kind].flatMap(({ section, facts }) =>
    facts.filter((fact) => !whole.includes(folded(fact))).map((fact) => `${section}: ${fact}`),
  );
}

function recordsOf(value: unknown): RecordRef[] {
  if (Array.isArray(value)) return value.flatMap(recordsOf);
  if (typeof value !== 'object' || value === null) return [];
  const part: Readonly<Record<string, unknown>> = { ...value };
  const own = part['records'];
  const found = Array.isArray(own) ? (own as RecordRef[]) : []; // the model's own type for that key
  return [...found, ...Object.values(part).flatMap(recordsOf)];
}

function exists(session: StoreSession, { table, id }: RecordRef): boolean {
  return isEntityName(table) && getRecord(session.reader, table, id) !== null;
}

const textOf = (session: StoreSession, report: Kind, options = {}): string =>
  folded(modelText(buildReport(session.reader, request(report, options)).sections));

describe('reports of the example group', () => {
  it('lists both kinds for each year that records tell of', () => {
    const { session } = exampleStore();
    const found = listReports(session.reader).map(({ report, year }) => `${report} ${year}`);
    expect(found).toEqual(['synthesis 2017', 'restitution 2017']);
  });

  it.each(kinds)('says in the %s what the original says', (kind) => {
    const { session } = exampleStore();
    const model = buildReport(session.reader, request(kind));
    expect(missingFacts(kind, modelText(model))).toEqual([]);
  });

  it.each(kinds.flatMap((kind) => formats.map((format) => ({ kind, format }))))(
    'keeps every fact of the $kind in $format',
    async ({ kind, format }) => {
      const { session } = exampleStore();
      const bytes = await reportFile(session.reader, request(kind, { format }));
      expect(missingFacts(kind, fileText(format, bytes))).toEqual([]);
    },
  );

  it('writes slides whose paragraphs have their properties once, first', async () => {
    const { session } = exampleStore();
    const bytes = await reportFile(session.reader, request('restitution', { format: 'pptx' }));
    const paragraphs = [...readParts(bytes)]
      .filter(([path]) => path.startsWith('ppt/slides/slide'))
      .flatMap(([, xml]) => xml.match(/<a:p>.*?<\/a:p>/gsu) ?? []);
    expect(paragraphs.length).toBeGreaterThan(100);
    expect(paragraphs.filter((xml) => xml.lastIndexOf('<a:pPr') > '<a:p>'.length)).toEqual([]);
  });

  it('tells each report as of its own date', () => {
    const { session } = exampleStore();
    const synthesis = textOf(session, 'synthesis');
    const restitution = textOf(session, 'restitution');
    expect(synthesis).toContain('79 réponses d’entreprises');
    expect(synthesis).toContain('alexandre sille (direccte)');
    expect(synthesis).toContain('changement de mentalité à opérer');
    expect(synthesis).not.toContain('brionne');
    expect(synthesis).not.toContain('90 réponses');
    expect(synthesis).not.toContain('350');
    expect(restitution).toContain('90 réponses d’entreprises');
    expect(restitution).toContain('lucile brionne (direccte)');
    expect(restitution).not.toContain('sille');
    expect(restitution).not.toContain('changement de mentalité');
  });

  it('shows what a breakdown leaves out', () => {
    const { session } = exampleStore();
    const text = textOf(session, 'synthesis');
    expect(text).toContain(
      '27 réponses dont 17 acheteurs de l’état et 4 collectivités (mel, cd 80 et cd 62); reste non ventilé: 6',
    );
  });

  it('counts the funnel from the register on each date', () => {
    const { session } = exampleStore();
    const funnel = (report: Kind): unknown => {
      const find = (model: DocumentModel) =>
        model.sections
          .flatMap((one) => [one, ...one.sections, ...one.sections.flatMap((two) => two.sections)])
          .flatMap(({ blocks }) => blocks)
          .find((block) => block.type === 'chart' && block.kind === 'funnel');
      const block = find(buildReport(session.reader, request(report)));
      return block?.type === 'chart' ? block.series[0]?.values : undefined;
    };
    expect(funnel('synthesis')).toEqual([79, 55]);
    expect(funnel('restitution')).toEqual([90, 62, 29, 9]);
  });

  it.each(kinds)('traces the figures of the %s to records that exist', (kind) => {
    const { session } = exampleStore();
    const model = buildReport(session.reader, request(kind));
    const records = recordsOf(model.sections);
    expect(records.length).toBeGreaterThan(20);
    expect(records.filter((record) => !exists(session, record))).toEqual([]);
    const cited = new Set(recordsOf(model.sources).map(({ id }) => id));
    expect(
      cited.has(
        exampleId('measurement', kind === 'synthesis' ? 'applications-mid' : 'applications-end'),
      ),
    ).toBe(true);
  });

  it('names no address that its owner did not agree to publish', async () => {
    const { session } = exampleStore();
    const personId = exampleId('person', 'brionne');
    const email = 'contact@exemple.invalid';
    updateRecord(session, by, 'person', personId, { email });
    expect(textOf(session, 'restitution')).not.toContain(email);
    const { value: consent } = createRecord(session, by, 'consent', {
      personId,
      field: 'email',
      givenOn: '2017-01-01',
    });
    expect(textOf(session, 'restitution')).toContain(email);
    updateRecord(session, by, 'consent', consent, { withdrawnOn: '2017-02-01' });
    expect(textOf(session, 'restitution')).not.toContain(email);
  });
});

describe('reports follow the records', () => {
  it('takes a new name, a new value and a new barrier as they are', () => {
    const { session } = exampleStore();
    updateRecord(session, by, 'subGroup', exampleId('subGroup', 'assess'), {
      name: 'Mesurer les achats innovants',
    });
    createRecord(session, by, 'measurement', {
      indicatorId: exampleId('indicator', 'applications'),
      asOfOn: '2017-06-15',
      value: 61,
    });
    updateRecord(session, by, 'measurement', exampleId('measurement', 'applications-end'), {
      value: 91,
    });
    createRecord(session, by, 'barrier', {
      workingGroupId: groupId,
      side: 'company',
      title: 'Marchés trop grands pour une petite entreprise',
      position: 99,
    });
    const synthesis = textOf(session, 'synthesis');
    expect(synthesis).toContain('mesurer les achats innovants');
    expect(synthesis).toContain('79 réponses d’entreprises');
    const restitution = textOf(session, 'restitution');
    expect(restitution).toContain('91 réponses d’entreprises');
    expect(restitution).toContain(
      '61 au 15 juin 2017, 79 au 30 juin 2017 et 91 au 31 décembre 2017',
    );
    expect(restitution).toContain('marchés trop grands pour une petite entreprise');
  });

  it('counts only decisions that were released', () => {
    const { session } = exampleStore();
    const phaseId = exampleId('phase', 'final');
    const [pitch] = listRecords(session.reader, 'phaseDecision', { phaseId, outcome: 'pitch' });
    expect(textOf(session, 'restitution')).toContain('pitch devant les acheteurs 9');
    updateRecord(session, by, 'phaseDecision', pitch?.id ?? '', { isReleased: false });
    const text = textOf(session, 'restitution');
    expect(text).toContain('pitch devant les acheteurs 8');
    expect(text).toContain('retenue pour la phase suivante 1');
  });

  it('says so when the register counts otherwise than the value that was stated', () => {
    const { session } = exampleStore();
    const [application] = listRecords(session.reader, 'application', {}, ['number']);
    removeRecords(session, by, 'application', [application?.id ?? '']);
    const model = buildReport(session.reader, request('synthesis'));
    const text = folded(modelText(model.sections));
    expect(text).toContain('79 réponses d’entreprises');
    expect(text).toContain('le registre en compte 78 au 30 juin 2017');
  });

  it('says nothing of what another group did', () => {
    const { session } = exampleStore();
    const { value: otherId } = createRecord(session, by, 'workingGroup', { name: 'Autre groupe' });
    createRecord(session, by, 'objective', {
      workingGroupId: otherId,
      year: 2020,
      position: 1,
      title: 'Publier un guide',
    });
    for (const report of kinds) {
      const text = textOf(session, report, { groupId: otherId, year: 2020 });
      expect(text).toContain('publier un guide');
      expect(text).not.toContain('innov’ember');
      expect(text).not.toContain('pruvost');
    }
  });
});

describe('reports of an empty group', () => {
  it.each(kinds)('makes a readable %s that owns to what is missing', async (kind) => {
    const { session } = groupStore('Groupe nouveau');
    const [group] = session.reader.raw.prepare('SELECT id FROM working_group').all() as {
      id: string;
    }[];
    const options = { groupId: group?.id ?? '', year: 2026 };
    const text = textOf(session, kind, options);
    expect(text).toContain('aucun');
    expect(text).not.toContain('reporttexts');
    for (const format of formats) {
      const bytes = await reportFile(session.reader, request(kind, { ...options, format }));
      expect(fileText(format, bytes)).toContain('Groupe nouveau');
    }
  });
});

describe('report files', () => {
  it.each(kinds)('writes the %s in English', (kind) => {
    const { session } = exampleStore();
    const model = buildReport(session.reader, request(kind, { language: 'en' }));
    const text = modelText(model);
    expect(text).toContain(
      kind === 'synthesis' ? 'Aims of the working group' : 'Barriers identified in 2017',
    );
    expect(text).not.toMatch(/reportTexts|\{\{|Sous-groupe thématique|Pour toute information/u);
  });

  it('hands a PDF’s page and its options to whoever prints', async () => {
    const { session } = exampleStore();
    const printed: { html: string; footer: string }[] = [];
    const bytes = await reportFile(session.reader, {
      ...request('restitution', { format: 'pdf' }),
      printPdf: (html, { footerTemplate }) => {
        printed.push({ html, footer: footerTemplate });
        return Promise.resolve(new Uint8Array([37, 80, 68, 70]));
      },
    });
    expect(bytes).toHaveLength(4);
    expect(printed[0]?.html).toContain('INNOV’EMBER');
    expect(printed[0]?.footer).toContain('Restitution des travaux 2017');
  });

  it.each([
    { code: 'export.noEngine', options: { format: 'pdf' } },
    { code: 'export.unknownFormat', options: { format: 'rtf' } },
    { code: 'export.noGroup', options: { groupId: exampleId('workingGroup', 'absent') } },
    { code: 'export.unknownReport', options: { report: 'directory' as Kind } }, // not one of ours
  ])('refuses with $code', async ({ code, options }) => {
    const { session } = exampleStore();
    await expect(reportFile(session.reader, request('synthesis', options))).rejects.toMatchObject({
      code,
    });
  });
});
