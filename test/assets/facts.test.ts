import { describe, expect, it } from 'vitest';

import { seedFacts, normaliseForFacts } from '#example/facts.ts';
import { exampleRecords } from '#example/index.ts';

const records = exampleRecords();

const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** Phrases that a document puts together from several columns or records. */
function composed(): string[] {
  const organisations = new Map(
    records.flatMap((one) =>
      one.name === 'organisation' ? [[String(one.id), one.values] as const] : [],
    ),
  );
  const people = new Map(
    records.flatMap((one) =>
      one.name === 'person' ? [[String(one.id), one.values] as const] : [],
    ),
  );
  const units = new Map(
    records.flatMap((one) =>
      one.name === 'indicator' ? [[String(one.id), one.values.unit ?? ''] as const] : [],
    ),
  );
  const nameOf = (id: string): string => {
    const person = people.get(id);
    return `${person?.givenName ?? ''} ${person?.familyName.toUpperCase() ?? ''}`;
  };
  return records.flatMap((one): string[] => {
    switch (one.name) {
      case 'person':
        return [nameOf(one.id)];
      case 'mandate': {
        const organisation = organisations.get(String(one.values.organisationId));
        const shown = organisation?.acronym ?? organisation?.name ?? '';
        return [`${nameOf(one.values.personId)} (${shown})`];
      }
      case 'measurement':
        return [`${one.values.value} ${units.get(one.values.indicatorId) ?? ''}`];
      case 'measurementPart':
        return [`${one.values.value} ${one.values.title} (${one.values.detail ?? ''})`];
      case 'event': {
        const { startsOn, endsOn } = one.values;
        if (typeof startsOn !== 'string' || typeof endsOn !== 'string') return [];
        return [`${Number(startsOn.slice(8))} au ${dayInWords(endsOn)}`];
      }
      default:
        return [];
    }
  });
}

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') {
    return /^\d{4}-\d{2}-\d{2}$/u.test(value) ? [dayInWords(value)] : [value];
  }
  return typeof value === 'number' ? [String(value)] : [];
};

const corpus = normaliseForFacts(
  [...records.flatMap((one) => Object.values(one.values).flatMap(texts)), ...composed()].join(
    ' | ',
  ),
).toLowerCase();

const facts = Object.entries(seedFacts).flatMap(([document, sections]) =>
  sections.flatMap(({ section, facts: phrases }) =>
    phrases.map((phrase) => [document, section, phrase] as const),
  ),
);

describe('the facts of the originals', () => {
  it('are many', () => {
    expect(facts.length).toBeGreaterThan(150);
  });

  it.each(facts)('%s, %s: %s', (_document, _section, phrase) => {
    expect(corpus).toContain(normaliseForFacts(phrase).toLowerCase());
  });
});

describe('normaliseForFacts', () => {
  it('gives one form to spaces, apostrophes, hyphens and ellipses', () => {
    expect(normaliseForFacts(" l'achat\u00A0public\u202F?  sous\u2011groupe... ")).toBe(
      'l’achat public ? sous-groupe…',
    );
  });
});
