import { expect, test } from 'vitest';

import { withColumn, withFixed } from '#features/exchange/spec.ts';
import { createImportStore } from '#features/exchange/import.store.ts';
import type { ImportSource } from '#features/exchange/import-state.ts';
import { fakeEngine, refusal } from './fake-engine.ts';
import { columns } from './invented-sheet.ts';

const book: ImportSource = { kind: 'file', grant: 'annuaire.xlsx', fileName: 'annuaire.xlsx' };
const other: ImportSource = { kind: 'paste', text: 'Nom\tVille\nA\tB', html: null };

function workshop() {
  const engine = fakeEngine();
  const store = createImportStore(engine.call, { planDelayMs: 0 });
  const asked = (channel: string) => engine.asked.filter((one) => one.channel === channel);
  return { engine, store, asked, actions: store.actions, state: store.getState };
}

type Workshop = ReturnType<typeof workshop>;

/** Opened, with the one column that the invented sheet lacks, and planned. */
async function planned(): Promise<Workshop> {
  const shop = workshop();
  await shop.actions.begin(book);
  shop.actions.editSpec((spec) => withFixed(spec, 'organisationKind', 'Entreprise'));
  await expect.poll(() => shop.state().isPlanFresh).toBe(true);
  return shop;
}

test('a file is opened, takes the suggested sheet and register, and has its columns guessed', async () => {
  const { actions, state, asked } = workshop();
  await actions.begin(book);
  expect(asked('imports:open')[0]?.input).toEqual({
    source: { kind: 'file', grant: 'annuaire.xlsx' },
    encoding: null,
    separator: null,
  });
  expect(asked('imports:guess')[0]?.input).toEqual({
    importId: 'import-1',
    register: 'organisations',
    sheet: 0,
    isFresh: false,
  });
  expect(state()).toMatchObject({ register: 'organisations', header: { firstRow: 3, lastRow: 3 } });
});

test('rows are worked out only once nothing required is missing, and again after each change', async () => {
  const { actions, state, asked } = workshop();
  await actions.begin(book);
  await expect.poll(() => state().plan).toBeNull();
  expect(asked('imports:plan')).toHaveLength(0);
  actions.editSpec((spec) => withFixed(spec, 'organisationKind', 'Entreprise'));
  await expect.poll(() => state().plan?.rows).toBe(237);
  const { revision } = state();
  actions.editSpec((spec) => withColumn(spec, 7, 'notes'));
  expect(state().isPlanFresh).toBe(false);
  await expect.poll(() => state().isPlanFresh).toBe(true);
  expect(state().revision).toBe(revision + 1);
  expect(asked('imports:plan').at(-1)?.input).toMatchObject({
    spec: { fixed: { organisationKind: 'Entreprise' } },
  });
});

test('a plan that a later change overtook says nothing any more', async () => {
  const { engine, actions, state } = await planned();
  const answers: (() => void)[] = [];
  const { plan } = state();
  if (plan === null) throw new Error('no plan');
  let count = 0;
  engine.answer({
    'imports:plan': () => {
      count += 1;
      const mine = { ...plan, rows: count };
      return new Promise((resolve) => {
        answers.push(() => resolve(mine));
      });
    },
  });
  actions.editSpec((spec) => withColumn(spec, 7, 'notes'));
  await expect.poll(() => answers.length).toBe(1);
  actions.editSpec((spec) => withColumn(spec, 7, null));
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await expect.poll(() => state().plan?.rows).toBe(2);
  answers[0]?.();
  await expect.poll(() => state().planning.isBusy).toBe(false);
  expect(state().plan?.rows).toBe(2);
});

test('a stopped plan leaves no progress behind and can be asked for again', async () => {
  const { engine, actions, state, asked } = await planned();
  engine.answer({
    'imports:plan': (_input, { signal, onProgress }) =>
      new Promise((_resolve, reject) => {
        onProgress?.({ step: 'rows', done: 100, total: 237 });
        signal?.addEventListener('abort', () => reject(refusal('request.cancelled')));
      }),
  });
  actions.editSpec((spec) => withColumn(spec, 7, 'notes'));
  await expect.poll(() => state().planning.progress?.done).toBe(100);
  actions.stopPlan();
  expect(state().planning).toMatchObject({
    isBusy: false,
    error: { code: 'request.cancelled' },
  });
  const before = asked('imports:plan').length;
  void actions.planNow();
  await expect.poll(() => asked('imports:plan').length).toBe(before + 1);
});

