import { describe, expect, it } from 'vitest';

import { cellsOf, readAll, refusal } from './read-all.ts';

const LINES = 'Nom;Ville\r\nÉlodie Œuvre;Hénin\r\nCœur d’or;50 €\r\n';
const ROWS = [
  ['Nom', 'Ville'],
  ['Élodie Œuvre', 'Hénin'],
  ['Cœur d’or', '50 €'],
];

function bytesOf(text: string, table: Readonly<Record<string, number>>): Buffer {
  return Buffer.from([...text].map((sign) => table[sign] ?? sign.charCodeAt(0)));
}

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const LATIN_9 = LINES.replace('’', "'");

const ENCODED: readonly (readonly [string, string, Buffer, string])[] = [
  ['UTF-8', 'utf-8', Buffer.from(LINES), '’'],
  ['UTF-8 with its mark', 'utf-8', Buffer.from(`\ufeff${LINES}`), '’'],
  ['UTF-16 LE', 'utf-16le', utf16(`\ufeff${LINES}`), '’'],
  ['UTF-16 BE', 'utf-16be', utf16(`\ufeff${LINES}`).swap16(), '’'],
  ['UTF-16 LE without mark', 'utf-16le', utf16(LINES), '’'],
  ['Windows-1252', 'windows-1252', bytesOf(LINES, { Œ: 0x8c, œ: 0x9c, '’': 0x92, '€': 0x80 }), '’'],
  ['ISO-8859-15', 'iso-8859-15', bytesOf(LATIN_9, { Œ: 0xbc, œ: 0xbd, '€': 0xa4 }), "'"],
  [
    'Mac OS Roman',
    'macintosh',
    bytesOf(LINES, { É: 0x83, é: 0x8e, Œ: 0xce, œ: 0xcf, '’': 0xd5, '€': 0xdb }),
    '’',
  ],
];

describe('encodings', () => {
  it.each(ENCODED)('%s is found', async (_name, encoding, bytes, apostrophe) => {
    const { workbook, rows } = await readAll(bytes);
    expect(workbook.dialect?.encoding).toBe(encoding);
    expect(cellsOf(rows)).toEqual(
      ROWS.map((row) => row.map((cell) => cell.replace('’', apostrophe))),
    );
  });

  it('counts the whole file: one letter at its end decides', async () => {
    const plain = 'Nom;Ville\n'.repeat(250_000);
    const { workbook, rows } = await readAll(
      Buffer.concat([Buffer.from(plain), Buffer.from([0xe9, 10])]),
    );
    expect(workbook.dialect?.encoding).toBe('windows-1252');
    expect(rows.at(-1)?.cells).toEqual(['é']);
  });

  it('never cuts a character between blocks', async () => {
    const line = 'é'.repeat(1023);
    const { rows, warnings } = await readAll(`a${`${line}\n`.repeat(1500)}`);
    expect(new Set(rows.slice(1).map(({ cells }) => cells[0]))).toEqual(new Set([line]));
    expect(warnings).toEqual([]);
  });

  it('may be said', async () => {
    const { rows } = await readAll(Buffer.from([0x41, 0xe9, 0x0a]), {
      text: { encoding: 'macintosh' },
    });
    expect(cellsOf(rows)).toEqual([['AÈ']]);
  });
});

const DIALECTS: readonly (readonly [string, string, string, string | null])[] = [
  ['semicolons', 'Nom;Montant\nA;1,5\nB;2,5\n', ';', '"'],
  ['commas', 'Nom,Montant\n"A, SA",1.5\nB,2.5\n', ',', '"'],
  ['tabs', 'Nom\tMontant\nA, b\t1,5\nB, c\t2,5\n', '\t', '"'],
  ['bars', 'Nom|Montant\nA|1,5\nB|2,5\n', '|', '"'],
  ['the line of Excel', 'sep=,\r\nNom,Montant\r\nA;b,1\r\n', ',', '"'],
  ['apostrophes as quotes', "'Nom';'Ville'\n'A;b';'c'\n'd';'e'\n", ';', "'"],
  ['one column', 'Nom\nA\nB\n', ';', '"'],
];

describe('dialects', () => {
  it.each(DIALECTS)('%s are found', async (_name, text, separator, quote) => {
    const { workbook } = await readAll(text);
    expect(workbook.dialect).toEqual({ encoding: 'utf-8', separator, quote });
  });

  it('keep quotes, line breaks, blanks and leading zeros', async () => {
    const { rows } = await readAll('Nom;Note\r\n"Dit ""oui""\nou non"; x \r\n00012345600017;\r\n');
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['Nom', 'Note']],
      [2, ['Dit "oui"\nou non', ' x ']],
      [3, ['00012345600017']],
    ]);
  });

  it('count blank lines, and the line of Excel', async () => {
    const { rows } = await readAll('sep=;\na;b\n\n;\nc;d\n');
    expect(rows.map(({ number }) => number)).toEqual([2, 5]);
  });

  it('take carriage returns alone as line ends', async () => {
    expect(cellsOf((await readAll('a;b\rc;d\r')).rows)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('keep text after a closing quote, and say so', async () => {
    const { rows, warnings } = await readAll('Nom;Ville\n"Le Grand" hôtel;Lille\nB;C\n');
    expect(rows[1]?.cells).toEqual(['Le Grand hôtel', 'Lille']);
    expect(warnings).toContainEqual({ code: 'oddQuotes', sheet: 'essai', count: 1, first: '2' });
  });

  it('refuse a quote that never closes, with its line', async () => {
    await expect(readAll('a;b\n"c;d\ne;f\n')).rejects.toMatchObject({
      code: 'openQuote',
      details: { row: 2 },
    });
  });

  it('give our own escaping back', async () => {
    const { rows } = await readAll("Nom;Note\r\n'=1+1;'-dit\r\n'a;l'été\r\n");
    expect(cellsOf(rows).slice(1)).toEqual([
      ['=1+1', '-dit'],
      ["'a", 'l’été'.replace('’', "'")],
    ]);
  });

  it('recognise a number that Excel mangled', async () => {
    const { warnings } = await readAll('SIRET;Nom\n"8,02E+13";A\n12345600017;B\n');
    expect(warnings).toContainEqual({
      code: 'mangledNumbers',
      sheet: 'essai',
      count: 1,
      first: 'A2',
    });
  });

  it('refuse too many rows or columns', async () => {
    expect(await refusal('a\n'.repeat(11), { limits: { rows: 10 } })).toBe('tooManyRows');
    expect(await refusal(`${'a;'.repeat(20)}b\n`, { limits: { columns: 10 } })).toBe(
      'tooManyColumns',
    );
    expect(await refusal('a;b\n'.repeat(11), { limits: { cells: 20 } })).toBe('tooManyCells');
  });
});
