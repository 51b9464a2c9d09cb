import type { RecordOf } from '#domain/registry.ts';
import { getMeta } from '#journal/meta.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { applicationsOfPhase, criteriaOf, membersOf, phaseOf, recusalsOf } from '../phase.ts';
import { latestKits } from '../scoring.ts';
import type { Steps } from '../turns.ts';
import type {
  CellFate,
  CellProblem,
  FileRefusal,
  FileWarning,
  JudgedFile,
  Judgement,
  Offer,
  Refused,
  ReturnCell,
  Returned,
  Said,
  Told,
} from './judgement.ts';
import { joinedComment } from './make.ts';
import type { ReadKit, ReadRow, ReadScore } from './read.ts';
import { kitFingerprint, shownApplications } from './shown.ts';

type Kit = RecordOf<'committeeKit'>;

const keyOf = (evaluatorId: string, applicationId: string, criterionId: string | null): string =>
  `${evaluatorId} ${applicationId} ${criterionId ?? 'comment'}`;

function saysTheSame(one: Said | null, other: Said | null): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

const ROWS_IN_A_TURN = 20;

/** Holds returned files against the store: what is whose, what is new, what differs, what is wrong. */
export function* judgeReturns(
  db: ReadableDb,
  phaseId: string,
  returned: readonly Returned[],
  day: string,
): Steps<Judgement> {
  const ground = yield* groundOf(db, phaseId, returned, day);
  const files: JudgedFile[] = [];
  const cells = new Map<string, ReturnCell>();
  for (const [index, one] of returned.entries()) {
    files.push(yield* judgeFile(ground, index, one, cells));
  }
  return { files, cells };
}

/** All that files are held against. */
interface Ground {
  readonly db: ReadableDb;
  readonly storeId: string;
  readonly phase: RecordOf<'phase'>;
  readonly criteria: ReadonlyMap<string, RecordOf<'criterion'>>;
  readonly inPhase: ReadonlySet<string>;
  readonly recused: ReadonlySet<string>;
  readonly fingerprints: ReadonlyMap<string, string>;
  readonly newest: ReadonlyMap<string, number>;
  readonly members: ReadonlySet<string>;
  readonly names: ReadonlyMap<string, string>;
  readonly known: ReadonlyMap<string, string>;
}

function* groundOf(
  db: ReadableDb,
  phaseId: string,
  returned: readonly Returned[],
  day: string,
): Steps<Ground> {
  const phase = phaseOf(db, phaseId);
  const applications = applicationsOfPhase(db, phase).map(({ id }) => id);
  yield;
  const shown = yield* shownApplications(db, applications);
  const people = returned.flatMap(({ outcome }) => {
    const kit = 'kit' in outcome ? getRecord(db, 'committeeKit', outcome.kit.kitId) : null;
    return kit === null ? [] : [kit.evaluatorId];
  });
  const returns = all<{ sha: string; at: string }>(
    db,
    sql`SELECT file_sha256 AS sha, max(taken_at) AS at FROM kit_return
        WHERE deleted_at IS NULL GROUP BY file_sha256`,
  );
  return {
    db,
    storeId: getMeta(db, 'storeId') ?? '',
    phase,
    criteria: new Map(criteriaOf(db, phaseId).map((one) => [one.id, one])),
    inPhase: new Set(applications),
    recused: new Set(
      recusalsOf(db, phase.callId).map((one) => `${one.personId} ${one.applicationId}`),
    ),
    fingerprints: new Map(shown.map(({ id, fingerprint }) => [id, fingerprint])),
    newest: new Map([...latestKits(db, phaseId)].map(([id, { version }]) => [id, version])),
    members: new Set(
      membersOf(db, phase, day).flatMap((one) => (one.isMember ? [one.personId] : [])),
    ),
    names: labelsOf(db, 'person', people),
    known: new Map(returns.map(({ sha, at }) => [sha, at])),
  };
}

const told = <C extends string>(code: C, params: Told<C>['params'] = {}): Told<C> => ({
  code,
  params,
});

function* judgeFile(
  ground: Ground,
  file: number,
  { fileName, outcome }: Returned,
  cells: Map<string, ReturnCell>,
): Steps<JudgedFile> {
  const nothing = {
    fileName,
    sha256: outcome.sha256,
    kitId: null,
    evaluatorId: null,
    memberName: null,
    version: null,
    warnings: [],
    isKnown: false,
    same: 0,
    missing: 0,
    altered: [],
  };
  if ('refusal' in outcome) return { ...nothing, refusal: told(outcome.refusal.code) };
  const read = outcome.kit;
  const kit = getRecord(ground.db, 'committeeKit', read.kitId);
  const refusal = refusalOf(ground, read, kit);
  if (refusal !== null || kit === null) {
    return { ...nothing, refusal: refusal ?? told('unknownKit') };
  }
  const sums = yield* judgeRows(ground, file, read, kit, cells);
  return {
    fileName,
    sha256: read.sha256,
    kitId: kit.id,
    evaluatorId: kit.evaluatorId,
    memberName: ground.names.get(kit.evaluatorId) ?? '',
    version: kit.version,
    refusal: null,
    warnings: warningsOf(ground, read, kit),
    isKnown: ground.known.has(read.sha256),
    ...sums,
  };
}

