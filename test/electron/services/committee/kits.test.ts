import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, test } from 'vitest';
import { read, utils } from 'xlsx';

import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { makeKits } from '#services/committee/kit/make.ts';
import { returnCounts, takeOpenReturns } from '#services/committee/kit/returns.ts';
import { recuse } from '#services/committee/recusals.ts';
import { by, committeeStore, today, wording } from '#test/committee.ts';
import type { Store } from '#test/kits.ts';
import { fill, kitsOf, openAll, scoresIn, work } from '#test/kits.ts';
import { temporaryFolder } from '#test/stores.ts';
import { officeComplaints, openDocumentComplaints } from '#test/valid-office.ts';

const opensIn = ['xlsx', 'ods'] as const;

describe('kits', () => {
  it.each(opensIn)('%s: are filled in, come back, are taken in and undone', async (format) => {
    const store = committeeStore();
    const { fileOf, kits } = await kitsOf(store, [format]);
    expect(kits).toHaveLength(3);
    // Rows 3 to 6 are applications, F and G criteria, H abstention, I comment.
    const file = fill(fileOf(0), {
      F3: 4,
      G3: 2.5,
      I3: 'Très clair',
      H4: 'Oui',
      F5: 3,
      I6: 'Seul',
    });
    const one = await openAll(store, file);
    expect(returnCounts(one)).toEqual({
      new: 6,
      differs: 0,
      kept: 0,
      same: 0,
      refused: 1,
      undecided: 0,
    });
    expect(one.judgement.files[0]).toMatchObject({ refusal: null, warnings: [], missing: 3 });
    const taken = await takeOpenReturns(store.session, one.id, store.context());
    expect(taken).toMatchObject({ files: 1, added: 6, replaced: 0, left: 0 });
    expect(scoresIn(store)).toEqual([
      [0, 0, 0, 4, 'Très clair'],
      [0, 0, 1, 2.5, null],
      [0, 1, 0, 'abstention', null],
      [0, 1, 1, 'abstention', null],
      [0, 2, 0, 3, null],
    ]);
    expect(listRecords(store.db, 'kitReturn')).toHaveLength(1);
    undoOperation(store.session.writer(), taken.operationId ?? '', by);
    expect(scoresIn(store)).toEqual([]);
    expect(listRecords(store.db, 'kitReturn')).toEqual([]);
  });

  it('as the program’s own file: filled in by a program, and read back', async () => {
    const store = committeeStore();
    const { fileOf } = await kitsOf(store, ['exchange']);
    const kit = JSON.parse(readFileSync(fileOf(1), 'utf8')) as {
      applications: { marks: { value: number | null }[]; comment: string | null }[];
    };
    const third = kit.applications.at(2);
    const mark = third?.marks.at(1);
    if (third === undefined || mark === undefined) throw new Error('a kit of four applications');
    mark.value = 5;
    third.comment = 'Bien';
    writeFileSync(fileOf(1), JSON.stringify(kit));
    const one = await openAll(store, fileOf(1));
    await takeOpenReturns(store.session, one.id, store.context());
    expect(scoresIn(store)).toEqual([[1, 2, 1, 5, 'Bien']]);
  });

  it('hold only what their member is to see', async () => {
    const store = committeeStore();
    store.score(0, 0, [5, 4], 'Le mot de Alix');
    store.score(1, 0, [1, 0], 'Le mot de Brune');
    store.make('offer', {
      organisationId: store.at(store.organisationIds, 0),
      applicationId: store.at(store.applicationIds, 0),
      title: 'Offre',
      description: 'Écrire à vente@exemple.invalid ou au 03 20 00 00 00',
    });
    recuse(
      store.session,
      by,
      {
        phaseId: store.phaseId,
        recusals: [
          {
            personId: store.at(store.personIds, 1),
            applicationId: store.at(store.applicationIds, 3),
          },
        ],
        recordedOn: today,
        note: null,
      },
      wording,
    );
    const { fileOf, kits } = await kitsOf(store, ['xlsx', 'ods', 'exchange']);
    expect(kits[1]).toMatchObject({ applications: 3, recusals: 1 });
    for (const format of [0, 1, 2]) {
      const path = fileOf(1, format);
      const said =
        format === 2
          ? readFileSync(path, 'utf8')
          : Object.values(read(readFileSync(path)).Sheets)
              .map((sheet) => utils.sheet_to_csv(sheet))
              .join('\n');
      expect(said).toContain('Le mot de Brune');
      expect(said).toContain('Écrire à … ou au …');
      expect(said).not.toContain('Alix');
      expect(said).not.toContain('@exemple');
      expect(said).not.toContain('Solution 4');
    }
  });

  it('are protected but for the cells to fill in, and check the scale', async () => {
    const store = committeeStore();
    const { fileOf } = await kitsOf(store);
    const unzip = (part: string): string =>
      execFileSync('python3', [
        '-c',
        'import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))',
        fileOf(0),
        part,
      ]).toString('utf8');
    const sheet = unzip('xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toMatch(
      /<dataValidation type="decimal" operator="between"[^>]*sqref="F3:F6"><formula1>0<\/formula1><formula2>5<\/formula2>/,
    );
    expect(unzip('xl/workbook.xml')).toContain('name="rapporteur" sheetId="4" state="hidden"');
  });

  it('of all members go into one archive', async () => {
    const store = committeeStore();
    const path = join(temporaryFolder(), 'dossiers.zip');
    await makeKits(
      store.session,
      {
        phaseId: store.phaseId,
        evaluatorIds: null,
        formats: ['xlsx', 'ods'],
        target: { kind: 'zip', path },
        today,
      },
      work,
    );
    const names = execFileSync('python3', [
      '-c',
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print(len(z.namelist()))',
      path,
    ]).toString();
    expect(names.trim()).toBe('6');
  });

  it('are not recorded when their files cannot be written', async () => {
    const store = committeeStore();
    const target = { kind: 'zip', path: join(temporaryFolder(), 'nowhere', 'a.zip') } as const;
    const request = {
      phaseId: store.phaseId,
      evaluatorIds: null,
      formats: ['xlsx'] as const,
      target,
      today,
    };
    await expect(makeKits(store.session, request, work)).rejects.toMatchObject({
      code: 'export.notWritable',
    });
    expect(listRecords(store.db, 'committeeKit')).toEqual([]);
  });

  it('need members, criteria and applications', async () => {
    const ask = (store: Store) => kitsOf(store);
    await expect(ask(committeeStore({ members: [] }))).rejects.toMatchObject({
      code: 'committee.noMembers',
    });
    await expect(ask(committeeStore({ applications: 0 }))).rejects.toMatchObject({
      code: 'committee.noKits',
    });
    await expect(ask(committeeStore({ criteria: [{ weight: 0 }] }))).rejects.toMatchObject({
      code: 'committee.noWeight',
    });
  });
});

