import { describe, expect, it } from 'vitest';

import { cellText } from '#interop/import/sheet.ts';
import { vcardColumns } from '#interop/import/vcard-book.ts';
import { fixture, readAll } from './read-all.ts';

describe('vCard', () => {
  it('gives a row for each card, of versions 2.1, 3.0 and 4.0', async () => {
    const { workbook, rows } = await readAll(fixture('contacts.vcf'), { name: 'contacts.vcf' });
    expect(workbook.format).toBe('vcard');
    expect(workbook.sheets[0]?.header?.labels).toEqual([...vcardColumns]);
    const cards = rows
      .filter(({ role }) => role === 'data')
      .map(({ cells }) =>
        Object.fromEntries(
          vcardColumns
            .map((key, at) => [key, cellText(cells[at] ?? null)] as const)
            .filter(([, value]) => value !== ''),
        ),
      );
    expect(cards).toEqual([
      {
        uid: 'urn:uuid:0b6f6d1e-0000-4000-8000-000000000001',
        fullName: 'Zoé Œuvre',
        familyName: 'Œuvre',
        givenName: 'Zoé',
        additionalNames: 'Anne, Marie',
        honorific: 'Mme',
        organisation: 'Métropole de test',
        unit: 'Direction des achats / Veille',
        title: 'Cheffe de projet',
        email: 'zoe.oeuvre@metropole.example',
        email2: 'zoe@maison.example',
        phone: '01 99 00 12 34',
        mobile: '06 99 00 12 34',
        address: 'Bâtiment B\n1 rue de l’Exemple',
        postalCode: '59000',
        locality: 'Lille',
        region: 'Nord',
        country: 'France',
        categories: 'Acheteur, Rapporteur',
        note: 'Première ligne\nseconde; suite très longue d’une note qui passe à la ligne',
      },
      {
        kind: 'org',
        fullName: 'Hôpital d’essai',
        phone: '+33-1-99-00-12-36',
        website: 'https://hopital.example',
      },
      {
        fullName: 'Élodie Noël',
        familyName: 'Noël',
        givenName: 'Élodie',
        phone: '01 99 00 12 37',
      },
    ]);
  });

  it('leaves out a card that never ends', async () => {
    const { rows } = await readAll('BEGIN:VCARD\nFN:A\nEND:VCARD\nBEGIN:VCARD\nFN:B\n');
    expect(rows.filter(({ role }) => role === 'data')).toHaveLength(1);
  });
});
