import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import type { WorkSheet } from 'xlsx';
import { read, utils, write } from 'xlsx';

import { undoOperation } from '#journal/undo.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { answerQuestion, createApplication, orderParts } from '#services/application-form/enter.ts';
import { readForms, takeForms } from '#services/application-form/forms.ts';
import { writeApplicationForm } from '#services/application-form/write.ts';
import { nodeReaders } from '#services/readers.ts';
import { removeRecords, updateRecord } from '#services/records.ts';
import { by, committeeStore } from '#test/committee.ts';
import { temporaryFolder } from '#test/stores.ts';

const receivedOn = '2017-06-10';
const work = {
  ...by,
  language: 'fr' as const,
  translate: createTranslator('fr').t,
  signal: new AbortController().signal,
  spawnReader: nodeReaders(),
};
const blank = {
  organisationId: null,
  organisationName: 'Neuve',
  title: '',
  summary: '',
  receivedOn,
  maturity: null,
  contacts: [],
  offers: [],
  answers: [],
};

/** A call that asks a text, a number and a choice; the number must be answered. */
function asking() {
  const store = committeeStore({ applications: 1 });
  const { make, callId } = store;
  const ask = (position: number, title: string, more: object = {}) =>
    make('callQuestion', { callId, position, title, ...more });
  const questionIds = [
    ask(1, 'Quelle nouveauté ?'),
    ask(2, 'Combien de clients ?', { kind: 'number', isRequired: true }),
    ask(3, 'Où ?', { kind: 'choice', options: ['Lille, Roubaix', 'Arras'] }),
  ] as const;
  return { ...store, questionIds };
}

type Asking = ReturnType<typeof asking>;

async function formOf({ db, callId }: Asking, format: 'xlsx' | 'ods' = 'xlsx'): Promise<string> {
  const path = join(temporaryFolder(), `formulaire.${format}`);
  await writeApplicationForm(db, { callId, format, path }, work);
  return path;
}

const textIn = (sheet: WorkSheet, row: number, column: number): string =>
  String((sheet[utils.encode_cell({ r: row, c: column })] as { v?: unknown } | undefined)?.v ?? '');

/** Fills the answers in by their labels, as a person does, with a library that knows nothing of ours. */
function fill(path: string, said: Readonly<Record<string, string | number>>, to = path): string {
  const book = read(readFileSync(path), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const { e } = utils.decode_range(sheet['!ref'] ?? 'A1');
  for (const [label, value] of Object.entries(said)) {
    const row = Array.from({ length: e.r + 1 }, (_, at) => at).find((at) =>
      textIn(sheet, at, 1).startsWith(label),
    );
    if (row === undefined) throw new Error(`no line « ${label} »`);
    utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: 2 } });
  }
  const bookType = to.endsWith('.ods') ? 'ods' : 'xlsx';
  writeFileSync(to, write(book, { type: 'buffer', bookType }) as Uint8Array); // what that type gives
  return to;
}

const opening = ({ session, callId }: Asking, ...paths: string[]) =>
  readForms(
    session,
    { callId, receivedOn, files: paths.map((path) => ({ grant: path, path })) },
    work,
  );

const taking = async (store: Asking, ...paths: string[]) => {
  const files = await opening(store, ...paths);
  return takeForms(
    store.session,
    {
      callId: store.callId,
      receivedOn,
      files: files.flatMap(({ grant, sha256, fate }) =>
        fate === 'leave' || sha256 === null ? [] : [{ path: grant, sha256, fate }],
      ),
    },
    work,
  );
};

const whole = {
  'Nom de la structure': 'Lumen SAS',
  SIRET: '732 829 320 00074',
  'Nom de la solution': 'Lampe sobre',
  'Quelle nouveauté': 'Sans fil',
  'Combien de clients': 12,
  'Où ?': 'Lille, Roubaix',
};

