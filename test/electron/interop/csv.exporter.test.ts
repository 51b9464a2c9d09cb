import { unescapeCsvText } from '#interop/csv-escape.ts';
import { ExportError } from '#interop/table.ts';
import type { ExportColumn } from '#interop/table.ts';
import { describe, expect, it } from 'vitest';
import { parseCsv, tableOf, textColumns, workbookOf, writeBytes } from './read-back.ts';

const COLUMNS: readonly ExportColumn[] = [
  { key: 'name', label: 'Nom', kind: 'text' },
  { key: 'postalCode', label: 'Code postal', kind: 'identifier' },
  { key: 'on', label: 'Le', kind: 'date' },
  { key: 'amount', label: 'Montant (€)', kind: 'number' },
  { key: 'isMember', label: '=Membre', kind: 'boolean' },
];

async function csv(rows: (string | number | boolean | null)[][], language: 'fr' | 'en' = 'fr') {
  const workbook = workbookOf([tableOf(COLUMNS, rows)]);
  const { bytes } = await writeBytes('csv', {
    ...workbook,
    properties: { ...workbook.properties, language },
  });
  return Buffer.from(bytes).toString('utf8');
}

describe('csv', () => {
  it('is UTF-8 with a mark, semicolons, CRLF and quotes only where needed', async () => {
    const text = await csv([
      ['Hénin; "Beaumont"', '01000', '2017-05-09', -1234.5, 1],
      ['=1+1', null, null, 0, false],
    ]);
    expect(text).toBe(
      "\ufeffNom;Code postal;Le;Montant (€);'=Membre\r\n" +
        '"Hénin; ""Beaumont""";01000;2017-05-09;-1234,5;Oui\r\n' +
        "'=1+1;;;0;Non\r\n",
    );
  });

  it('uses the decimal point in English', async () => {
    expect(await csv([['a', null, null, 1.5, null]], 'en')).toContain('a;;;1.5;\r\n');
  });

  it('writes short rows whole and a lone empty cell visibly', async () => {
    expect(await csv([['a']])).toContain('\r\na;;;;\r\n');
    const { bytes } = await writeBytes(
      'csv',
      workbookOf([tableOf(textColumns(1), [[null], ['b']])]),
    );
    expect(parseCsv(Buffer.from(bytes).toString('utf8')).slice(1)).toEqual([[''], ['b']]);
  });

  it('gives any text back, guarded where a reader would run it', async () => {
    const texts = [
      '@a',
      '-b',
      '+c',
      '\td',
      '\re',
      '\nf',
      'g;=h',
      'i,=j',
      '"=k"',
      ' =l',
      'm\r\n=n',
      '😀',
      'שלום',
      ' o ',
      ']]>',
    ];
    const { bytes } = await writeBytes(
      'csv',
      workbookOf([
        tableOf(
          textColumns(1),
          texts.map((text) => [text]),
        ),
      ]),
    );
    const cells = parseCsv(Buffer.from(bytes).toString('utf8').slice(1)).slice(1);
    for (const [cell] of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    expect(cells.map(([cell]) => unescapeCsvText(cell ?? ''))).toEqual(texts);
  });

  it('holds one table only, and says so before the first byte', async () => {
    const table = tableOf(textColumns(1), []);
    const chunks: Uint8Array[] = [];
    const { exporters } = await import('#interop/exporters.ts');
    const done = exporters.csv.write(
      workbookOf([table, table]),
      (chunk) => void chunks.push(chunk),
    );
    await expect(done).rejects.toThrow(ExportError);
    expect(chunks).toEqual([]);
    const notes = { name: 'Notes', rows: [['a']] };
    const { warnings } = await writeBytes('csv', workbookOf([table], notes));
    expect(warnings).toMatchObject([{ code: 'notes-omitted', table: 'Notes' }]);
  });
});
