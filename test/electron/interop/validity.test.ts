import type { ExportColumn } from '#interop/table.ts';
import { officeComplaints, openDocumentComplaints } from '#test/valid-office.ts';
import { expect, test } from 'vitest';
import { tableOf, workbookOf, writeBytes } from './read-back.ts';

const COLUMNS: readonly ExportColumn[] = [
  { key: 'name', label: 'Nom & <sigle>', kind: 'text' },
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
];
const workbook = () =>
  workbookOf([tableOf(COLUMNS, ROWS), tableOf(COLUMNS, [], 'Vide')], {
    name: 'Notes',
    rows: [['Source', '=3+3']],
  });

test('a workbook passes the strict reader of XLSX', async () => {
  const { bytes } = await writeBytes('xlsx', workbook());
  expect(await officeComplaints(bytes, 'xlsx')).toEqual([]);
});

test('a workbook follows the schema of ODS', async () => {
  const { bytes } = await writeBytes('ods', workbook());
  expect(await openDocumentComplaints(bytes)).toEqual([]);
});