function refusalOf(ground: Ground, read: ReadKit, kit: Kit | null): Told<FileRefusal> | null {
  if (read.storeId !== null && read.storeId !== ground.storeId) return told('otherStore');
  if (kit === null) return told('unknownKit');
  if (kit.phaseId !== ground.phase.id) {
    const other = getRecord(ground.db, 'phase', kit.phaseId);
    const call = other && getRecord(ground.db, 'callForInterest', other.callId);
    return other?.callId === ground.phase.callId
      ? told('otherPhase', { phase: other.name })
      : told('otherCall', { call: call?.title ?? '' });
  }
  const { id: kitId, phaseId, evaluatorId, version, contents } = kit;
  const identity = { storeId: ground.storeId, kitId, phaseId, evaluatorId, version };
  const isForged =
    read.fingerprint !== null &&
    (read.fingerprint !== kit.fingerprint ||
      kit.fingerprint !== kitFingerprint(identity, contents));
  return isForged ? told('forged') : null;
}

function warningsOf(ground: Ground, read: ReadKit, kit: Kit): Told<FileWarning>[] {
  const newest = ground.newest.get(kit.evaluatorId) ?? kit.version;
  const knownAt = ground.known.get(read.sha256);
  const warnings: Told<FileWarning>[] = [];
  if (knownAt !== undefined) warnings.push(told('sameFile', { at: knownAt }));
  if (newest > kit.version) warnings.push(told('olderKit', { version: kit.version, newest }));
  if (read.fingerprint === null) warnings.push(told('noIdentity'));
  if (!ground.members.has(kit.evaluatorId)) warnings.push(told('notAMember'));
  for (const criterion of kit.contents.criteria) {
    const now = ground.criteria.get(criterion.id);
    if (!read.criteria.has(criterion.id)) {
      warnings.push(told('missingColumn', { criterion: criterion.name }));
    } else if (
      now === undefined ||
      now.scaleMin !== criterion.scaleMin ||
      now.scaleMax !== criterion.scaleMax ||
      now.name !== criterion.name
    ) {
      warnings.push(told('criterionChanged', { criterion: criterion.name }));
    }
  }
  return warnings;
}

interface Sums {
  readonly same: number;
  readonly missing: number;
  readonly altered: readonly number[];
}

function* judgeRows(
  ground: Ground,
  file: number,
  read: ReadKit,
  kit: Kit,
  cells: Map<string, ReturnCell>,
): Steps<Sums> {
  const sums = { same: 0, missing: 0 };
  const given = new Map(kit.contents.applications.map((one) => [one.id as string, one]));
  const met = new Set<string>();
  const altered = kit.contents.applications
    .filter(({ id, fingerprint }) => {
      const now = ground.fingerprints.get(id);
      return now !== undefined && now !== fingerprint;
    })
    .map(({ number }) => number);
  for (const [at, row] of read.rows.entries()) {
    if (at % ROWS_IN_A_TURN === 0) yield;
    const id = row.applicationId ?? '';
    const context = {
      ground,
      file,
      kit,
      row,
      whole: wholeProblem(ground, kit, id, given, met),
      isAltered: altered.includes(given.get(id)?.number ?? -1),
    };
    judgeRow(context, cells, sums);
    met.add(id);
  }
  const unmet = kit.contents.applications.filter(({ id }) => !met.has(id)).length;
  sums.missing += unmet * kit.contents.criteria.length;
  return { ...sums, altered };
}

/** What is wrong with all that a row says. */
function wholeProblem(
  ground: Ground,
  { evaluatorId }: Kit,
  id: string,
  given: ReadonlyMap<string, unknown>,
  met: ReadonlySet<string>,
): CellProblem | null {
  if (!given.has(id)) return 'unknownApplication';
  if (met.has(id)) return 'repeatedRow';
  if (ground.recused.has(`${evaluatorId} ${id}`)) return 'recused';
  return ground.inPhase.has(id) ? null : 'notInPhase';
}

interface RowContext {
  readonly ground: Ground;
  readonly file: number;
  readonly kit: Kit;
  readonly row: ReadRow;
  readonly whole: CellProblem | null;
  readonly isAltered: boolean;
}