describe('the form of a call', () => {
  it.each(['xlsx', 'ods'] as const)(
    '%s: comes back filled in, is taken in, and undone',
    async (format) => {
      const store = asking();
      const path = fill(await formOf(store, format), whole);
      const [file] = await opening(store, path);
      expect(file).toMatchObject({
        refusal: null,
        organisationName: 'Lumen SAS',
        known: null,
        title: 'Lampe sobre',
        answered: 3,
        isComplete: true,
        notes: [],
        fate: 'take',
      });
      const before = listRecords(store.db, 'application').length;
      const { operationId, value } = await taking(store, path);
      expect(value).toMatchObject([{ number: 2, missing: 0 }]);
      const made = listRecords(store.db, 'application').find(({ id }) => id === value[0]?.id);
      expect(made).toMatchObject({ title: 'Lampe sobre', isComplete: true, receivedOn });
      expect(listRecords(store.db, 'offer', { applicationId: made?.id ?? '' })).toMatchObject([
        { title: 'Lampe sobre', isMarketed: true },
      ]);
      const answers = listRecords(store.db, 'applicationAnswer', { applicationId: made?.id ?? '' });
      expect(answers.map((one) => one.value).toSorted()).toEqual([
        '12',
        'Lille, Roubaix',
        'Sans fil',
      ]);
      expect(
        listRecords(store.db, 'organisation').find(({ name }) => name === 'Lumen SAS'),
      ).toMatchObject({ siret: '73282932000074', kind: 'company' });
      undoOperation(store.session.writer(), operationId ?? '', by);
      expect(listRecords(store.db, 'application')).toHaveLength(before);
      expect(listRecords(store.db, 'organisation').map(({ name }) => name)).not.toContain(
        'Lumen SAS',
      );
    },
  );

  it('offers its choices from cells, and lets nothing else be written', async () => {
    const store = asking();
    const book = read(readFileSync(await formOf(store)), { bookFiles: true });
    const { files } = book as unknown as { files: Record<string, { content: Uint8Array }> };
    const sheet = Buffer.from(files['xl/worksheets/sheet1.xml']?.content ?? []).toString('utf8');
    expect(sheet).toContain('<sheetProtection sheet="1"');
    expect(sheet).toMatch(/type="list"[^>]*><formula1>[^<]*Listes[^<]*<\/formula1>/);
    expect(sheet).toMatch(/type="decimal"/);
    const lists = book.Sheets[book.SheetNames[1] ?? ''];
    expect(Object.values(lists ?? {})).toContainEqual(
      expect.objectContaining({ v: 'Lille, Roubaix' }),
    );
  });

  it('tells what is missing, wrong or late, and takes the rest as incomplete', async () => {
    const store = asking();
    const path = fill(await formOf(store), {
      ...whole,
      SIRET: '123',
      'Combien de clients': 'une douzaine',
      'Où ?': 'Paris',
    });
    const [file] = await opening(store, path);
    expect(file?.notes.map(({ code }) => code)).toEqual([
      'badSiret',
      'notANumber',
      'notAnOption',
      'missing',
    ]);
    const { value } = await taking(store, path);
    expect(value).toMatchObject([{ missing: 1 }]);
    expect(listRecords(store.db, 'application').at(-1)?.isComplete).toBe(false);
  });

  it('tells a form of another call, of an unknown one, and a file that is none', async () => {
    const store = asking();
    const [group] = listRecords(store.db, 'workingGroup');
    const other = store.make('callForInterest', {
      workingGroupId: group?.id ?? '',
      title: 'Un autre',
    });
    const path = fill(await formOf(store), whole);
    const files = await opening({ ...store, callId: other }, path);
    expect(files[0]).toMatchObject({ refusal: 'otherCall', otherCallTitle: 'AMI d’essai' });
    const plain = join(temporaryFolder(), 'autre.xlsx');
    const sheet = utils.aoa_to_sheet([['Nom', 'Ville']]);
    writeFileSync(
      plain,
      write({ SheetNames: ['a'], Sheets: { a: sheet } }, { type: 'buffer' }) as Uint8Array, // as above
    );
    const broken = join(temporaryFolder(), 'cassé.xlsx');
    writeFileSync(broken, readFileSync(path).subarray(0, 900));
    const elsewhere = asking();
    const [unknown, notAForm, unreadable] = await opening(elsewhere, path, plain, broken);
    expect([unknown, notAForm, unreadable].map((one) => one?.refusal)).toEqual([
      'unknownCall',
      'notAForm',
      'unreadable',
    ]);
  });

  it('tells questions that changed, went or came since it was sent', async () => {
    const store = asking();
    const path = fill(await formOf(store), whole);
    const [, second, third] = store.questionIds;
    const { session, make, callId } = store;
    updateRecord(session, by, 'callQuestion', second, { title: 'Combien d’acheteurs ?' });
    removeRecords(session, by, 'callQuestion', [third]);
    make('callQuestion', { callId, position: 4, title: 'Depuis quand ?' });
    const [file] = await opening(store, path);
    expect(file?.notes.map(({ code, shown }) => [code, shown])).toEqual([
      ['questionGone', 'Lille, Roubaix'],
      ['questionChanged', ''],
      ['questionNew', ''],
    ]);
    expect(file).toMatchObject({ answered: 2, isComplete: true });
  });

  it('knows the organisation again, and proposes an earlier answer as the one kept', async () => {
    const store = asking();
    const path = fill(await formOf(store), {
      ...whole,
      'Nom de la structure': 'entreprise 1',
      SIRET: '',
    });
    const copy = fill(path, { 'Quelle nouveauté': 'Autre' }, join(temporaryFolder(), 'bis.xlsx'));
    const files = await opening(store, path, path, copy);
    expect(files.map(({ known, fate, sameAsFile }) => [known?.by, fate, sameAsFile])).toEqual([
      ['name', 'duplicate', null],
      ['name', 'leave', 0],
      ['name', 'duplicate', 0],
    ]);
    const organisations = listRecords(store.db, 'organisation').length;
    await taking(store, path, copy);
    expect(listRecords(store.db, 'organisation')).toHaveLength(organisations);
    const [kept, ...doubles] = listRecords(store.db, 'application', {}, ['number']);
    expect(doubles.map(({ duplicateOfId }) => duplicateOfId)).toEqual([kept?.id, kept?.id]);
  });

  it('refuses a file that changed since it was shown, and takes none of the batch', async () => {
    const store = asking();
    const path = fill(await formOf(store), whole);
    const [file] = await opening(store, path);
    fill(path, { 'Quelle nouveauté': 'Autre chose' });
    await expect(
      takeForms(
        store.session,
        {
          callId: store.callId,
          receivedOn,
          files: [{ path, sha256: file?.sha256 ?? '', fate: 'take' }],
        },
        work,
      ),
    ).rejects.toMatchObject({ code: 'application.formChanged' });
    expect(listRecords(store.db, 'application')).toHaveLength(1);
  });
});

