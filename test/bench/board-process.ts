/** One task of the board bench in its own process: `node board-process.ts make|ours|plain STORE`. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

import { selectionFilters } from '#contract/selection.channels.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord } from '#domain/registry.ts';
import { runOperation } from '#journal/operation.ts';
import { createTranslator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { phasesOf } from '#repositories/selection.repo.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import { createGroupStore } from '#services/example.ts';
import { board } from '#services/selection/board.ts';
import { createCall } from '#services/selection/method.ts';
import { move } from '#services/selection/move.ts';
import { release } from '#services/selection/release.ts';
import type { SessionOptions, StoreSession } from '#services/session.ts';
import { openSession } from '#services/session.ts';
import { all, one, run, sql, transaction } from '#sql/sql.ts';

import { check, ownPeakMb } from './processes.ts';

const APPLICATIONS = 5000;
const EVALUATORS = 20;
const AT_ONCE = 5000;
const TIMES = 9;
const by = { author: 'Banc', translate: createTranslator('fr').t };
const undecided = {
  exclusionReasonId: null,
  reason: null,
  decidedOn: null,
  decidedById: null,
  skipsRefused: false,
} as const;

function options(path: string): SessionOptions {
  mkdirSync(dirname(path), { recursive: true });
  return { path, home: `${path}.home`, tokens: { read: () => null, write: () => undefined } };
}

const scoreOf = (at: number): number => (at * 7919) % 6;

function fill(session: StoreSession, callId: Id<'callForInterest'>): void {
  const [triage, committee] = phasesOf(session.reader, callId);
  if (triage === undefined || committee === undefined) throw new Error('made with the call');
  const criteria = listRecords(session.reader, 'criterion', { phaseId: committee.id });
  const reason = { key: 'import' };
  const { value: ids } = runOperation(session.writer(), { ...by, reason, kind: 'import' }, (op) => {
    const numbers = Array.from({ length: APPLICATIONS }, (_, index) => index + 1);
    const organisations = op.insertMany(
      'organisation',
      numbers.map((number) => ({
        values: {
          name: `Entreprise ${number}`,
          kind: 'company' as const,
          departementCode: number % 3 === 0 ? '62' : '59',
        },
      })),
    );
    return op.insertMany(
      'application',
      organisations.map((organisationId, index) => ({
        values: {
          callId,
          organisationId,
          number: index + 1,
          title: `Solution ${index + 1}`,
          receivedOn: '2017-06-01',
        },
      })),
    );
  });
  move(session, by, {
    ...undecided,
    phaseId: triage.id,
    applicationIds: ids,
    outcome: 'nextPhase',
  });
  release(session, by, {
    phaseId: triage.id,
    note: null,
    releasedById: null,
    acceptsWarnings: true,
  });
  const kept = ids.filter((_, index) => index % 4 === 0);
  move(session, by, {
    ...undecided,
    phaseId: committee.id,
    applicationIds: kept,
    outcome: 'nextPhase',
  });
  runOperation(session.writer(), { ...by, reason, kind: 'import' }, (op) => {
    const people = Array.from({ length: EVALUATORS }, (_, at) =>
      op.insert('person', { familyName: `Évaluateur ${at + 1}` }),
    );
    let rows: { values: NewRecord<'score'> }[] = [];
    for (const [index, applicationId] of ids.entries()) {
      for (const [at, evaluatorId] of people.entries()) {
        for (const [place, { id: criterionId }] of criteria.entries()) {
          const value = scoreOf(index * 31 + at * 7 + place);
          rows.push({ values: { evaluatorId, applicationId, criterionId, value } });
        }
      }
      if (rows.length < AT_ONCE) continue;
      op.insertMany('score', rows);
      rows = [];
    }
    op.insertMany('score', rows);
  });
}

function make(path: string): void {
  const session = createGroupStore({ ...options(path), author: by.author }, 'Groupe');
  const [group] = listRecords(session.reader, 'workingGroup');
  const callId = createCall(session, by, {
    workingGroupId: group?.id ?? '',
    title: 'Banc',
    description: null,
    agreementId: null,
    eventId: null,
    opensOn: null,
    closesOn: null,
    partnerIds: [],
    segmentIds: [],
  }).value;
  fill(session, callId);
  session.close();
}

interface Task {
  readonly open: () => Promise<number[]>;
  readonly filter: () => Promise<number[]>;
  readonly drag: (at: number) => void;
  readonly aggregate: () => Promise<number>;
}

function ours(session: StoreSession, callId: Id<'callForInterest'>): Task {
  const { reader } = session;
  const phaseId = phasesOf(reader, callId)[1]?.id ?? '';
  const waiting = listRecords(reader, 'application', { callId }, ['number']).slice(1, 4);
  const shown = async (filters: object): Promise<number[]> => {
    const asked = selectionFilters.parse(filters);
    const { columns } = await board(reader, {
      callId,
      filters: asked,
      cardsPerColumn: 50,
      withScores: false,
    });
    return columns.map(({ count }) => count).filter((count) => count > 0);
  };
  return {
    open: () => shown({}),
    filter: () => shown({ departementCodes: ['62'] }),
    drag: (at) =>
      void move(session, by, {
        ...undecided,
        phaseId,
        applicationIds: waiting.map(({ id }) => id),
        outcome: at % 2 === 0 ? 'reserve' : null,
      }),
    aggregate: async () => (await rankPhase(reader, phaseId)).rows.length,
  };
}

/** The same questions as one statement of SQL each, without journal, cards or method. */
function plain(session: StoreSession, callId: Id<'callForInterest'>): Task {
  const { reader } = session;
  const phaseId = phasesOf(reader, callId)[1]?.id ?? '';
  const counts = (departement: string | null): Promise<number[]> => {
    const own = departement === null ? sql`1` : sql`g.departement_code = ${departement}`;
    const last = sql`SELECT a.id, (SELECT d.outcome || d.phase_id || d.is_released FROM phase_decision d
        JOIN phase h ON h.id = d.phase_id WHERE d.application_id = a.id AND d.deleted_at IS NULL
        ORDER BY h.position DESC LIMIT 1) AS place
      FROM application a JOIN organisation g ON g.id = a.organisation_id
      WHERE a.call_id = ${callId} AND a.deleted_at IS NULL AND ${own}`;
    const rows = all<{ n: number }>(
      reader,
      sql`SELECT count(*) AS n FROM (${last}) GROUP BY place`,
    );
    return Promise.resolve(rows.map(({ n }) => n));
  };
  const db = session.writer();
  return {
    open: () => counts(null),
    filter: () => counts('62'),
    drag: (at) =>
      void transaction(db, () =>
        run(db, sql`UPDATE phase SET quota_max = ${at + 30} WHERE id = ${phaseId}`),
      ),
    aggregate: () => {
      const query = sql`SELECT count(*) AS n FROM (SELECT s.application_id,
          sum(s.value * k.weight) / sum(k.weight) AS mean
        FROM score s JOIN criterion k ON k.id = s.criterion_id
        WHERE k.phase_id = ${phaseId} AND s.deleted_at IS NULL GROUP BY 1 ORDER BY 2 DESC)`;
      return Promise.resolve(one<{ n: number }>(reader, query)?.n ?? 0);
    },
  };
}

