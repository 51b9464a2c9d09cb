import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';
import { utils, write } from 'xlsx';

import { undoOperation } from '#journal/undo.ts';
import {
  decideReturns,
  openReturns,
  returnCells,
  returnCounts,
  takeOpenReturns,
} from '#services/committee/kit/returns.ts';
import { recuse } from '#services/committee/recusals.ts';
import { returnCellsView, returnsView } from '#services/committee/views.ts';
import { updateRecord } from '#services/records.ts';
import { by, committeeStore, today, wording } from '#test/committee.ts';
import { fill, kitsOf, openAll, scoresIn } from '#test/kits.ts';

describe('returned files', () => {
  it('tell bad scores cell by cell, and the good ones are taken', async () => {
    const store = committeeStore();
    const { fileOf } = await kitsOf(store);
    const file = fill(fileOf(0), { F3: 9, G3: 'bien', F4: '3,5', G4: -1, H5: 'peut-être', F6: 5 });
    const one = await openAll(store, file);
    const { cells } = returnCellsView(
      store.db,
      one,
      { fate: 'refused', file: null, offset: 0, limit: 10 },
      wording,
    );
    expect(
      cells.map(({ number, problems }) => [number, problems[0]?.place, problems[0]?.message]),
    ).toEqual([
      ['1', 'Notation, F3', '9 est hors de l’échelle\u00a0: rien n’est repris de cette case.'],
      [
        '1',
        'Notation, G3',
        '«\u00a0bien\u00a0» n’est pas une note\u00a0: rien n’est repris de cette case.',
      ],
      ['2', 'Notation, G4', '-1 est hors de l’échelle\u00a0: rien n’est repris de cette case.'],
      [
        '3',
        'Notation, H5',
        '«\u00a0peut-être\u00a0» n’est pas une abstention\u00a0: rien n’est repris de cette ligne laissée vide.',
      ],
      [
        '3',
        'Notation, H5',
        '«\u00a0peut-être\u00a0» n’est pas une abstention\u00a0: rien n’est repris de cette ligne laissée vide.',
      ],
    ]);
    await takeOpenReturns(store.session, one.id, store.context());
    expect(
      scoresIn(store).map(([, application, criterion, value]) => [application, criterion, value]),
    ).toEqual([
      [1, 0, 3.5],
      [3, 0, 5],
    ]);
  });

  it('that differ from the store, or from each other, wait for a choice', async () => {
    const store = committeeStore();
    store.score(0, 0, [1, 1]);
    const { fileOf, path } = await kitsOf(store);
    const first = fill(fileOf(0), { F3: 2, F4: 3 }, join(path, 'un.xlsx'));
    const second = fill(fileOf(0), { F3: 1, F4: 4, G4: 4 }, join(path, 'deux.xlsx'));
    const one = await openAll(store, first, second);
    expect(returnCounts(one)).toMatchObject({ new: 1, differs: 2, same: 1, undecided: 2 });
    const { cells } = returnCells(one, { fate: 'differs', file: null, offset: 0, limit: 10 });
    expect(cells.map(({ stored, offers }) => [stored, offers.map(({ said }) => said)])).toEqual([
      [
        { kind: 'score', value: 1 },
        [
          { kind: 'score', value: 2 },
          { kind: 'score', value: 1 },
        ],
      ],
      [
        null,
        [
          { kind: 'score', value: 3 },
          { kind: 'score', value: 4 },
        ],
      ],
    ]);
    await expect(takeOpenReturns(store.session, one.id, store.context())).rejects.toMatchObject({
      code: 'committee.undecided',
    });
    decideReturns(one, { cells: [cells[0]?.key ?? ''], choice: 'stored' });
    decideReturns(one, { cells: 'undecided', choice: { file: 0 } });
    const taken = await takeOpenReturns(store.session, one.id, store.context());
    expect(taken).toMatchObject({ files: 2, added: 2, replaced: 0, left: 1 });
    expect(scoresIn(store).map(([, a, c, value]) => [a, c, value])).toEqual([
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 3],
      [1, 1, 4],
    ]);
  });

  it('replace a score only when asked to, and keep the one that a blank stands against', async () => {
    const store = committeeStore();
    store.score(0, 0, [1, 1]);
    const { fileOf } = await kitsOf(store);
    const one = await openAll(store, fill(fileOf(0), { F3: 2, G3: '' }));
    expect(returnCounts(one)).toMatchObject({ differs: 1, kept: 1 });
    decideReturns(one, { cells: 'all', choice: 'offered' });
    expect(await takeOpenReturns(store.session, one.id, store.context())).toMatchObject({
      replaced: 1,
    });
    expect(scoresIn(store).map(([, , , value]) => value)).toEqual([2, 1]);
  });

  it('of another kind, call, phase, store or hand are refused with the reason', async () => {
    const store = committeeStore();
    const other = committeeStore();
    const { fileOf, path, operationId } = await kitsOf(store, ['xlsx', 'exchange']);
    const foreign = await kitsOf(other);
    const list = join(path, 'liste.xlsx');
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Nom'], ['Alix']]), 'Liste');
    writeFileSync(list, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array); // what that type gives
    const broken = join(path, 'abime.xlsx');
    writeFileSync(broken, readFileSync(fileOf(0)).subarray(0, 2000));
    const forged = join(path, 'faux.json');
    const kit = JSON.parse(readFileSync(fileOf(0, 1), 'utf8')) as Record<string, unknown>;
    writeFileSync(forged, JSON.stringify({ ...kit, fingerprint: 'f'.repeat(64) }));
    const newer = join(path, 'futur.json');
    writeFileSync(newer, JSON.stringify({ ...kit, formatVersion: 2 }));
    const prose = join(path, 'autre.json');
    writeFileSync(prose, '{"format": "rapporteur-committee-kit"');
    const one = await openAll(store, list, broken, forged, newer, prose, foreign.fileOf(0));
    expect(one.judgement.files.map(({ refusal }) => refusal?.code)).toEqual([
      'notAKit',
      'unreadable',
      'forged',
      'newerFormat',
      'notAKit',
      'otherStore',
    ]);
    expect(returnsView(one, wording).files[1]?.refusal).not.toBe('');
    await expect(takeOpenReturns(store.session, one.id, store.context())).rejects.toMatchObject({
      code: 'committee.nothingToTake',
    });

    const { make, session, callId } = store;
    const second = make('phase', { callId, position: 2, name: 'Finale', kind: 'finalSelection' });
    const elsewhere = await openReturns(
      session,
      { phaseId: second, paths: [fileOf(0)], today },
      store.context(),
    );
    expect(elsewhere.judgement.files[0]?.refusal).toEqual({
      code: 'otherPhase',
      params: { phase: 'Notation' },
    });
    const otherCall = make('callForInterest', {
      workingGroupId: store.workingGroupId,
      title: 'Autre AMI',
    });
    const third = make('phase', { callId: otherCall, position: 1, name: 'Tri', kind: 'triage' });
    const abroad = await openReturns(
      session,
      { phaseId: third, paths: [fileOf(0)], today },
      store.context(),
    );
    expect(returnsView(abroad, wording).files[0]?.refusal).toContain('AMI d’essai');
    undoOperation(session.writer(), operationId ?? '', by);
    const undone = await openAll(store, fileOf(0));
    expect(undone.judgement.files[0]?.refusal?.code).toBe('unknownKit');
  });

  it('tell of an older version, an altered application, a recusal since and a file taken before', async () => {
    const store = committeeStore();
    const { session, phaseId, at } = store;
    const old = await kitsOf(store);
    const file = fill(old.fileOf(0), { F3: 4, F4: 3, F5: 2 });
    await kitsOf(store);
    const applicationId = at(store.applicationIds, 1);
    updateRecord(session, by, 'application', applicationId, { summary: 'Tout autre chose' });
    const recusals = [
      { personId: at(store.personIds, 0), applicationId: at(store.applicationIds, 2) },
    ];
    recuse(session, by, { phaseId, recusals, recordedOn: today, note: null }, wording);
    const one = await openAll(store, file);
    const [told] = returnsView(one, wording).files;
    expect(told?.warnings.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      'Version 1, alors que la version 2 a été préparée depuis : vérifiez que le membre n’en renvoie pas une autre.',
      'Réponse modifiée depuis la préparation du dossier : n° 2.',
    ]);
    expect(returnCounts(one)).toMatchObject({ new: 2, refused: 1 });
    await takeOpenReturns(session, one.id, store.context());
    const again = await openAll(store, file);
    expect(again.judgement.files[0]?.warnings[0]?.code).toBe('sameFile');
    expect(returnCounts(again)).toMatchObject({ same: 2, new: 0 });
  });

  it('are looked at again when the store changed after the preview', async () => {
    const store = committeeStore();
    const { fileOf } = await kitsOf(store);
    const one = await openAll(store, fill(fileOf(0), { F3: 4 }));
    store.score(0, 0, [2, 2]);
    await expect(takeOpenReturns(store.session, one.id, store.context())).rejects.toMatchObject({
      code: 'committee.returnsStale',
    });
    expect(returnCounts(one)).toMatchObject({ differs: 1, undecided: 1 });
  });

  it('with rows added, repeated or moved, and columns gone, are read by their identifiers', async () => {
    const store = committeeStore();
    const { fileOf } = await kitsOf(store);
    const [first, second] = store.applicationIds;
    const file = fill(fileOf(0), {
      A3: second ?? '',
      A4: first ?? '',
      F3: 2,
      F4: 1,
      G1: 'plus rien',
      A7: second ?? '',
      F7: 5,
      F8: 3,
    });
    const one = await openAll(store, file);
    expect(one.judgement.files[0]?.warnings).toEqual([
      { code: 'missingColumn', params: { criterion: 'Maturité' } },
    ]);
    const { cells } = returnCells(one, { fate: null, file: 0, offset: 0, limit: 10 });
    expect(
      cells.map(({ applicationId, fate, refused }) => [
        store.applicationIds.indexOf(applicationId),
        fate,
        refused[0]?.problem,
      ]),
    ).toEqual([
      [1, 'new', 'repeatedRow'],
      [0, 'new', undefined],
      [-1, 'refused', 'unknownApplication'],
    ]);
  });
});
