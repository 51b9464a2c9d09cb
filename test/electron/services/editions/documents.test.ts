import { describe, expect, it } from 'vitest';

import type { EditionKind, FactView } from '#contract/edition.views.ts';
import type { DocumentModel } from '#documents/model.ts';
import { formatDate, formatNumber, typeset } from '#documents/typography.ts';
import { reportKinds } from '#domain/report.ts';
import { exampleId } from '#example/builder.ts';
import { normaliseForFacts } from '#example/facts.ts';
import { createTranslator } from '#platform/translate.ts';
import { composeEdition, editionFacts } from '#services/editions/compose.ts';
import { createEdition } from '#services/editions/editions.ts';
import { editionOffers, editionView } from '#services/editions/views.ts';
import { getDocumentFormat } from '#documents/writers.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { exampleStore } from '#test/stores.ts';

import { readParts } from '../../documents/read.ts';

const groupId = exampleId('workingGroup', 'gt');
const by = { author: 'Essai' };
const words = { language: 'fr', translate: createTranslator('fr').t } as const;

const textParts: Readonly<Record<string, RegExp>> = {
  docx: /^word\/(?:document|footnotes)\.xml$/,
  odt: /^content\.xml$/,
  pptx: /^ppt\/slides\/slide\d+\.xml$/,
  odp: /^content\.xml$/,
};

