import { describe, expect, it } from 'vitest';

import { cellsOf, readAll, refusal } from './read-all.ts';
import { makeZip, worksheet, xlsxParts } from './zip-maker.ts';
import type { ForgedPart } from './zip-maker.ts';

function book(rows: string, more: readonly ForgedPart[] = []): Buffer {
  return makeZip([...xlsxParts(worksheet(rows)), ...more]);
}

const styles = (codes: string, cells: string): ForgedPart => ({
  name: 'xl/styles.xml',
  data: `<styleSheet><numFmts>${codes}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`,
});

describe('worksheets', () => {
  it('are read without references, with a prefix, with any quotes', async () => {
    const bare = await readAll(book('<row><c t="str"><v>a</v></c><c/><c><v>2</v></c></row>'));
    expect(cellsOf(bare.rows)).toEqual([['a', null, 2]]);
    const prefixed = makeZip(
      xlsxParts(
        `<x:worksheet xmlns:x="n"><x:sheetData><x:row r='2'><x:c r='B2' t='inlineStr'><x:is><x:t>é</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      ),
    );
    const { rows } = await readAll(prefixed);
    expect(rows).toEqual([{ number: 2, role: 'header', cells: [null, 'é'] }]);
  });

  it('keep the numbers of rows after blank ones, and tell hidden ones', async () => {
    const { rows, warnings } = await readAll(
      book(
        '<row r="1"/><row r="3"><c r="A3"><v>1</v></c></row><row r="7" hidden="1"><c r="C7"><v>2</v></c></row>',
      ),
    );
    expect(rows.map(({ number, isHidden }) => [number, isHidden])).toEqual([
      [3, undefined],
      [7, true],
    ]);
    expect(warnings).toContainEqual({ code: 'hiddenRows', sheet: 'Feuille', count: 1, first: '7' });
  });

  it('join rich text, leave out phonetic hints, undo escapes', async () => {
    const strings = {
      name: 'xl/sharedStrings.xml',
      data: '<sst><si><r><t>Ville </t></r><r><rPr><b/></rPr><t xml:space="preserve">de L&#233;ns</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>a_x000D_\n_x0009_b_x005F_x0041_</t></si><si/><si><t/></si></sst>',
    };
    const { rows } = await readAll(
      book(
        '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c><c t="b"><v>0</v></c></row>',
        [strings],
      ),
    );
    expect(cellsOf(rows)).toEqual([['Ville de Léns', 'a\n\tb_x0041_', null, null, false]]);
  });

  it('take dates by style, ISO dates, times and durations', async () => {
    const { rows } = await readAll(
      book(
        '<row><c s="1"><v>45351</v></c><c s="2"><v>0.75</v></c><c s="3"><v>1.5</v></c><c t="d"><v>2024-02-29T10:00:00</v></c><c s="1"><v>60</v></c><c s="1"><v>-1</v></c><c s="4"><v>45351</v></c></row>',
        [
          styles(
            '<numFmt numFmtId="164" formatCode="[$-40C]d mmmm yyyy;@"/><numFmt numFmtId="165" formatCode="&quot;jour&quot; 0"/>',
            '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="165"/>',
          ),
        ],
      ),
    );
    expect(cellsOf(rows)[0]).toEqual([
      { kind: 'date', value: '2024-02-29' },
      { kind: 'date', value: '18:00:00' },
      { kind: 'date', value: '36:00:00' },
      { kind: 'date', value: '2024-02-29T10:00:00' },
      60,
      -1,
      45_351,
    ]);
  });

  it('announce formulas without a value', async () => {
    const { rows, warnings } = await readAll(
      book(
        '<row r="4"><c r="A4"><v>1</v></c><c r="B4"><f>A4*2</f></c><c r="C4"><f>1+1</f><v>2</v></c></row>',
      ),
    );
    expect(rows[0]?.cells).toEqual([1, null, { kind: 'number', value: 2, hasFormula: true }]);
    expect(warnings).toContainEqual({
      code: 'formulaWithoutValue',
      sheet: 'Feuille',
      count: 1,
      first: 'B4',
    });
  });

  it('with comments or CDATA go to the library', async () => {
    const { workbook, rows } = await readAll(
      book(
        '<!-- a --><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>',
      ),
    );
    expect(workbook.format).toBe('xlsx');
    expect(cellsOf(rows)).toEqual([[1], [2]]);
  });

  it('are damaged when cut, when a string is missing, when a number is none', async () => {
    const cut = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c';
    expect(await refusal(makeZip(xlsxParts(cut)))).toBe('damaged');
    expect(await refusal(book('<row><c t="s"><v>9</v></c></row>'))).toBe('damaged');
    expect(await refusal(book('<row><c><v>12abc</v></c></row>'))).toBe('damaged');
  });
});
