import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import type { WorkSheet } from 'xlsx';
import { read, utils, write } from 'xlsx';
import { unzipSync } from 'fflate';

import type { Id } from '#domain/ids.ts';
import { undoOperation } from '#journal/undo.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { surveyCounts } from '#services/needs/counts.ts';
import { readNeedsForms, takeNeedsForms } from '#services/needs/forms.ts';
import { askBuyers, writeNeedsForm } from '#services/needs/write.ts';
import { nodeReaders } from '#services/readers.ts';
import { createRecord, updateRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { emptyStore, temporaryFolder } from '#test/stores.ts';

const by = { author: 'Essai' };
const receivedOn = '2017-06-10';
const work = {
  ...by,
  language: 'fr' as const,
  translate: createTranslator('fr').t,
  signal: new AbortController().signal,
  spawnReader: nodeReaders(),
};

interface Census {
  readonly session: StoreSession;
  readonly surveyId: Id<'needsSurvey'>;
  readonly folder: string;
}

function census(): Census {
  const { session } = emptyStore();
  const groupId = createRecord(session, by, 'workingGroup', { name: 'Groupe' }).value;
  for (const [index, name] of ['Achats de santé', 'Services numériques'].entries()) {
    createRecord(session, by, 'purchaseSegment', {
      workingGroupId: groupId,
      name,
      position: index + 1,
    });
  }
  const surveyId = createRecord(session, by, 'needsSurvey', {
    workingGroupId: groupId,
    title: 'Recensement',
  }).value;
  return { session, surveyId, folder: temporaryFolder() };
}

async function blankForm(of: Census, format: 'xlsx' | 'ods' = 'xlsx'): Promise<string> {
  const path = join(of.folder, `vierge.${format}`);
  await writeNeedsForm(of.session.reader, { surveyId: of.surveyId, format, path }, work);
  return path;
}

type Said = Readonly<Record<string, string | number>>;

const textIn = (sheet: WorkSheet, row: number, column: number): string =>
  String((sheet[utils.encode_cell({ r: row, c: column })] as { v?: unknown } | undefined)?.v ?? '');

/** Fills a form in by what it shows, with a library that knows nothing of ours. */
function fill(
  path: string,
  head: Said,
  needs: readonly (readonly (string | number | null)[])[],
  to = path,
): string {
  const book = read(readFileSync(path), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const { e } = utils.decode_range(sheet['!ref'] ?? 'A1');
  const rowOf = (matches: (label: string) => boolean): number => {
    const found = Array.from({ length: e.r + 1 }, (_, at) => at).find((at) =>
      matches(textIn(sheet, at, 1)),
    );
    if (found === undefined) throw new Error('no such line');
    return found;
  };
  for (const [label, value] of Object.entries(head)) {
    const row = rowOf((shown) => shown.startsWith(label));
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: 2 } });
  }
  const first = rowOf((shown) => shown === '1');
  for (const [at, cells] of needs.entries()) {
    utils.sheet_add_aoa(sheet, [[...cells]], { origin: { r: first + at, c: 2 } });
  }
  const bookType = to.endsWith('.ods') ? 'ods' : 'xlsx';
  writeFileSync(to, write(book, { type: 'buffer', bookType }) as Uint8Array); // what that type gives
  return to;
}

const reading = ({ session, surveyId }: Census, ...paths: string[]) =>
  readNeedsForms(
    session,
    { surveyId, receivedOn, files: paths.map((path) => ({ grant: path, path })) },
    work,
  );

async function taking(of: Census, ...paths: string[]) {
  const files = await reading(of, ...paths);
  return takeNeedsForms(
    of.session,
    {
      surveyId: of.surveyId,
      receivedOn,
      files: files.map(({ grant, sha256 }) => ({ path: grant, sha256: sha256 ?? '' })),
    },
    work,
  );
}

const head = {
  'Nom de la structure': 'Mairie des Essais',
  'Type d’acheteur': 'Collectivité',
  Département: '59 – Nord',
  'Personne qui répond': 'Camille Essai',
};
const good = ['Sous-titrer des réunions', 'En direct', 'Services numériques', '2018', 12000];
const other = ['Suivre des patients', null, 'achats de sante', null, '1 500,50 €'];
const bad = ['Parapheur', null, 'Plomberie', null, 'beaucoup'];

