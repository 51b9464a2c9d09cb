import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { ExportColumn } from '#interop/table.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasCommand, parseCsv, tableOf, workbookOf, writeBytes } from './read-back.ts';

const run = promisify(execFile);
const COLUMNS: readonly ExportColumn[] = [
  { key: 'name', label: 'Nom', kind: 'text' },
  { key: 'siret', label: 'SIRET', kind: 'identifier' },
  { key: 'on', label: 'Le', kind: 'date' },
  { key: 'at', label: 'À', kind: 'dateTime' },
  { key: 'n', label: 'Effectif', kind: 'integer' },
  { key: 'isMember', label: 'Membre', kind: 'boolean' },
];
const ROWS = [
  ['Métropole & <Lille> "59"', '00012345600017', '2017-05-09', '2017-05-09T14:30', 1200, true],
  ['=1+1', '01000', '1900-03-01', '2000-01-01T00:00', 0, false],
  ['\nun\ndeux  espaces\n', '=2+2', '1789-07-14', null, -5, null],
  ['  😀 שלום ]]>\u00a0', '+33', null, null, null, 1],
  ['_x0041_', '@a', '2024-02-29', '2024-02-29T23:59', 7, 0],
];
const SHOWN = [
  ['Nom', 'SIRET', 'Le', 'À', 'Effectif', 'Membre'],
  ['Métropole & <Lille> "59"', '00012345600017', '09/05/2017', '09/05/2017 14:30', '1200', 'Oui'],
  ['=1+1', '01000', '01/03/1900', '01/01/2000 00:00', '0', 'Non'],
  ['\nun\ndeux  espaces\n', '=2+2', '1789-07-14', '', '-5', ''],
  ['  😀 שלום ]]>\u00a0', '+33', '', '', '', 'Oui'],
  ['_x0041_', '@a', '29/02/2024', '29/02/2024 23:59', '7', 'Non'],
];

/** Separator `;`, quote `"`, UTF-8, from line 1, cell content as shown, every sheet in a file. */
const CSV_FILTER = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1';

describe.skipIf(!hasCommand('soffice', '--version')).each(['xlsx', 'ods'] as const)(
  '%s in LibreOffice',
  (format) => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'rapporteur-soffice-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true, force: true });
    });

    it('opens and shows the values', async () => {
      const workbook = workbookOf([tableOf(COLUMNS, ROWS), tableOf(COLUMNS, [], 'Vide')], {
        name: 'Notes',
        rows: [['Source', '=3+3']],
      });
      const { bytes } = await writeBytes(format, workbook);
      const file = join(folder, `essai.${format}`);
      await writeFile(file, bytes);
      await run('soffice', [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        CSV_FILTER,
        '--outdir',
        folder,
        file,
      ]);
      const shown = async (sheet: string): Promise<string[][]> => {
        const text = await readFile(join(folder, `essai-${sheet}.csv`), 'utf8');
        return parseCsv(text.replace(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/g, '\r\n'));
      };
      expect(await shown('Structures')).toEqual(SHOWN);
      expect(await shown('Vide')).toEqual([SHOWN[0]]);
      expect(await shown('Notes')).toEqual([['Source', '=3+3']]);
    }, 120_000);
  },
);
