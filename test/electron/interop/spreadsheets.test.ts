import { MAX_CELL_TEXT } from '#interop/cell-text.ts';
import type { ExportColumn, ExportRow } from '#interop/table.ts';
import { describe, expect, it } from 'vitest';
import {
  hasCommand,
  partText,
  readBook,
  readRows,
  tableOf,
  textColumns,
  unzip,
  workbookOf,
  writeBytes,
} from './read-back.ts';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COLUMNS: readonly ExportColumn[] = [
  { key: 'name', label: 'Nom', kind: 'text', width: 40 },
  { key: 'siret', label: 'SIRET', kind: 'identifier' },
  { key: 'startedOn', label: 'Depuis', kind: 'date' },
  { key: 'updatedAt', label: 'Modifié', kind: 'dateTime' },
  { key: 'headcount', label: 'Effectif', kind: 'integer' },
  { key: 'amount', label: 'Montant', kind: 'number' },
  { key: 'isMember', label: 'Membre', kind: 'boolean' },
  { key: 'website', label: 'Site', kind: 'url' },
];

const ROWS: readonly ExportRow[] = [
  [
    'Métropole européenne de Lille',
    '00012345600017',
    '2017-05-09',
    '2017-05-09T14:30',
    12,
    -3.5,
    true,
    'https://lille.example/?a=1&b=2',
  ],
  ['CHU', '59000', '1900-03-01', null, 0, 0.1, 0, null],
  [null, null, null, null, null, null, null, null],
  ['Seul'],
];

const NASTY = [
  '=1+1',
  '+33 3',
  '-2',
  '@SUM(A1)',
  "'=1",
  "=cmd|' /C calc'!A0",
  'a & b < c > d "e" \'f\'',
  ']]>',
  '😀 famille 👨‍👩‍👧',
  'שלום عالم',
  'un\ndeux\n\ntrois',
  '\ttab\tau milieu',
  '  deux  espaces  ',
  ' ',
  'a\n  b  \n c',
  '_x0041_ et _x005F_',
  'espace insécable\u00a0!',
  '<text:p/>',
  '00123',
  '1E5',
  'TRUE',
  '09/05/2017',
  '#N/A',
];

