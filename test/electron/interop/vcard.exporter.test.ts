import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { cellText } from '#interop/import/sheet.ts';
import { vcardColumns } from '#interop/import/vcard-book.ts';
import type { VcardPerson } from '#interop/vcard.exporter.ts';
import { vcardOf, writeVcards } from '#interop/vcard.exporter.ts';

import { readAll } from './import/read-all.ts';

const nobody: VcardPerson = {
  uid: 'urn:uuid:018f0000-0000-7000-8000-000000000001',
  fullName: 'Camille Durand',
  familyName: 'Durand',
  givenName: 'Camille',
  honorific: null,
  organisation: null,
  title: null,
  role: null,
  email: null,
  phone: null,
  address: null,
  categories: [],
  revisedAt: null,
};

async function fileOf(people: readonly VcardPerson[]): Promise<Buffer> {
  const blocks: Uint8Array[] = [];
  const cards = await writeVcards(people, (block) => void blocks.push(block));
  expect(cards).toBe(people.length);
  return Buffer.concat(blocks);
}

/** What a text is once it has been on a card: one kind of line break, no controls. */
function onCardWhole(text: string): string {
  return (
    text
      .toWellFormed()
      .replaceAll(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/g, '\n')
      // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
      .replaceAll(/[\u0000-\u0009\u000e-\u001f\u007f-\u009f]/g, ' ')
  );
}

const onCard = (text: string | null): string => onCardWhole(text ?? '').trim();

const hard = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[\\,;:n\r\n "=]{1,40}$/),
  fc.constantFrom(
    'Durand\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Autre',
    'Durand\nEND:VCARD',
    'Durand\u2028END:VCARD',
    '\\nEND:VCARD',
    'é'.repeat(200),
    '👩‍👩‍👧‍👦'.repeat(20),
    'TEL;TYPE=CELL:+33',
    '\\',
    '\\\\;',
  ),
);
const named = hard.filter((text) => onCard(text) !== '');
const maybe = fc.option(hard, { nil: null });

const person: fc.Arbitrary<VcardPerson> = fc.record({
  uid: fc.uuid().map((id) => `urn:uuid:${id}`),
  fullName: named,
  familyName: named,
  givenName: maybe,
  honorific: maybe,
  organisation: maybe,
  title: maybe,
  role: maybe,
  email: fc.option(fc.constant('camille.durand@example.org'), { nil: null }),
  phone: fc.option(fc.constant('01 23 45 67 89'), { nil: null }),
  address: fc.option(fc.record({ street: maybe, postalCode: maybe, locality: maybe }), {
    nil: null,
  }),
  categories: fc.array(named, { maxLength: 4 }),
  revisedAt: fc.option(fc.constant('2017-05-09T12:00:00.000Z'), { nil: null }),
});

/** The reader trims the whole of it, not each part. */
function categoriesOnCard(categories: readonly string[]): string {
  return categories.map(onCardWhole).join(', ').trim();
}

function expected(card: VcardPerson): Record<string, string> {
  return {
    uid: card.uid,
    fullName: onCard(card.fullName),
    familyName: onCard(card.familyName),
    givenName: onCard(card.givenName),
    honorific: onCard(card.honorific),
    organisation: onCard(card.organisation),
    title: onCard(card.title),
    role: onCard(card.role),
    email: card.email ?? '',
    phone: card.phone ?? '',
    address: onCard(card.address?.street ?? null),
    postalCode: onCard(card.address?.postalCode ?? null),
    locality: onCard(card.address?.locality ?? null),
    categories: categoriesOnCard(card.categories),
  };
}

async function readBack(bytes: Uint8Array): Promise<Record<string, string>[]> {
  const { rows } = await readAll(bytes, { name: 'personnes.vcf' });
  return rows
    .filter(({ role }) => role === 'data')
    .map(({ cells }) =>
      Object.fromEntries(vcardColumns.map((key, at) => [key, cellText(cells[at] ?? null)])),
    );
}

describe('contact cards', () => {
  it('are vCard 3.0 in UTF-8, lines ended by CR LF and folded at 75 octets', async () => {
    const long = { ...nobody, title: 'Chargée de mission à l’économie numérique '.repeat(6) };
    const text = (await fileOf([long])).toString('utf8');
    expect(text).toMatch(/^BEGIN:VCARD\r\nVERSION:3\.0\r\n/);
    expect(text).toMatch(/END:VCARD\r\n$/);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const lines = text.split('\r\n');
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(2);
  });

  it('hold no line for what is not known', () => {
    expect(vcardOf(nobody)).toBe(
      [
        'BEGIN:VCARD',
        'VERSION:3.0',
        `UID:${nobody.uid}`,
        'N:Durand;Camille;;;',
        'FN:Camille Durand',
        'END:VCARD',
        '',
      ].join('\r\n'),
    );
  });

  it('are read back by the program’s own reader without a difference', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 5 }), async (people) => {
        const bytes = await fileOf(people);
        const cards = await readBack(bytes);
        expect(cards).toHaveLength(people.length);
        people.forEach((one, at) => expect(cards[at]).toMatchObject(expected(one)));
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be broken out of by any text, whoever reads the lines', async () => {
    await fc.assert(
      fc.asyncProperty(person, async (one) => {
        const text = (await fileOf([one])).toString('utf8');
        const lines = text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/);
        const count = (mark: string): number => lines.filter((line) => line === mark).length;
        expect([count('BEGIN:VCARD'), count('END:VCARD')]).toEqual([1, 1]);
        for (const line of lines) {
          expect(line).toMatch(
            /^(?:$| |(?:BEGIN|VERSION|UID|N|FN|ORG|TITLE|ROLE|EMAIL|TEL|ADR|CATEGORIES|REV|END)[;:])/,
          );
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line, 'utf8').toString('utf8')).toBe(line);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('stop when asked to', async () => {
    const stopped = AbortSignal.abort();
    await expect(writeVcards([nobody], () => undefined, { signal: stopped })).rejects.toThrow(
      /abort/i,
    );
  });
});
