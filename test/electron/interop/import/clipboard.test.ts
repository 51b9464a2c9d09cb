import { describe, expect, it } from 'vitest';

import { clipboardTable } from '#interop/import/clipboard.ts';
import { cellText } from '#interop/import/sheet.ts';
import { cellsOf, fixture, readAll, refusal } from './read-all.ts';

describe('a table pasted', () => {
  it('from Excel keeps line breaks, accents and empty cells', async () => {
    const { workbook, rows } = await readAll(fixture('clipboard-excel.html'), {
      name: 'collage.html',
    });
    expect(workbook.format).toBe('html');
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['collage']);
    expect(cellsOf(rows)).toEqual([
      ['Nom', 'Code postal', 'Note'],
      ['Hôpital d’Amiens', '01000', 'un\ndeux'],
      ['Île & Cie', null, '8,02E+13'],
    ]);
    expect(workbook.sheets[0]?.header?.labels).toEqual(['Nom', 'Code postal', 'Note']);
  });

  it('from Calc takes the exact values', async () => {
    const { rows } = await readAll(fixture('clipboard-calc.html'));
    expect(cellsOf(rows)).toEqual([
      ['Nom', 'Depuis', 'Montant', 'Taux', 'Code'],
      [
        'Métropole',
        { kind: 'date', value: '2024-02-29' },
        1250.5,
        { kind: 'number', value: 0.25, text: '25%' },
        { kind: 'number', value: 1000, text: '01000' },
      ],
    ]);
  });

  it('from Word or a page: spans, paragraphs, tables within', async () => {
    const { workbook, rows } = await readAll(fixture('clipboard-word.html'));
    expect(workbook.sheets[0]?.header).toEqual({
      firstRow: 1,
      lastRow: 2,
      labels: ['Structure', 'Contact / Nom', 'Contact / Rôle'],
    });
    expect(rows.slice(2).map(({ cells }) => cells.map(cellText))).toEqual([
      ['CHU\nSite sud', 'Zoé', 'achats veille'],
      ['CHU', 'Noël'],
    ]);
  });

  it('as text is split at tabs', async () => {
    const { workbook, rows } = await readAll('Nom\tNote\r\nA, b\t"un\ndeux"\r\n');
    expect(workbook.dialect?.separator).toBe('\t');
    expect(cellsOf(rows)).toEqual([
      ['Nom', 'Note'],
      ['A, b', 'un\ndeux'],
    ]);
  });

  it('of several tables gives several sheets', async () => {
    const html = '<html><table><tr><td>a</table><p>x</p><table></table><table><tr><td>b</table>';
    const { workbook } = await readAll(html, { name: 'page.html' });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['page 1', 'page 2']);
  });

  it('with spans beyond reason is bounded', async () => {
    const html = '<table><tr><td colspan="999999" rowspan="999999">a</td><td>b</td></tr></table>';
    const { workbook } = await readAll(html);
    expect(workbook.sheets[0]?.columnCount).toBe(1001);
    expect(await refusal('<table><tr>'.concat('<td colspan="1000">a'.repeat(9)))).toBe(
      'tooManyColumns',
    );
  });

  it('is taken from HTML where that holds a table, else from text', async () => {
    const read = async (html: string, text: string): Promise<unknown> => {
      const { source, text: options } = clipboardTable({ html, text }, 'Collage');
      if (source.kind !== 'bytes') throw new TypeError(source.kind);
      const found = await readAll(source.bytes, { name: source.name, text: options });
      return [found.workbook.format, found.workbook.sheets[0]?.name, cellsOf(found.rows)];
    };
    const cells = [['Été', 'b;c']];
    const html = '<meta charset="utf-8"><b>x</b><table><tr><td>Été<td>b;c</table>';
    expect(await read(html, 'autre')).toEqual(['html', 'Collage', cells]);
    expect(await read('<p>Été</p>', 'Été\tb;c')).toEqual(['csv', 'Collage', cells]);
    expect(await read('', 'Été\n<x>')).toEqual(['csv', 'Collage', [['Été'], ['<x>']]]);
  });
});