describe('a response entered by hand', () => {
  it('gets the next number, is incomplete until what is required is answered, and again after', () => {
    const store = asking();
    const { session, callId, db, questionIds } = store;
    const { value } = createApplication(session, by, {
      ...blank,
      callId,
      contacts: [
        {
          personId: null,
          givenName: 'Ada',
          familyName: 'Roche',
          email: 'ada@exemple.invalid',
          phone: '',
          role: 'Gérante',
        },
      ],
      offers: [{ title: 'Sonde', description: '', segmentId: null, isMarketed: false }],
    });
    expect(value).toMatchObject({ number: 2, missing: 1 });
    const stored = () => listRecords(db, 'application').find(({ id }) => id === value.id);
    expect(stored()).toMatchObject({ title: 'Sonde', isComplete: false });
    expect(stored()?.contactPersonId).toBe(
      listRecords(db, 'person').find(({ familyName }) => familyName === 'Roche')?.id,
    );
    const answer = (text: string) =>
      answerQuestion(session, by, {
        applicationId: value.id,
        questionId: questionIds[1],
        value: text,
      });
    expect(answer('1 200,5').value).toBe(0);
    expect(listRecords(db, 'applicationAnswer').at(-1)?.value).toBe('1200.5');
    expect(stored()?.isComplete).toBe(true);
    expect(() => answer('beaucoup')).toThrow(/notANumber/);
    expect(answer('  ').value).toBe(1);
    expect(stored()?.isComplete).toBe(false);
  });

  it('refuses a choice outside the list and a response of nobody; nothing is kept', () => {
    const store = asking();
    const { session, callId, db, questionIds } = store;
    const organisations = listRecords(db, 'organisation').length;
    const outside = { questionId: questionIds[2], value: 'Paris' };
    expect(() => createApplication(session, by, { ...blank, callId, answers: [outside] })).toThrow(
      /notAnOption/,
    );
    expect(() =>
      createApplication(session, by, { ...blank, callId, organisationName: ' ' }),
    ).toThrow(/noOrganisation/);
    expect(listRecords(db, 'application')).toHaveLength(1);
    expect(listRecords(db, 'organisation')).toHaveLength(organisations);
  });

  it('puts questions in another order, as one operation', () => {
    const { session, callId, db, questionIds } = asking();
    const [a, b, c] = questionIds;
    const ordered = () => listRecords(db, 'callQuestion', {}, ['position']).map(({ id }) => id);
    const { operationId } = orderParts(session, by, {
      callId,
      table: 'callQuestion',
      ids: [c, a],
    });
    expect(ordered()).toEqual([c, a, b]);
    undoOperation(session.writer(), operationId ?? '', by);
    expect(ordered()).toEqual([a, b, c]);
  });
});