describe.each(['xlsx', 'ods'] as const)('%s', (format) => {
  it('gives typed values back', async () => {
    const { bytes, rows, warnings } = await writeBytes(
      format,
      workbookOf([tableOf(COLUMNS, ROWS)]),
    );
    expect(rows).toBe(4);
    expect(warnings).toEqual([]);
    expect(readRows(bytes)).toEqual([
      [
        'Métropole européenne de Lille',
        '00012345600017',
        new Date('2017-05-09T00:00:00Z'),
        new Date('2017-05-09T14:30:00Z'),
        12,
        -3.5,
        'Oui',
        'https://lille.example/?a=1&b=2',
      ],
      ['CHU', '59000', new Date('1900-03-01T00:00:00Z'), null, 0, 0.1, 'Non', null],
      Array(8).fill(null),
      ['Seul', null, null, null, null, null, null, null],
    ]);
  });

  it('makes every text a typed string, whatever it looks like', async () => {
    // This reader takes `_x0041_` for A in ODS too, where it means nothing.
    const texts = NASTY.filter((text) => format === 'xlsx' || !text.includes('_x'));
    const { bytes, warnings } = await writeBytes(
      format,
      workbookOf([
        tableOf(
          textColumns(1),
          texts.map((text) => [text]),
        ),
      ]),
    );
    expect(warnings).toEqual([]);
    const sheet = readBook(bytes).Sheets['Structures'];
    texts.forEach((text, index) => {
      const cell: unknown = sheet?.[`A${index + 2}`];
      expect(cell).toMatchObject({ t: 's', v: text });
      expect(cell).not.toHaveProperty('f');
      expect(cell).not.toHaveProperty('l');
    });
    for (const part of unzip(bytes)) {
      const xml = part.bytes.toString('utf8');
      expect(xml).not.toMatch(/<f[ >]|table:formula|externalLink|TargetMode|ddeLink|xlink:href/);
    }
  });

  it('removes what XML cannot hold, cuts what Excel cannot hold, and says so', async () => {
    const long = 'é'.repeat(MAX_CELL_TEXT - 1);
    const { bytes, warnings } = await writeBytes(
      format,
      workbookOf([
        tableOf(textColumns(2), [
          ['a\u0000b\u000bc\ufffe', `${long}😀fin`],
          ['\ud800', 'lignes\r\net\rlignes'],
          ['\u0001x', long],
        ]),
      ]),
    );
    expect(readRows(bytes)).toEqual([
      ['abc', long],
      [null, 'lignes\net\nlignes'],
      ['x', long],
    ]);
    expect(warnings).toEqual([
      {
        code: 'characters-removed',
        table: 'Structures',
        column: 'c0',
        count: 3,
        firstRow: 1,
        detail: null,
      },
      {
        code: 'text-truncated',
        table: 'Structures',
        column: 'c1',
        count: 1,
        firstRow: 1,
        detail: null,
      },
    ]);
  });

  it('writes dates and numbers that sheets cannot hold as text, and says so', async () => {
    const columns: ExportColumn[] = [
      { key: 'on', label: 'Le', kind: 'date' },
      { key: 'at', label: 'À', kind: 'dateTime' },
      { key: 'n', label: 'N', kind: 'number' },
    ];
    const { bytes, warnings } = await writeBytes(
      format,
      workbookOf([
        tableOf(columns, [
          ['1789-07-14', '1789-07-14T12:00', Number.NaN],
          ['2017-02-30', 'hier', 1.2345678901234567e19],
          ['2017', 'demain', 1e-7],
        ]),
      ]),
    );
    expect(readRows(bytes)).toEqual([
      ['1789-07-14', '1789-07-14T12:00', 'NaN'],
      ['2017-02-30', 'hier', '12345678901234567000'],
      ['2017', 'demain', 1e-7],
    ]);
    expect(warnings.map(({ code, column, count }) => [code, column, count])).toEqual([
      ['date-as-text', 'on', 3],
      ['date-as-text', 'at', 3],
      ['number-as-text', 'n', 2],
    ]);
  });

  it('holds several sheets, one without rows, and notes, under names that spreadsheets accept', async () => {
    const workbook = workbookOf(
      [
        tableOf(textColumns(2), [], 'Vide'),
        tableOf(textColumns(1), [['a']], "Pilotage: l'année [2017]"),
        tableOf(textColumns(1), [['b']], 'vide'),
      ],
      { name: 'À propos', rows: [['Source', '=1+1'], [], ['Seul']] },
    );
    const { bytes, warnings } = await writeBytes(format, workbook);
    const book = readBook(bytes);
    const names = ['Vide', "Pilotage l'année 2017", 'vide (2)', 'À propos'];
    expect(book.SheetNames).toEqual(names);
    expect(names.map((name) => readRows(bytes, name))).toEqual([
      [],
      [['a']],
      [['b']],
      [
        [null, null],
        ['Seul', null],
      ],
    ]);
    expect(book.Sheets['Vide']?.['A1']).toMatchObject({ v: 'Colonne 1' });
    expect(book.Sheets['À propos']?.['B1']).toMatchObject({ t: 's', v: '=1+1' });
    expect(warnings.map(({ code, detail }) => [code, detail])).toEqual([
      ['sheet-renamed', "Pilotage l'année 2017"],
      ['sheet-renamed', 'vide (2)'],
    ]);
  });

  it('carries title, author, language and date', async () => {
    const { bytes } = await writeBytes(format, workbookOf([tableOf(COLUMNS, ROWS)]));
    const part = partText(bytes, format === 'xlsx' ? 'docProps/core.xml' : 'meta.xml');
    expect(part).toContain('<dc:title>Registre &amp; &lt;essai&gt;</dc:title>');
    expect(part).toContain('<dc:creator>Secrétariat &quot;GT&quot;</dc:creator>');
    expect(part).toContain('<dc:language>fr-FR</dc:language>');
    expect(part).toContain('2017-12-20T00:00:00Z</');
    expect(readBook(bytes).Props).toMatchObject({ Title: 'Registre & <essai>' });
  });

  it('gives the same bytes for the same data', async () => {
    const make = () => writeBytes(format, workbookOf([tableOf(COLUMNS, ROWS)]));
    expect(Buffer.compare((await make()).bytes, (await make()).bytes)).toBe(0);
  });

  it('is a sound ZIP, also for other programs', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [`Ligne ${index}`, `é${index * 7}`]);
    const { bytes } = await writeBytes(format, workbookOf([tableOf(textColumns(2), rows)]));
    const parts = unzip(bytes);
    if (format === 'ods') {
      expect(parts[0]).toMatchObject({ name: 'mimetype', method: 0 });
    }
    expect(parts.length).toBeGreaterThanOrEqual(6);
    const folder = mkdtempSync(join(tmpdir(), 'rapporteur-zip-'));
    try {
      const file = join(folder, `a.${format}`);
      writeFileSync(file, bytes);
      if (hasCommand('unzip', '-v')) expect(spawnSync('unzip', ['-t', file]).status).toBe(0);
      if (hasCommand('python3', '--version')) {
        const script =
          'import sys,zipfile;sys.exit(0 if zipfile.ZipFile(sys.argv[1]).testzip() is None else 1)';
        expect(spawnSync('python3', ['-c', script, file]).status).toBe(0);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('goes on in another sheet when one is full', async () => {
    function* rows(): Generator<number[]> {
      for (let index = 1; index <= 1_048_577; index += 1) yield [index];
    }
    const columns: ExportColumn[] = [{ key: 'n', label: 'N', kind: 'integer' }];
    const result = await writeBytes(format, workbookOf([tableOf(columns, rows(), 'Long')]));
    expect(result.rows).toBe(1_048_577);
    expect(result.warnings).toEqual([
      {
        code: 'sheet-split',
        table: 'Long',
        column: null,
        count: 1,
        firstRow: 1_048_576,
        detail: 'Long (2)',
      },
    ]);
    const all = unzip(result.bytes).map((part) => part.bytes.toString('utf8'));
    const count = all.reduce(
      (sum, xml) => sum + xml.split(format === 'xlsx' ? '<row ' : '<table:table-row>').length - 1,
      0,
    );
    expect(count).toBe(1_048_577 + 2);
    const second =
      format === 'xlsx'
        ? partText(result.bytes, 'xl/worksheets/sheet2.xml')
        : (partText(result.bytes, 'content.xml').split('table:name="Long (2)"')[1] ?? '');
    expect(second).toContain('1048576');
    expect(second).toContain('1048577');
    expect(second).not.toContain('1048575');
  }, 60_000);
});

describe('xlsx layout', () => {
  it('has references, widths, formats, a frozen bold header and a filter', async () => {
    const { bytes } = await writeBytes('xlsx', workbookOf([tableOf(COLUMNS, ROWS)]));
    const sheet = readBook(bytes).Sheets['Structures'];
    expect(sheet?.['!autofilter']).toEqual({ ref: 'A1:H5' });
    expect(sheet?.['!cols']?.map(({ width }) => width)).toEqual([40, 18, 12, 18, 12, 14, 10, 36]);
    expect(sheet?.['C2']).toMatchObject({ t: 'n', v: 42_864, z: 'dd/mm/yyyy' });
    expect(sheet?.['D2']).toMatchObject({ v: 42_864 + 14.5 / 24, z: 'dd/mm/yyyy\\ hh:mm' });
    expect(sheet?.['B2']).toMatchObject({ t: 's', v: '00012345600017', z: '@' });
    const xml = partText(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toMatch(/<c r="A1" s="1"/);
    expect(xml.match(/<c /g)?.length).toBe(xml.match(/<c r="[A-H]\d+"/g)?.length);
    const styles = partText(bytes, 'xl/styles.xml');
    expect(styles).toContain('<font><b/>');
    expect(partText(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'Structures'!$A$1:$H$5<`,
    );
  });
});

describe('ods layout', () => {
  it('has widths, formats, a frozen bold header and a filter', async () => {
    const { bytes } = await writeBytes('ods', workbookOf([tableOf(COLUMNS, ROWS, "L'an")]));
    const content = partText(bytes, 'content.xml');
    expect(content).toContain('<table:table-column table:style-name="co40" ');
    expect(content).toContain(
      '<style:style style:name="co40" style:family="table-column"><style:table-column-properties style:column-width="84.00mm"/>',
    );
    expect(content).toContain(
      'office:value-type="date" office:date-value="2017-05-09"><text:p>09/05/2017</text:p>',
    );
    expect(content).toContain('office:value="-3.5"><text:p>-3,5</text:p>');
    expect(content).toContain(
      `table:target-range-address="'L''an'.A1:'L''an'.H5" table:display-filter-buttons="true"`,
    );
    const settings = partText(bytes, 'settings.xml');
    expect(settings).toMatch(/config:name="L'an">.*VerticalSplitMode" config:type="short">2</);
    expect(settings).toMatch(/VerticalSplitPosition" config:type="int">1</);
  });
});
