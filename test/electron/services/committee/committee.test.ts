import { describe, expect, it } from 'vitest';

import { undoOperation } from '#journal/undo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { conflictsOf } from '#services/committee/conflicts.ts';
import { discussionList } from '#services/committee/discussion.ts';
import { evaluatorsOf } from '#services/committee/evaluators.ts';
import { methodOf } from '#services/committee/method.ts';
import { phaseOf } from '#services/committee/phase.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import { declareConflict, recuse } from '#services/committee/recusals.ts';
import { scoreOne, scoreSheet } from '#services/committee/scoring.ts';
import { rankStability } from '#services/committee/stability.ts';
import { conflictsView } from '#services/committee/views.ts';
import { by, committeeStore, today, wording } from '#test/committee.ts';
import { codeOf } from '#test/meetings.ts';

describe('a ranking', () => {
  it('weighs criteria, tells ties and dispersion, and leaves the unscored at the end', async () => {
    const { db, score, phaseId, applicationIds } = committeeStore();
    score(0, 0, [5, 1]);
    score(1, 0, [3, 1]);
    score(0, 1, [4, 4]);
    score(0, 2, [null, null]);
    const { rows, scale } = await rankPhase(db, phaseId);
    expect(scale).toEqual({ min: 0, max: 5 });
    expect(rows.map(({ number, rank, score: value }) => [number, rank, value])).toEqual([
      [2, 1, 4],
      [1, 2, 3.25],
      [3, null, null],
      [4, null, null],
    ]);
    const [, first] = rows;
    expect(first).toMatchObject({
      applicationId: applicationIds[0],
      evaluators: 2,
      range: 1.5,
      abstentions: 0,
      missing: 0,
    });
    expect(first?.dispersion).toBeCloseTo(1.5 / Math.SQRT2, 9);
    expect(rows[2]).toMatchObject({ abstentions: 2, missing: 2, evaluators: 0 });
  });

  it('follows the store: a new score is in the next one', async () => {
    const { db, session, score, at, phaseId, ...ids } = committeeStore();
    score(0, 0, [1, 1]);
    expect((await rankPhase(db, phaseId)).rows[0]?.score).toBe(1);
    const request = {
      phaseId,
      evaluatorId: at(ids.personIds, 0),
      applicationId: at(ids.applicationIds, 0),
      criterionId: at(ids.criterionIds, 0),
      value: 5,
      isAbstention: false,
      today,
    };
    scoreOne(session, by, request);
    expect((await rankPhase(db, phaseId)).rows[0]?.score).toBe(4);
  });

  it('with weights that sum to nothing, or without a criterion, is refused', async () => {
    const none = committeeStore({ criteria: [] });
    await expect(rankPhase(none.db, none.phaseId)).rejects.toMatchObject({
      code: 'committee.noCriteria',
    });
    const { db, phaseId, criterionIds, at } = committeeStore();
    const weights = { [at(criterionIds, 0)]: 0, [at(criterionIds, 1)]: 0 };
    await expect(rankPhase(db, phaseId, { weights })).rejects.toMatchObject({
      code: 'committee.noWeight',
    });
    const { obstacles, sentences } = await methodOf(db, phaseId, today, { weights }, wording);
    expect(obstacles.join()).toContain('nulle');
    expect(sentences).toEqual([]);
  });

  it('leaves the withdrawn out', async () => {
    const { db, make, score, at, phaseId, applicationIds } = committeeStore();
    score(0, 0, [5, 5]);
    score(0, 1, [1, 1]);
    make('withdrawal', { applicationId: at(applicationIds, 0), withdrawnOn: today });
    const { rows } = await rankPhase(db, phaseId);
    expect(rows.map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  it('is the same for two who ask while it is worked out', async () => {
    const { db, score, phaseId } = committeeStore();
    score(0, 0, [5, 1]);
    const [one, other] = await Promise.all([rankPhase(db, phaseId), rankPhase(db, phaseId)]);
    expect(one).toBe(other);
    expect(
      await rankStability(db, phaseId, { cut: 1, draws: 5, spread: 0.2, seed: 1 }),
    ).toHaveLength(4);
  });
});

describe('what to discuss', () => {
  it('puts disagreements that could carry across the cut first', async () => {
    const { db, score, phaseId } = committeeStore({ criteria: [{ weight: 1 }], applications: 4 });
    [
      [5, 5],
      [3, 2.5],
      [2, 3.2],
      [0, 1.4],
    ].forEach(([x = 0, y = 0], application) => {
      score(0, application, [x]);
      score(1, application, [y]);
    });
    const { rows } = await rankPhase(db, phaseId);
    const list = discussionList(rows, 2);
    expect(list.map(({ number, isDecisive }) => [number, isDecisive])).toEqual([
      [3, true],
      [2, true],
      [4, false],
    ]);
  });
});

describe('members', () => {
  it('show what is missing, and how severe they are', async () => {
    const { db, score, phaseId } = committeeStore();
    score(0, 0, [1, 1]);
    score(1, 0, [3, null]);
    const found = await evaluatorsOf(db, phaseId, today);
    expect(
      found.map(({ name, scored, abstained, missing }) => [name, scored, abstained, missing]),
    ).toEqual([
      ['Alix', 2, 0, 6],
      ['Brune', 1, 1, 6],
      ['Côme', 0, 0, 8],
    ]);
    expect(found[0]?.severity).toBeCloseTo(-2, 9);
    expect(found[2]?.severity).toBeNull();
    const { obstacles } = await methodOf(db, phaseId, today, {}, wording);
    expect(obstacles).toContain('Côme n’a encore donné aucune note.');
  });

  it('enter scores one by one, within the scale', () => {
    const { db, session, at, phaseId, ...ids } = committeeStore();
    const request = {
      phaseId,
      evaluatorId: at(ids.personIds, 0),
      applicationId: at(ids.applicationIds, 0),
      criterionId: at(ids.criterionIds, 0),
      value: 3.5,
      isAbstention: false,
      comment: 'Solide',
      today,
    };
    scoreOne(session, by, request);
    const { rows } = scoreSheet(db, { ...request, offset: 0, limit: 1 });
    expect(rows[0]?.cells[0]).toMatchObject({ value: 3.5, comment: 'Solide' });
    expect(codeOf(() => scoreOne(session, by, { ...request, value: 6 }))).toBe(
      'committee.outOfScale',
    );
    scoreOne(session, by, { ...request, value: null, comment: undefined, isAbstention: true });
    expect(listRecords(db, 'score')).toMatchObject([
      { value: null, isAbstention: true, comment: 'Solide' },
    ]);
    scoreOne(session, by, { ...request, value: null });
    expect(listRecords(db, 'score')).toEqual([]);
    const stranger = at(ids.applicationIds, 0) as string as typeof request.evaluatorId; // no person at all
    expect(codeOf(() => scoreOne(session, by, { ...request, evaluatorId: stranger }))).toBe(
      'committee.notAMember',
    );
  });
});

describe('conflicts of interest', () => {
  it('are found in affiliations, mandates, links, partners and contacts, with the reason in words', () => {
    const {
      db,
      make,
      at,
      phaseId,
      callId,
      workingGroupId,
      personIds,
      organisationIds,
      applicationIds,
      committeeId,
    } = committeeStore();
    const [alix, brune, come] = [at(personIds, 0), at(personIds, 1), at(personIds, 2)];
    make('affiliation', {
      personId: alix,
      organisationId: at(organisationIds, 0),
      title: 'Directrice',
      fromOn: '2010-01-01',
      toOn: '2015-12-31',
    });
    const parentId = make('organisation', { name: 'Groupe Nord', kind: 'company' });
    const branch = make('organisation', { name: 'Filiale', kind: 'company', parentId });
    const applicationId = make('application', {
      callId,
      organisationId: branch,
      number: 9,
      title: 'De la filiale',
      receivedOn: '2017-06-01',
    });
    make('affiliation', { personId: brune, organisationId: parentId });
    make('callPartner', { callId, organisationId: parentId });
    make('applicationContact', { applicationId: at(applicationIds, 1), personId: come });
    make('mandate', { personId: come, workingGroupId, organisationId: at(organisationIds, 2) });
    make('committeeSeat', { committeeId, organisationId: at(organisationIds, 2), position: 1 });
    const found = conflictsOf(db, phaseOf(db, phaseId), today);
    expect(
      found.map(({ personName, number, reasons }) => [
        personName,
        number,
        reasons.map(({ kind, isPast }) => (isPast ? `${kind} past` : kind)),
      ]),
    ).toEqual([
      ['Alix', 1, ['affiliation past']],
      ['Brune', 9, ['linkedAffiliation', 'partner']],
      ['Côme', 2, ['contact']],
      ['Côme', 3, ['mandate', 'seat']],
    ]);
    expect(found[1]?.applicationId).toBe(applicationId);
    const [first] = conflictsView(db, phaseId, today, wording);
    expect(first?.reasons[0]?.sentence.replaceAll('\u00a0', ' ')).toBe(
      'A travaillé pour le candidat, Entreprise 1 (Directrice, du 1er janvier 2010 au 31 décembre 2015)',
    );
  });

  it('lead to recusals that are enforced and undone as one', async () => {
    const {
      db,
      session,
      make,
      score,
      at,
      phaseId,
      criterionIds,
      personIds,
      organisationIds,
      applicationIds,
    } = committeeStore();
    const [alix, first] = [at(personIds, 0), at(applicationIds, 0)];
    score(0, 0, [5, 5]);
    score(1, 0, [1, 1]);
    make('affiliation', { personId: alix, organisationId: at(organisationIds, 0) });
    declareConflict(session, by, {
      personId: alix,
      applicationId: at(applicationIds, 1),
      description: 'Amie du dirigeant',
      statedOn: today,
    });
    const before = await rankPhase(db, phaseId);
    expect(before.rows[0]?.score).toBe(3);
    const { operationId } = recuse(
      session,
      by,
      {
        phaseId,
        recusals: [
          { personId: alix, applicationId: first },
          { personId: alix, applicationId: at(applicationIds, 1) },
        ],
        recordedOn: today,
        note: null,
      },
      wording,
    );
    const after = await rankPhase(db, phaseId);
    expect(after.rows[0]).toMatchObject({ score: 1, evaluators: 1, recused: 2 });
    expect(after.ignored.recused).toBe(2);
    expect(
      listRecords(db, 'conflictOfInterest')
        .map(({ origin }) => origin)
        .toSorted(),
    ).toEqual(['declared', 'detected']);
    const request = {
      phaseId,
      evaluatorId: alix,
      applicationId: first,
      criterionId: at(criterionIds, 0),
      value: 4,
      isAbstention: false,
      today,
    };
    expect(codeOf(() => scoreOne(session, by, request))).toBe('committee.recused');
    const again = {
      phaseId,
      recusals: [{ personId: alix, applicationId: first }],
      recordedOn: today,
      note: null,
    };
    expect(codeOf(() => recuse(session, by, again, wording))).toBe('committee.alreadyRecused');
    const { sentences } = await methodOf(db, phaseId, today, {}, wording);
    expect(sentences.join(' ')).toContain('2 déports ont été enregistrés');
    undoOperation(session.writer(), operationId ?? '', by);
    expect(await rankPhase(db, phaseId)).toEqual(before);
  });
});