const middle = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

async function timed(action: (at: number) => unknown, count = TIMES): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await action(at);
    times.push(performance.now() - start);
  }
  return middle(times);
}

async function measure(path: string, isOurs: boolean) {
  const session = openSession(options(path));
  const [call] = listRecords(session.reader, 'callForInterest');
  const task = (isOurs ? ours : plain)(session, call?.id ?? '');
  const sorted = async (counts: Promise<number[]>) => (await counts).toSorted((a, b) => a - b);
  const answer = {
    counts: await sorted(task.open()),
    filtered: await sorted(task.filter()),
    ranked: await task.aggregate(),
  };
  check(answer.ranked === APPLICATIONS, `${answer.ranked} ranked`);
  const [open, filter] = [await timed(task.open), await timed(task.filter)];
  // An even number of moves: each is taken back by the next.
  const drag = await timed(task.drag, TIMES + 1);
  session.close();
  // Opened anew, so that nothing is kept from before.
  const fresh = openSession(options(path));
  const again = (isOurs ? ours : plain)(fresh, call?.id ?? '');
  const aggregate = await timed(again.aggregate, 1);
  fresh.close();
  return { ...answer, times: { open, filter, drag, aggregate } };
}

const [what, path = ''] = process.argv.slice(2);
if (what === 'make') make(path);
const told = what === 'make' ? {} : await measure(path, what === 'ours');
process.stdout.write(`${JSON.stringify({ ...told, peakMb: ownPeakMb() })}\n`);