describe('the form of a census', () => {
  it.each(['xlsx', 'ods'] as const)(
    '%s: comes back filled in, is taken in whole, and undone',
    async (format) => {
      const of = census();
      const path = fill(await blankForm(of, format), head, [good, other]);
      const [file] = await reading(of, path);
      expect(file).toMatchObject({
        refusal: null,
        buyerName: 'Mairie des Essais',
        buyerKind: 'localAuthority',
        known: null,
        problems: [],
      });
      expect(file?.lines.map(({ fate, title }) => [fate, title])).toEqual([
        ['new', 'Sous-titrer des réunions'],
        ['new', 'Suivre des patients'],
      ]);
      const { value, operationId } = await taking(of, path);
      expect(value).toEqual({ added: 2, updated: 0, unchanged: 0 });
      const { reader } = of.session;
      expect(listRecords(reader, 'need', {}, ['title'])).toMatchObject([
        {
          title: 'Sous-titrer des réunions',
          description: 'En direct',
          horizon: '2018',
          budgetEuros: 12000,
          buyerKind: 'localAuthority',
          respondentName: 'Camille Essai',
          receivedOn,
        },
        { title: 'Suivre des patients', budgetEuros: 1500.5, horizon: null },
      ]);
      expect(listRecords(reader, 'organisation')).toMatchObject([
        { name: 'Mairie des Essais', kind: 'buyer', departementCode: '59' },
      ]);
      if (operationId === null) throw new Error('an operation');
      undoOperation(of.session.writer(), operationId, by);
      expect(listRecords(reader, 'need')).toEqual([]);
      expect(listRecords(reader, 'organisation')).toEqual([]);
    },
  );

  it('is refused whole for one bad line, with the place of its first bad cell', async () => {
    const of = census();
    const path = fill(await blankForm(of), head, [good, bad]);
    const [file] = await reading(of, path);
    const line = file?.lines[1];
    expect(line?.fate).toBe('error');
    expect(line?.problems).toMatchObject([
      { code: 'unknownSegment', cell: `E${line?.row}`, shown: 'Plomberie' },
      { code: 'notANumber', cell: `G${line?.row}`, shown: 'beaucoup' },
    ]);
    await expect(taking(of, path)).rejects.toMatchObject({
      code: 'needs.formHasErrors',
      details: { fileName: 'vierge.xlsx', cell: `E${line?.row}`, count: 2 },
    });
    expect(listRecords(of.session.reader, 'need')).toEqual([]);
  });

  it('makes nothing new when it comes back twice, and says what changed in between', async () => {
    const of = census();
    const path = fill(await blankForm(of), head, [good, other]);
    await taking(of, path);
    const again = await reading(of, path, path);
    expect(again.flatMap(({ lines }) => lines.map(({ fate }) => fate))).toEqual(
      Array.from({ length: 4 }, () => 'duplicate'),
    );
    const repeated = await taking(of, path);
    expect(repeated).toMatchObject({
      operationId: null,
      value: { added: 0, updated: 0, unchanged: 2 },
    });
    const mended = fill(path, {}, [['Sous-titrer des réunions', 'En direct', null, '2019']]);
    const [file] = await reading(of, mended);
    expect(file?.lines[0]).toMatchObject({
      fate: 'update',
      changes: [{ field: 'horizon', before: '2018', after: '2019' }],
    });
    await taking(of, mended);
    expect(listRecords(of.session.reader, 'need')).toHaveLength(2);
    expect(listRecords(of.session.reader, 'need', { horizon: '2019' })).toHaveLength(1);
  });

  it('tells two buyers apart who fill the same blank form in, and one who answers twice', async () => {
    const of = census();
    const blank = await blankForm(of);
    const one = fill(blank, head, [good], join(of.folder, 'une.xlsx'));
    const two = fill(
      blank,
      { ...head, 'Nom de la structure': 'Hôpital des Essais', 'Type d’acheteur': 'Hospitalier' },
      [good],
      join(of.folder, 'deux.xlsx'),
    );
    const files = await reading(of, one, two, one);
    expect(files.map(({ lines }) => lines[0]?.fate)).toEqual(['new', 'new', 'duplicate']);
    const { value } = await taking(of, one, two, one);
    expect(value).toEqual({ added: 2, updated: 0, unchanged: 1 });
    expect(listRecords(of.session.reader, 'organisation')).toHaveLength(2);
  });

  it('refuses a file that changed since it was shown, one of another census and one that is none', async () => {
    const of = census();
    const path = fill(await blankForm(of), head, [good]);
    await expect(
      takeNeedsForms(
        of.session,
        { surveyId: of.surveyId, receivedOn, files: [{ path, sha256: 'earlier' }] },
        work,
      ),
    ).rejects.toMatchObject({ code: 'needs.formChanged' });
    const [survey] = listRecords(of.session.reader, 'needsSurvey');
    if (survey === undefined) throw new Error('a survey');
    const laterId = createRecord(of.session, by, 'needsSurvey', {
      workingGroupId: survey.workingGroupId,
      title: 'Suivant',
    }).value;
    const note = join(of.folder, 'note.txt');
    writeFileSync(note, 'Bonjour');
    const files = await reading({ ...of, surveyId: laterId }, path, note, await blankForm(of));
    expect(files.map(({ refusal }) => refusal)).toEqual(['otherSurvey', 'notAForm', 'otherSurvey']);
    expect(files[0]?.otherSurveyTitle).toBe('Recensement');
    const [empty] = await reading(of, await blankForm(of));
    expect(empty?.refusal).toBe('empty');
  });

  it('goes out in the name of each buyer, and knows it again under another name', async () => {
    const of = census();
    const buyers = ['Région des Essais', 'CHU des Essais'].map(
      (name) => createRecord(of.session, by, 'organisation', { name, kind: 'buyer' }).value,
    );
    const path = join(of.folder, 'formulaires.zip');
    const asked = await askBuyers(
      of.session,
      {
        surveyId: of.surveyId,
        organisationIds: buyers,
        askedOn: '2017-06-01',
        format: 'xlsx',
        path,
      },
      work,
    );
    expect(asked.files).toBe(2);
    const entries = unzipSync(readFileSync(path));
    expect(Object.keys(entries).toSorted()).toEqual([
      'CHU des Essais.xlsx',
      'Région des Essais.xlsx',
    ]);
    const form = join(of.folder, 'chu.xlsx');
    writeFileSync(form, entries['CHU des Essais.xlsx'] ?? new Uint8Array());
    fill(form, {}, [good]);
    const chu = buyers[1];
    if (chu === undefined) throw new Error('a buyer');
    updateRecord(of.session, by, 'organisation', chu, { name: 'Centre hospitalier' });
    const [file] = await reading(of, form);
    expect(file?.known).toEqual({ id: chu, name: 'Centre hospitalier', by: 'form' });
    await taking(of, form);
    expect(surveyCounts(of.session.reader, of.surveyId)?.asked).toMatchObject([
      { name: 'Centre hospitalier', askedOn: '2017-06-01', needs: 1 },
      { name: 'Région des Essais', needs: 0 },
    ]);
  });
});