test('kits pass the strict readers', async () => {
  const store = committeeStore();
  const { fileOf } = await kitsOf(store, ['xlsx', 'ods']);
  expect(await officeComplaints(readFileSync(fileOf(0, 0)), 'xlsx')).toEqual([]);
  expect(await openDocumentComplaints(readFileSync(fileOf(0, 1)))).toEqual([]);
});

function libreOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.runIf(libreOffice())('LibreOffice', () => {
  it.each([
    ['xlsx', 'ods'],
    ['ods', 'xlsx'],
  ] as const)(
    'opens a kit in %s and keeps protection, checks and identity as %s',
    { timeout: 120_000 },
    async (from, to) => {
      const store = committeeStore();
      store.score(0, 0, [4, 3], 'Bien');
      const { fileOf, path } = await kitsOf(store, [from]);
      const out = temporaryFolder();
      execFileSync(
        'soffice',
        [
          `-env:UserInstallation=file://${path}/profile`,
          '--headless',
          '--convert-to',
          to,
          '--outdir',
          out,
          fileOf(0),
        ],
        { stdio: 'ignore' },
      );
      const converted = join(out, readdirSync(out)[0] ?? '');
      const parts = execFileSync('python3', [
        '-c',
        'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);print(z.read(sys.argv[2]).decode())',
        converted,
        to === 'ods' ? 'content.xml' : 'xl/worksheets/sheet1.xml',
      ]).toString('utf8');
      if (to === 'ods') {
        expect(parts).toContain('table:protected="true"');
        expect(parts).toMatch(/cell-content-is-between\(0;?,?\s*5\)/);
        expect(parts).toContain('style:cell-protect="none"');
      } else {
        expect(parts).toMatch(/<sheetProtection[^>]*sheet="(?:1|true)"/);
        expect(parts).toMatch(/<dataValidation [^>]*sqref="F3:F6" type="decimal"/);
      }
      const one = await openAll(store, converted);
      expect(one.judgement.files[0]).toMatchObject({ refusal: null, warnings: [], same: 2 });
    },
  );
});