test('another file takes the place of the first, which is closed', async () => {
  const { actions, state, asked } = await planned();
  await actions.begin(other);
  expect(asked('imports:close').map(({ input }) => input['importId'])).toEqual(['import-1']);
  expect(state()).toMatchObject({ source: other, plan: null, file: { importId: 'import-2' } });
});

test('a text file read another way is opened anew and keeps what it was said to hold', async () => {
  const { actions, state, asked } = workshop();
  await actions.begin(book);
  await actions.chooseRegister('people');
  await actions.reopen({ encoding: 'windows-1252' });
  expect(asked('imports:open')[1]?.input).toMatchObject({
    encoding: 'windows-1252',
    separator: null,
  });
  expect(asked('imports:close')).toHaveLength(1);
  expect(state()).toMatchObject({ register: 'people', file: { importId: 'import-2' } });
});

test('a sheet, a row of titles or none at all is guessed anew', async () => {
  const { actions, state, asked } = workshop();
  await actions.begin(book);
  await actions.chooseHeader(null);
  expect(asked('imports:guess').at(-1)?.input).toMatchObject({ header: null });
  await actions.chooseSheet(1);
  expect(asked('imports:guess').at(-1)?.input).not.toHaveProperty('header');
  expect(state()).toMatchObject({ sheet: 1 });
  await actions.guessColumns(true);
  expect(asked('imports:guess').at(-1)?.input).toMatchObject({ sheet: 1, isFresh: true });
});

test('a file that cannot be read says why, and stays the one to open again', async () => {
  const { engine, actions, state } = workshop();
  const failing = () => Promise.reject(refusal('import.encrypted'));
  engine.answer({ 'imports:open': failing });
  await actions.begin(book);
  expect(state()).toMatchObject({
    file: null,
    source: book,
    opening: { isBusy: false, error: { code: 'import.encrypted' } },
  });
});

test('one word decides on one row, on all that remain, or takes each for what it resembles most', async () => {
  const { actions, state, asked } = await planned();
  const undecided = state().plan?.undecided ?? 0;
  expect(undecided).toBeGreaterThan(10);
  await actions.decide([5], { kind: 'create' });
  expect(state().plan?.undecided).toBe(undecided - 1);
  await actions.decide([5], null);
  expect(state().plan?.undecided).toBe(undecided);
  await actions.decideBest();
  expect(state().plan?.undecided).toBe(0);
  expect(asked('imports:decide').at(-1)?.input).toMatchObject({
    rows: 'undecided',
    decision: { kind: 'best' },
  });
});

test('an import tells what it did', async () => {
  const { actions, state } = await planned();
  await actions.run('valid');
  expect(state()).toMatchObject({
    done: { created: 142, left: 49, isUndone: false },
    running: { isBusy: false, mode: 'valid', error: null },
  });
});

test('an import that was stopped says that nothing was changed', async () => {
  const { engine, actions, state } = await planned();
  engine.answer({
    'imports:run': (_input, { signal }) =>
      new Promise((_resolve, reject) => {
        signal?.addEventListener('abort', () => reject(refusal('request.cancelled')));
      }),
  });
  const running = actions.run('all');
  await expect.poll(() => state().running.isBusy).toBe(true);
  actions.stopRun();
  await running;
  expect(state()).toMatchObject({
    done: null,
    running: { isBusy: false, wasCancelled: true, error: null },
  });
});

test('an import refused because records changed is planned anew, and still says why', async () => {
  const { engine, actions, state, asked } = await planned();
  engine.answer({ 'imports:run': () => Promise.reject(refusal('import.stale')) });
  const before = asked('imports:plan').length;
  await actions.run('valid');
  expect(asked('imports:plan')).toHaveLength(before + 1);
  expect(state()).toMatchObject({
    isPlanFresh: true,
    done: null,
    running: { isBusy: false, error: { code: 'import.stale' } },
  });
});

test('nothing is imported from a plan that no longer follows from the mapping', async () => {
  const { actions, asked } = await planned();
  actions.editSpec((spec) => withColumn(spec, columns.length - 1, 'notes'));
  await actions.run('valid');
  expect(asked('imports:run')).toHaveLength(0);
});

test('an abandoned import is closed and forgotten', async () => {
  const { actions, state, asked } = await planned();
  actions.abandon();
  expect(asked('imports:close')).toHaveLength(1);
  expect(state()).toMatchObject({ source: null, file: null, spec: null, plan: null });
});
