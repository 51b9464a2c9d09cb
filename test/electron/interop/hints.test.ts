import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';
import * as xlsx from 'xlsx';

import type { ExportColumn, Workbook } from '#interop/table.ts';
import { temporaryFolder } from '#test/stores.ts';

import { hasCommand, partText, tableOf, workbookOf, writeBytes } from './read-back.ts';

const CHOICES = ['Acheteur "public"', 'Entreprise, innovante', 'R&D'];
const COLUMNS: readonly ExportColumn[] = [
  { key: 'name', label: 'Nom', kind: 'text', hint: { text: 'Obligatoire & <bref>.', choices: [] } },
  { key: 'kind', label: 'Nature', kind: 'text', hint: { text: 'Un choix.', choices: CHOICES } },
  { key: 'on', label: 'Depuis', kind: 'date' },
  { key: 'flag', label: 'Actif', kind: 'boolean', hint: { text: 'Oui ou non.', choices: ['Oui'] } },
];
const ROWS = [['Regain', 'R&D', '2017-09-15', true], ['Essor'], []];

function form(columns = COLUMNS, rows: Workbook['tables'][number]['rows'] = ROWS): Workbook {
  return { ...workbookOf([tableOf(columns, rows)]), listsName: 'Listes' };
}

describe('hints in XLSX', () => {
  it('put the words on a sheet of their own, which the whole column points to', async () => {
    const { bytes, warnings } = await writeBytes('xlsx', form());
    expect(warnings).toEqual([]);
    const sheet = partText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet.match(/<dataValidation /g)).toHaveLength(3);
    expect(sheet).toMatch(
      /<dataValidation type="list"[^>]* sqref="B2:B1048576"><formula1>'Listes'!\$A\$2:\$A\$4</,
    );
    expect(sheet).toMatch(/ sqref="D2:D1048576"><formula1>'Listes'!\$B\$2:\$B\$2</);
    expect(sheet).toContain('promptTitle="Nom" prompt="Obligatoire &amp; &lt;bref&gt;."');
    expect(sheet.indexOf('<autoFilter')).toBeLessThan(sheet.indexOf('<dataValidations'));
    expect(sheet.indexOf('<dataValidations')).toBeLessThan(sheet.indexOf('<pageMargins'));
    const book = xlsx.read(bytes);
    expect(book.SheetNames).toEqual(['Structures', 'Listes']);
    const lists = book.Sheets['Listes'];
    expect(lists && xlsx.utils.sheet_to_json(lists, { header: 1 })).toEqual([
      ['Nature', 'Actif'],
      [CHOICES[0], 'Oui'],
      [CHOICES[1]],
      [CHOICES[2]],
    ]);
  });

  it('are cut to what the format holds', async () => {
    const long = 'Colonne '.repeat(60).trim();
    const columns: ExportColumn[] = [
      { key: 'a', label: long, kind: 'text', hint: { text: long, choices: [] } },
    ];
    const { bytes } = await writeBytes('xlsx', form(columns, []));
    const sheet = partText(bytes, 'xl/worksheets/sheet1.xml');
    const [, title = '', prompt = ''] = /promptTitle="([^"]*)" prompt="([^"]*)"/.exec(sheet) ?? [];
    expect(title.length).toBeLessThanOrEqual(32);
    expect(prompt.length).toBeLessThanOrEqual(255);
    expect(prompt.endsWith('…')).toBe(true);
  });

  it('leave no sheet of words where there is nothing to choose', async () => {
    const { bytes } = await writeBytes('xlsx', form(COLUMNS.slice(0, 1), [['Regain']]));
    expect(xlsx.read(bytes).SheetNames).toEqual(['Structures']);
    const bare = await writeBytes('xlsx', form([{ key: 'a', label: 'A', kind: 'text' }], [['x']]));
    expect(partText(bare.bytes, 'xl/worksheets/sheet1.xml')).not.toContain('dataValidation');
  });
});

describe('hints in OpenDocument', () => {
  it('are given to every cell of their column, filled, blank and below', async () => {
    const { bytes } = await writeBytes('ods', form());
    const content = partText(bytes, 'content.xml');
    expect(content.match(/<table:content-validation /g)).toHaveLength(3);
    expect(content).toContain(
      'of:cell-content-is-in-list(&quot;Acheteur &quot;&quot;public&quot;&quot;&quot;;&quot;Entreprise, innovante&quot;;&quot;R&amp;D&quot;)',
    );
    // Three rows and the rest.
    for (const name of ['v1', 'v2', 'v3']) {
      const uses = content.match(new RegExp(`table:content-validation-name="${name}"`, 'g'));
      expect(uses).toHaveLength(4);
    }
    expect(content).toContain(`table:number-rows-repeated="${1_048_576 - 4}"`);
  });

  it('leave tables without any as they are', async () => {
    const { bytes } = await writeBytes(
      'ods',
      form([{ key: 'a', label: 'A', kind: 'text' }], [['x']]),
    );
    expect(partText(bytes, 'content.xml')).not.toContain('validation');
  });
});

describe.skipIf(!hasCommand('soffice', '--version')).each(['xlsx', 'ods'] as const)(
  'hints of %s in LibreOffice',
  (format) => {
    it('are drop-down lists and help', async () => {
      const folder = temporaryFolder();
      const { bytes } = await writeBytes(format, form());
      const file = join(folder, `formulaire.${format}`);
      writeFileSync(file, bytes);
      await promisify(execFile)('soffice', [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'fods',
        '--outdir',
        folder,
        file,
      ]);
      const text = readFileSync(join(folder, 'formulaire.fods'), 'utf8');
      const conditions = [...text.matchAll(/table:condition="(of:[^"]*)"/g)].map(([, one]) => one);
      const words = ['Acheteur &quot;&quot;public&quot;&quot;', 'Entreprise, innovante', 'R&amp;D'];
      const list = words.map((word) => `&quot;${word}&quot;`).join(';');
      expect(conditions).toContain(
        format === 'ods'
          ? `of:cell-content-is-in-list(${list})`
          : 'of:cell-content-is-in-list([$Listes.$A$2:.$A$4])',
      );
      expect(text).toContain('<text:p>Obligatoire &amp; &lt;bref&gt;.</text:p>');
    }, 120_000);
  },
);
