import { listMandates } from '#repositories/mandates.repo.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import { KeptByVersion } from './load-scores.ts';
import type { Criterion, Member, Phase, PhaseApplication } from './phase.ts';
import { applicationsOfPhase, criteriaOf, membersOf, phaseOf, recusalsOf } from './phase.ts';
import { resultScale } from './score-table.ts';

export interface GridRequest {
  readonly phaseId: string;
  /** Null for what each member gives over all criteria. */
  readonly criterionId: string | null;
  readonly text: string;
  readonly today: string;
  readonly offset: number;
  readonly limit: number;
}

type CellState = 'missing' | 'partial' | 'scored' | 'abstained' | 'recused' | 'outOfScale';

interface GridCell {
  readonly state: CellState;
  /** On the criterion's scale, or on the scale of the results; null without one. */
  readonly value: number | null;
  readonly comment: string | null;
}

interface GivenCell {
  readonly applicationId: string;
  readonly evaluatorId: string;
  readonly criterionId: string;
  readonly value: number | null;
  readonly isAbstention: 0 | 1;
  readonly comment: string | null;
}

const noCell: GridCell = { state: 'missing', value: null, comment: null };

/** What every page of a grid needs, whichever it is. */
interface GridFrame {
  readonly criteria: readonly Criterion[];
  readonly members: readonly Member[];
  readonly applications: readonly PhaseApplication[];
  /** Application and member. */
  readonly recused: ReadonlySet<string>;
}

const frames = new KeptByVersion<GridFrame>(4);

function frameOf(db: ReadableDb, phaseId: string, today: string): Promise<GridFrame> {
  return frames.get(db, `${phaseId} ${today}`, () => {
    const phase = phaseOf(db, phaseId);
    return Promise.resolve({
      criteria: criteriaOf(db, phase.id),
      members: membersOf(db, phase, today),
      applications: applicationsOfPhase(db, phase),
      recused: new Set(
        recusalsOf(db, phase.callId).map((one) => `${one.applicationId} ${one.personId}`),
      ),
    });
  });
}

/**
 * A page of what every member says of every application, one criterion or all of them together.
 * @throws DataError `record.notFound`
 */
export async function scoreGrid(db: ReadableDb, request: GridRequest) {
  const { phaseId, criterionId, text, today, offset, limit } = request;
  const { criteria, members, applications, recused } = await frameOf(db, phaseId, today);
  const shown = criteria.filter(({ id }) => criterionId === null || id === criterionId);
  const matching = withText(applications, text);
  const page = matching.slice(offset, offset + limit);
  const given = givenIn(db, page);
  const rows = page.map(({ id, number, title, organisationName }) => ({
    applicationId: id,
    number,
    title,
    organisationName,
    cells: members.map(({ personId }): GridCell => {
      const pair = `${id} ${personId}`;
      if (recused.has(pair)) return { ...noCell, state: 'recused' };
      const scores = given.get(pair);
      if (scores === undefined) return noCell;
      const [criterion] = shown;
      return criterionId === null
        ? wholeCell(criteria, scores)
        : oneCell(criterion, scores.get(criterionId));
    }),
  }));
  return {
    evaluators: members.map(({ personId, name, isMember }) => ({ personId, name, isMember })),
    scale: criterionScale(shown, criterionId),
    rows,
    total: matching.length,
  };
}

function criterionScale(shown: readonly Criterion[], criterionId: string | null) {
  const [only] = shown;
  return criterionId !== null && only !== undefined
    ? { min: only.scaleMin, max: only.scaleMax }
    : resultScale(shown);
}

/** Applications with every word of a text in their number, title or organisation. */
function withText(
  applications: readonly PhaseApplication[],
  text: string,
): readonly PhaseApplication[] {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return applications;
  return applications.filter(({ number, title, organisationName }) => {
    const folded = foldText(`${number} ${organisationName} ${title}`);
    return words.every((word) => folded.includes(word));
  });
}

/** By application and member, then by criterion; the later of two counts. */
function givenIn(db: ReadableDb, page: readonly PhaseApplication[]) {
  const ids = JSON.stringify(page.map(({ id }) => id));
  const rows = all<GivenCell>(
    db,
    sql`SELECT application_id AS applicationId, evaluator_id AS evaluatorId,
               criterion_id AS criterionId, value, is_abstention AS isAbstention, comment
        FROM score WHERE deleted_at IS NULL
          AND application_id IN (SELECT value FROM json_each(${ids})) ORDER BY id`,
  );
  const found = new Map<string, Map<string, GivenCell>>();
  for (const row of rows) {
    const pair = `${row.applicationId} ${row.evaluatorId}`;
    const cells = found.get(pair) ?? new Map<string, GivenCell>();
    cells.set(row.criterionId, row);
    found.set(pair, cells);
  }
  return found;
}

const isWithin = ({ scaleMin, scaleMax }: Criterion, value: number): boolean =>
  value >= scaleMin && value <= scaleMax;

function oneCell(criterion: Criterion | undefined, given: GivenCell | undefined): GridCell {
  if (criterion === undefined || given === undefined) return noCell;
  const { value, comment } = given;
  if (value === null) return { state: 'abstained', value: null, comment };
  return { state: isWithin(criterion, value) ? 'scored' : 'outOfScale', value, comment };
}

/** The weighted mean of what a member gave to one application, on the scale of the results. */
function wholeCell(
  criteria: readonly Criterion[],
  scores: ReadonlyMap<string, GivenCell>,
): GridCell {
  const { min, max } = resultScale(criteria);
  let sum = 0;
  let weights = 0;
  let counted = 0;
  let abstained = 0;
  const comments: string[] = [];
  for (const criterion of criteria) {
    const { id, weight, scaleMin, scaleMax } = criterion;
    const given = scores.get(id);
    if (given === undefined) continue;
    if (given.comment !== null) comments.push(given.comment);
    if (given.value === null) {
      abstained += 1;
    } else if (isWithin(criterion, given.value)) {
      counted += 1;
      weights += weight;
      sum += (weight * (given.value - scaleMin)) / (scaleMax - scaleMin);
    }
  }
  const comment = comments.length === 0 ? null : comments.join('\n');
  const isWhole = counted + abstained === criteria.length;
  if (counted === 0) {
    return { state: isWhole && abstained > 0 ? 'abstained' : 'missing', value: null, comment };
  }
  const value = weights > 0 ? min + (sum / weights) * (max - min) : null;
  return { state: isWhole ? 'scored' : 'partial', value, comment };
}

/** The committee of a phase: who sits on it or sat on it, and who was invited to. */
export function teamOf(db: ReadableDb, phaseId: string) {
  const phase: Phase = phaseOf(db, phaseId);
  const { committeeId } = phase;
  const seats = committeeId === null ? [] : listRecords(db, 'committeeSeat', { committeeId });
  const names = labelsOf(
    db,
    'organisation',
    seats.flatMap(({ organisationId }) => organisationId ?? []),
  );
  return {
    committeeId,
    committeeName: committeeId === null ? null : (nameOf(db, committeeId) ?? ''),
    mandates: committeeId === null ? [] : listMandates(db, { committeeId }),
    seats: seats
      .toSorted((a, b) => a.position - b.position)
      .map(({ id, title, organisationId }) => ({
        id,
        name: title ?? names.get(organisationId ?? '') ?? '',
      })),
  };
}

function nameOf(db: ReadableDb, committeeId: NonNullable<Phase['committeeId']>): string | null {
  return getRecord(db, 'committee', committeeId)?.name ?? null;
}
