import { describe, expect, it } from 'vitest';

import type { Id } from '#domain/ids.ts';
import { paperFormatsOf } from '#contract/convocation.channels.ts';
import { plainText, prepareDocument } from '#documents/prepare.ts';
import { translatorOf } from '#ipc/failures.ts';
import { buildPaper, paperFile } from '#services/meeting-documents.ts';
import { codeOf, meetingStore } from '#test/meetings.ts';

import { readParts } from '../../documents/read.ts';

const options = { today: '2017-09-20', language: 'fr', translate: translatorOf('fr').t } as const;

function store() {
  const base = meetingStore();
  const { make, group, meeting } = base;
  const subGroupId = make('subGroup', { workingGroupId: group, name: 'Évaluer', position: 1 });
  const [march, june] = [
    meeting('2017-03-10', { title: 'Plénière de mars', status: 'validated' }),
    meeting('2017-06-08', { title: 'Plénière de juin' }),
  ];
  make('minutes', { meetingId: march, number: 'CR-2017-01' });
  const decide = (title: string, values: object) =>
    make('decision', { workingGroupId: group, title, ...values });
  decide('Adopter le budget', {
    meetingId: june,
    decidedOn: '2017-06-08',
    votesFor: 6,
    votesAgainst: 1,
    detail: 'Dans la limite de l’an passé.\nSans report.',
  });
  decide('Saisir l’observatoire', { meetingId: march, subGroupId });
  decide('Par consultation écrite', { decidedOn: '2017-04-02', status: 'deferred' });
  const paper = (values: object = {}) => ({
    document: 'decisionsOfPeriod' as const,
    workingGroupId: group,
    subGroupId: null,
    from: null,
    to: null,
    ...values,
  });
  return { ...base, subGroupId, paper };
}

/** With ordinary spaces, whatever keeps words together in print. */
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

const factsOf = ({ titlePage }: ReturnType<typeof buildPaper>): string[] =>
  titlePage.facts.map(({ label, value }) => plain(`${label} | ${value}`));

const titlesOf = (model: ReturnType<typeof buildPaper>): string[] => {
  const document = prepareDocument(model, 'text');
  return document.sections.map(({ title }) => plainText(title, document));
};

describe('the record of decisions', () => {
  it('goes meeting by meeting in the order of time, those outside meetings last', () => {
    const { db, paper } = store();
    const model = buildPaper(db, { paper: paper(), ...options });
    expect(titlesOf(model)).toEqual(['Plénière de mars', 'Plénière de juin', 'Hors réunion']);
    expect(factsOf(model)).toContain('Décisions | 3 – Adoptée : 2, Reportée : 1');
  });

  it('keeps to a period and to a sub-group', () => {
    const { db, paper, subGroupId } = store();
    const spring = buildPaper(db, {
      paper: paper({ from: '2017-03-01', to: '2017-04-30' }),
      ...options,
    });
    expect(titlesOf(spring)).toEqual(['Plénière de mars', 'Hors réunion']);
    expect(plain(spring.meta.subtitle ?? '')).toBe('Du 1er mars 2017 au 30 avril 2017');
    const ofOne = buildPaper(db, { paper: paper({ subGroupId }), ...options });
    expect(titlesOf(ofOne)).toEqual(['Plénière de mars']);
    expect(factsOf(ofOne)).toContain('Sous-groupe | Évaluer');
  });

  it.each(paperFormatsOf('decisionsOfPeriod').filter((format) => format !== 'pdf'))(
    'is written as %s with its votes, numbers and details',
    async (format) => {
      const { db, paper } = store();
      const bytes = await paperFile(db, { paper: paper(), format, ...options });
      const main = { docx: 'word/document.xml', odt: 'content.xml' }[format as string];
      const markup =
        main === undefined ? new TextDecoder().decode(bytes) : readParts(bytes).get(main);
      const text = plain((markup ?? '').replaceAll(/<[^>]*>/g, ''));
      for (const words of [
        'Adopter le budget',
        'pour : 6, contre : 1',
        'Sans report.',
        'CR-2017-01',
        'Évaluer',
        'Hors réunion',
        '2 avril 2017',
      ]) {
        expect(text).toContain(words);
      }
    },
  );

  it('says that there is none, and refuses a group that there is not', () => {
    const { db, paper } = store();
    const none = buildPaper(db, { paper: paper({ from: '2018-01-01' }), ...options });
    expect(titlesOf(none)).toEqual(['Relevé des décisions']);
    const unknown = '01890000-0000-7000-8000-000000000000' as Id<'workingGroup'>; // of nothing here
    expect(
      codeOf(() => buildPaper(db, { paper: paper({ workingGroupId: unknown }), ...options })),
    ).toBe('record.notFound');
  });
});
