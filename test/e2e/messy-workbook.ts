import { writeFileSync } from 'node:fs';

import { utils, write } from 'xlsx';
import type { CellObject } from 'xlsx';

/** A workbook as secretariats keep them; a name spelled otherwise, a broken SIRET, a line of totals. */
export function writeMessyWorkbook(path: string): void {
  const sheet = utils.aoa_to_sheet([
    ['Suivi des structures'],
    [],
    ['Structure', null, 'Contact', null, 'Suivi'],
    ['Raison sociale', 'SIRET', 'Courriel', 'CP', 'Ville', 'Mots-clés'],
    [
      'Atelier des Dunes',
      '732 829 320 00074',
      'contact@dunes.example',
      59140,
      'Dunkerque',
      'énergie',
    ],
    [],
    ['Alvéolandde', null, '', '67000', 'Strasbourg', 'numérique'],
    ['Société abîmée', 80200000000000, '', '', '', ''],
    ['ALVÉOLANDE', null, 'bonjour@alveolande.example', '', '', ''],
    ['Total', null, null, null, 4, null],
  ]);
  sheet['!merges'] = [
    { s: { r: 2, c: 0 }, e: { r: 2, c: 1 } },
    { s: { r: 2, c: 2 }, e: { r: 2, c: 3 } },
    { s: { r: 2, c: 4 }, e: { r: 2, c: 5 } },
  ];
  const total: CellObject = { t: 'n', v: 4, f: 'COUNTA(A5:A9)' };
  sheet['E10'] = total;
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['brouillon']]), 'Ancien');
  utils.book_append_sheet(book, sheet, 'Structures');
  book.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
}