function judgeRow(
  context: RowContext,
  cells: Map<string, ReturnCell>,
  sums: { same: number; missing: number },
): void {
  const { ground, kit, row, file, whole } = context;
  const applicationId = row.applicationId ?? '';
  const stored = listRecords(ground.db, 'score', {
    evaluatorId: kit.evaluatorId,
    applicationId,
  });
  const known = new Set<string>(kit.contents.criteria.map(({ id }) => id));
  let hasScore = stored.length > 0;
  for (const [criterionId, score] of row.scores) {
    const problem = problemOf(
      score,
      whole,
      known.has(criterionId),
      ground.criteria.get(criterionId),
    );
    const before = saidBy(stored.findLast((one) => one.criterionId === criterionId));
    if (problem !== null) {
      const { shown, place } = score;
      put(cells, context, criterionId, before, { refused: { file, problem, shown, place } });
      continue;
    }
    const said = saidIn(score);
    if (said !== null) hasScore = true;
    if (whole !== null) continue;
    if (said !== null) {
      if (saysTheSame(said, before)) sums.same += 1;
      put(cells, context, criterionId, before, { offer: { file, said, place: score.place } });
    } else if (before === null) {
      sums.missing += 1;
    } else {
      put(cells, context, criterionId, before, {});
    }
  }
  judgeComment(context, cells, stored, hasScore);
}

function judgeComment(
  context: RowContext,
  cells: Map<string, ReturnCell>,
  stored: readonly RecordOf<'score'>[],
  hasScore: boolean,
): void {
  const { ground, file, row, whole } = context;
  if (row.comment === null) return;
  const place = row.commentPlace;
  const own = [...ground.criteria.keys()].flatMap(
    (id) => stored.findLast((one) => one.criterionId === id) ?? [],
  );
  const words = joinedComment(own);
  const before: Said | null = words === null ? null : { kind: 'comment', text: words };
  const problem = whole ?? (hasScore ? null : 'commentWithoutScore');
  if (problem !== null) {
    put(cells, context, null, before, { refused: { file, problem, shown: row.comment, place } });
    return;
  }
  const said: Said = { kind: 'comment', text: row.comment };
  put(cells, context, null, before, { offer: { file, said, place } });
}

function problemOf(
  { said }: ReadScore,
  whole: CellProblem | null,
  isInKit: boolean,
  criterion: RecordOf<'criterion'> | undefined,
): CellProblem | null {
  if (said === 'blank') return null;
  if (whole !== null) return whole;
  if (!isInKit || criterion === undefined) return 'unknownCriterion';
  if (said === 'notANumber' || said === 'notAnAbstention') return said;
  const isBeyond =
    typeof said === 'number' && (said < criterion.scaleMin || said > criterion.scaleMax);
  return isBeyond ? 'outOfScale' : null;
}

function saidIn({ said }: ReadScore): Said | null {
  if (typeof said === 'number') return { kind: 'score', value: said };
  return said === 'abstention' ? { kind: 'abstention' } : null;
}

function saidBy(score: RecordOf<'score'> | undefined): Said | null {
  if (score === undefined) return null;
  return score.value === null ? { kind: 'abstention' } : { kind: 'score', value: score.value };
}

/** Adds what one file says of a cell to what others said of it. */
function put(
  cells: Map<string, ReturnCell>,
  { kit, row, isAltered }: RowContext,
  criterionId: string | null,
  stored: Said | null,
  { offer, refused }: { readonly offer?: Offer; readonly refused?: Refused },
): void {
  const { evaluatorId } = kit;
  const applicationId = row.applicationId ?? `row ${offer?.place ?? refused?.place ?? ''}`;
  const key = keyOf(evaluatorId, applicationId, criterionId);
  const before = cells.get(key);
  const cell = {
    key,
    evaluatorId,
    applicationId,
    number: row.number,
    criterionId,
    stored,
    offers: [...(before?.offers ?? []), ...(offer === undefined ? [] : [offer])],
    refused: [...(before?.refused ?? []), ...(refused === undefined ? [] : [refused])],
    isAltered: isAltered || (before?.isAltered ?? false),
  };
  cells.set(key, { ...cell, fate: fateOf(cell) });
}

function fateOf({ stored, offers, refused }: Omit<ReturnCell, 'fate'>): CellFate {
  const said = new Set(offers.map((offer) => JSON.stringify(offer.said)));
  if (stored !== null) said.add(JSON.stringify(stored));
  if (said.size > 1) return 'differs';
  if (offers.length > 0) return stored === null ? 'new' : 'same';
  return refused.length > 0 ? 'refused' : 'kept';
}
