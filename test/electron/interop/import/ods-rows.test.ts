import { describe, expect, it } from 'vitest';

import { cellsOf, readAll, refusal } from './read-all.ts';
import { makeZip, odsParts } from './zip-maker.ts';

const table = (rows: string, name = 'Feuille', more = ''): string =>
  `<table:table table:name="${name}"${more}><table:table-column/>${rows}</table:table>`;
const row = (cells: string, more = ''): string =>
  `<table:table-row${more}>${cells}</table:table-row>`;
const text = (content: string): string =>
  `<table:table-cell office:value-type="string">${content}</table:table-cell>`;
const book = (tables: string, styles = ''): Buffer => makeZip(odsParts(tables, styles));

describe('ODS tables', () => {
  it('collapse blanks as the format wants, and keep what is marked', async () => {
    const { rows } = await readAll(
      book(
        table(
          row(
            text(
              '<text:p>  un \n deux<text:s text:c="3"/>trois</text:p><text:p/><text:p>q<text:span>u</text:span>atre<text:tab/>&amp;<text:line-break/>x</text:p>',
            ),
          ),
        ),
      ),
    );
    expect(cellsOf(rows)).toEqual([['un deux   trois\n\nquatre\t&\nx']]);
  });

  it('leave out comments and drawings', async () => {
    const { rows } = await readAll(
      book(
        table(
          row(
            text(
              '<office:annotation><text:p>note</text:p></office:annotation><draw:g><draw:g><text:p>x</text:p></draw:g><text:p>y</text:p></draw:g><text:p>vrai</text:p>',
            ),
          ),
        ),
      ),
    );
    expect(cellsOf(rows)).toEqual([['vrai']]);
  });

  it('never expand a million repeated empty rows and cells', async () => {
    const { workbook, rows } = await readAll(
      book(
        table(
          row(
            `${text('<text:p>a</text:p>')}<table:table-cell table:number-columns-repeated="16383"/>`,
          ) +
            row(
              '<table:table-cell table:number-columns-repeated="16384"/>',
              ' table:number-rows-repeated="1048570"',
            ) +
            row(
              `<table:table-cell table:number-columns-repeated="3"/>${text('<text:p>b</text:p>')}`,
            ),
        ),
      ),
    );
    expect(workbook.sheets[0]?.columnCount).toBe(4);
    expect(rows.map(({ number, cells }) => [number, cells])).toEqual([
      [1, ['a']],
      [1_048_572, [null, null, null, 'b']],
    ]);
  });

  it('repeat what has content, within a limit', async () => {
    const repeated = (count: number): Buffer =>
      book(table(row(text('<text:p>a</text:p>'), ` table:number-rows-repeated="${count}"`)));
    const { rows } = await readAll(repeated(3));
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(await refusal(repeated(1_048_576))).toBe('repeatedRows');
    const wide = row(
      '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="99999999"/>',
    );
    expect(await refusal(book(table(wide)))).toBe('tooManyColumns');
  });

  it('give each sheet its own rows, hidden ones announced', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>';
    const tables =
      table(row(text('<text:p>a</text:p>')), 'Un') +
      table(
        row(text('<text:p>b</text:p>'), ' table:visibility="filter"'),
        'Deux &amp; trois',
        ' table:style-name="ta2"',
      );
    const bytes = book(tables, styles);
    const { workbook, rows, warnings } = await readAll(bytes, { sheet: 1 });
    expect(workbook.sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['Un', false],
      ['Deux & trois', true],
    ]);
    expect(cellsOf(rows)).toEqual([['b']]);
    expect(warnings.map(({ code }) => code)).toEqual(['hiddenSheet', 'hiddenRows']);
  });

  it('take typed values over what is shown', async () => {
    const { rows } = await readAll(
      book(
        table(
          row(
            '<table:table-cell office:value-type="currency" office:value="12.5"><text:p>12,50 €</text:p></table:table-cell>' +
              '<table:table-cell office:value-type="time" office:time-value="PT36H05M07.25S"><text:p>36:05</text:p></table:table-cell>' +
              '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>VRAI</text:p></table:table-cell>' +
              '<table:table-cell office:value-type="date" office:date-value="2024-02-29T10:00:00.500000000"><text:p>x</text:p></table:table-cell>' +
              '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0 !</text:p></table:table-cell>' +
              '<table:table-cell office:value-type="string" office:string-value="seul"/>',
          ),
        ),
      ),
    );
    expect(cellsOf(rows)[0]).toEqual([
      12.5,
      { kind: 'date', value: '36:05:07.250' },
      true,
      { kind: 'date', value: '2024-02-29T10:00:00.500' },
      { kind: 'error', value: '#DIV/0 !' },
      'seul',
    ]);
  });

  it('are damaged when cut', async () => {
    const whole = table(row(text('<text:p>a</text:p>')));
    expect(await refusal(book(whole.slice(0, -20)))).toBe('damaged');
    expect(await refusal(book(whole.slice(0, -40)))).toBe('damaged');
  });
});