function textOf(bytes: Uint8Array, format: string): string {
  const path = textParts[format];
  const markup =
    path === undefined
      ? new TextDecoder().decode(bytes)
      : [...readParts(bytes)]
          .filter(([name]) => path.test(name))
          .map(([, part]) => part)
          .join('\n');
  const plain = markup
    .replaceAll(/<(style|title|svg)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<(?:w:br|text:line-break|a:br|br|text:s|text:tab|w:tab)\b[^>]*>/g, ' ')
    .replaceAll(/<\/(?:w:p|a:p|text:p|text:h|p|li|h\d|td|th|dt|dd|div)>/g, ' ')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll(/&(?:#39|apos);/g, "'");
  return comparable(plain);
}

const comparable = (text: string): string =>
  normaliseForFacts(typeset(text, 'fr')).toLocaleLowerCase('fr');

/** Whether a text says the value of a fact, in one of the ways in which documents do. */
function says(text: string, fact: FactView): boolean {
  if (fact.kind !== 'person') return forms(fact).some((form) => text.includes(comparable(form)));
  return String(fact.value)
    .split(', ')
    .every((name) => text.includes(comparable(name)));
}

function forms({ kind, value }: FactView): string[] {
  if (typeof value === 'number') return [formatNumber(value, 'fr')];
  if (kind === 'date') {
    // The first of two days leaves out what both have in common.
    const day = formatDate(value, 'fr');
    return [day, day.replace(/ \d{4}$/u, ''), day.split(' ')[0] ?? day];
  }
  const [first = ''] = value.split('\n');
  return [first.replace(/^→\s*/u, '').replace(/[.:]$/u, '')];
}

function bytesOf(format: string, model: DocumentModel): Promise<Uint8Array> {
  const writer = getDocumentFormat(format);
  if (writer === null) throw new TypeError(format);
  return writer.write(model);
}

async function made(session: StoreSession, kind: EditionKind) {
  const today = '2017-12-31';
  const offer = editionOffers(session.reader, { groupId, year: 2017 }, words, today).find(
    (one) => one.kind === kind,
  );
  const meeting = offer?.subjects.find(({ label }) => label.includes('9 mai'));
  const subject = meeting ?? offer?.subjects[0] ?? null;
  const { value } = await createEdition(
    session,
    by,
    {
      kind,
      groupId,
      year: 2017,
      asOfOn: null,
      title: offer?.title ?? '',
      subject:
        offer?.subjectTable === null || subject === null || offer === undefined
          ? null
          : { table: offer.subjectTable, id: subject.id },
    },
    words,
  );
  return mustGet(session.reader, 'reportEdition', value);
}

/** Facts that a document tells only where it is asked for, or in other words. */
const untold = [
  /\.description$/, // laid out in paragraphs of their own
  /^count\./, // shown only where there is something to count
  /\.quota(?:Min|Max)$/,
  /^activity\./,
  /^ahead\./, // alike dates are told together
  /\.parties$/,
  /\.counted$/,
  /\.part\..*\.detail$/,
  /^group\./,
  /^segment\./,
  /^axis\./,
  /^goodPractice\./,
  /^contact\./,
];

/** Data of a year that one kind of report keeps to itself, to be compared with the other kinds. */
const silent: Readonly<Partial<Record<EditionKind, readonly RegExp[]>>> = {
  synthesis: [/^result\./, /\.author$/],
  restitution: [
    /\.stage\./,
    /^subGroupObjective\./,
    /^expected\./,
    /^meeting\./,
    /^agreement\./,
    /^phase\./,
  ],
  activityReport: [/^subGroupObjective\./, /^expected\./, /\.author$/, /\.quote$/],
};
const isQuoted = ({ label }: FactView): boolean => label.includes('(PIA)');

describe('documents of every kind of edition', () => {
  for (const kind of reportKinds) {
    it(`say what its facts state: ${kind}`, { timeout: 60_000 }, async () => {
      const { session } = exampleStore();
      const edition = await made(session, kind);
      const model = composeEdition(session.reader, edition, words, true);
      const facts = editionFacts(session.reader, edition, words);
      const left = [...untold, ...(silent[kind] ?? [])];
      const told = facts.filter(
        (fact) =>
          !left.some((pattern) => pattern.test(fact.key)) &&
          (kind === 'synthesis' || !isQuoted(fact)),
      );
      expect(told.length).toBeGreaterThan(15);
      for (const format of ['html', 'docx', 'odt', 'pptx', 'odp']) {
        const bytes = await bytesOf(format, model);
        const text = textOf(bytes, format);
        const missing = told.filter((fact) => !says(text, fact));
        expect(
          missing.map(({ key, label, value }) => `${key} ${label}: ${value}`),
          format,
        ).toEqual([]);
      }
    });
  }

  it('have a section of its own for each key, so that every one can be arranged', async () => {
    const { session } = exampleStore();
    for (const kind of reportKinds) {
      const edition = await made(session, kind);
      const { sections } = await editionView(session.reader, edition.id, words);
      const keys = sections.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      // None is known by its place alone: a key must outlive the sections around it.
      expect(
        keys.filter(
          (key) =>
            /\/?\d+$/.test(key) &&
            !/^(?:committee|buyer|company|platform|institution)\./.test(key) &&
            !/[\da-f]{12}$/.test(key),
        ),
      ).toEqual([]);
    }
  });
});

describe('the directory', () => {
  it('says of people only what they agreed to publish', async () => {
    const { session } = exampleStore();
    const { value: organisationId } = createRecord(session, by, 'organisation', {
      name: 'Structure d’essai',
      kind: 'platform',
      email: 'accueil@exemple.invalid',
    });
    const person = (familyName: string) => {
      const { value: id } = createRecord(session, by, 'person', {
        familyName,
        email: `${familyName.toLowerCase()}@exemple.invalid`,
        phone: '03 00 00 00 00',
      });
      createRecord(session, by, 'affiliation', {
        personId: id,
        organisationId,
        title: 'Directeur',
      });
      return id;
    };
    const agree = (personId: string, field: string, withdrawnOn: string | null = null) =>
      createRecord(session, by, 'consent', { personId, field, givenOn: '2017-01-01', withdrawnOn });
    person('Silencieux');
    agree(person('Discret'), 'name');
    const open = person('Ouvert');
    for (const field of ['name', 'functions', 'email']) agree(open, field);
    const gone = person('Revenu');
    agree(gone, 'name');
    agree(gone, 'email', '2017-06-01');
    const hidden = person('Retiré');
    agree(hidden, 'name', '2017-06-01');
    createRecord(session, by, 'mandate', {
      personId: hidden,
      subGroupId: listRecords(session.reader, 'subGroup').at(0)?.id ?? null,
      role: 'member',
    });
    const edition = await made(session, 'directory');
    const text = textOf(
      await bytesOf('html', composeEdition(session.reader, edition, words, true)),
      'html',
    );
    expect(text).not.toContain('silencieux');
    expect(text).toContain('discret');
    expect(text).not.toContain('discret@');
    expect(text).toContain('ouvert, directeur');
    expect(text).toContain('ouvert@exemple.invalid');
    expect(text).not.toContain('revenu@');
    expect(text).not.toContain('retiré');
    expect(text).not.toContain('accueil@exemple');
    expect(text).not.toContain('03 00 00 00 00');
  });
});
