import type { ChannelRequest } from '#contract/channels.ts';
import type {
  SelectionBoard,
  SelectionCard,
  SelectionColumn,
} from '#contract/selection.channels.ts';
import { applicationStates } from '#contract/selection.channels.ts';
import type { PhaseOutcome, Standing } from '#domain/pipeline.ts';
import { decisionAt, outcomesOf, phaseAfter, takesPart } from '#domain/pipeline.ts';
import { checkMethod } from '#domain/selection-method.ts';
import { countRecords } from '#repositories/records.repo.ts';
import type { Phase } from '#repositories/selection.repo.ts';
import { facetRows, filteredIds } from '#repositories/selection.repo.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Course } from './course.ts';
import { courseOf } from './course.ts';
import type { Scores } from './views.ts';
import { cardsOf, departementName, phaseViews } from './views.ts';

/** The column that an application stands in. */
export function columnKeyOf({ place }: Standing): string {
  switch (place.kind) {
    case 'pending':
      return `pending:${place.phaseId ?? ''}`;
    case 'decided':
    case 'final':
      return `${place.outcome}:${place.phaseId}`;
    default:
      return place.kind;
  }
}

/** The column of a phase for those whom it gave an outcome that took them on to a later one. */
const passedKey = (outcome: PhaseOutcome, phaseId: string): string =>
  `passed:${outcome}:${phaseId}`;

/** Every column that shows an application: the one it stands in, and those of the phases it passed. */
function columnKeysOf(phases: readonly Phase[], standing: Standing): string[] {
  const { place, decisions } = standing;
  const own = columnKeyOf(standing);
  if (place.kind === 'withdrawn' || place.kind === 'duplicate') return [own];
  const passed = phases.flatMap(({ id }) => {
    const outcome = decisionAt(decisions, id)?.outcome;
    const isElsewhere = place.phaseId !== null && place.phaseId !== id;
    return outcome !== undefined && isElsewhere && phaseAfter(phases, id, outcome) !== null
      ? [passedKey(outcome, id)]
      : [];
  });
  return [own, ...passed];
}

type ColumnHead = Pick<SelectionColumn, 'key' | 'kind' | 'phaseId' | 'outcome'>;

/** Columns in their order: each phase with those who wait and each of its outcomes, then the others. */
function columnHeads({ phases, standings }: Course): ColumnHead[] {
  const present = new Set(standings.map(columnKeyOf));
  const heads = phases.flatMap((phase): ColumnHead[] => {
    const given = outcomesOf(phases, phase);
    const others = [...present].flatMap((key): PhaseOutcome[] => {
      const outcome = outcomeIn(key, phase.id);
      return outcome === null || given.includes(outcome) ? [] : [outcome];
    });
    return [
      { key: `pending:${phase.id}`, kind: 'pending', phaseId: phase.id, outcome: null },
      ...[...given, ...others].map((outcome): ColumnHead => ({
        key: `${outcome}:${phase.id}`,
        kind: 'decided',
        phaseId: phase.id,
        outcome,
      })),
      ...given
        .filter((outcome) => phaseAfter(phases, phase.id, outcome) !== null)
        .map((outcome): ColumnHead => ({
          key: passedKey(outcome, phase.id),
          kind: 'passed',
          phaseId: phase.id,
          outcome,
        })),
    ];
  });
  const aside = (['withdrawn', 'duplicate'] as const).map((kind): ColumnHead => ({
    key: kind,
    kind,
    phaseId: null,
    outcome: null,
  }));
  const waiting: ColumnHead[] =
    phases.length === 0 ? [{ key: 'pending:', kind: 'pending', phaseId: null, outcome: null }] : [];
  return [...waiting, ...heads, ...aside];
}

function outcomeIn(key: string, phaseId: string): PhaseOutcome | null {
  const [outcome, of] = key.split(':');
  if (of !== phaseId || outcome === undefined || outcome === 'pending') return null;
  return outcome as PhaseOutcome; // made by `columnKeyOf`
}

/** By rank where there is one, then by number. */
const byRank = (a: Standing, b: Standing): number => rankOf(a) - rankOf(b) || a.number - b.number;
const rankOf = ({ place }: Standing): number =>
  'rank' in place ? (place.rank ?? Number.MAX_SAFE_INTEGER) : 0;

function byColumn(
  phases: readonly Phase[],
  standings: readonly Standing[],
): Map<string, Standing[]> {
  const columns = new Map<string, Standing[]>();
  for (const standing of standings) {
    for (const key of columnKeysOf(phases, standing)) {
      const known = columns.get(key);
      if (known === undefined) columns.set(key, [standing]);
      else known.push(standing);
    }
  }
  return columns;
}

function releasedIn(standings: readonly Standing[], phaseId: string | null): number {
  if (phaseId === null) return 0;
  return standings.filter(({ decisions }) => decisionAt(decisions, phaseId)?.isReleased === true)
    .length;
}

/** Scores by the last committee that has criteria; none where they are not asked for. */
async function scoresFor(
  db: ReadableDb,
  phases: readonly Phase[],
  isWanted: boolean,
): Promise<Scores> {
  const scored = isWanted
    ? phases.findLast(({ id }) => countRecords(db, 'criterion', { phaseId: id }) > 0)
    : undefined;
  if (scored === undefined) return new Map();
  const { rows } = await rankPhase(db, scored.id);
  return new Map(rows.map(({ applicationId, score }) => [applicationId, score]));
}

/** The board of a call: its columns with the first of their cards. @throws DataError `record.notFound` */
export async function board(
  db: ReadableDb,
  { callId, filters, cardsPerColumn, withScores }: ChannelRequest<'selection:board'>,
): Promise<SelectionBoard> {
  const course = courseOf(db, callId);
  const { phases, standings } = course;
  const kept = filteredIds(db, callId, filters);
  const shown = kept === null ? standings : standings.filter(({ id }) => kept.has(id));
  const [whole, part] = [byColumn(phases, standings), byColumn(phases, shown)];
  const heads = columnHeads(course);
  const firsts = heads.map(({ key }) =>
    (part.get(key) ?? []).toSorted(byRank).slice(0, cardsPerColumn),
  );
  const scores = await scoresFor(db, phases, withScores);
  const cards = new Map(
    cardsOf(db, phases, firsts.flat(), scores).map((one): [string, SelectionCard] => [one.id, one]),
  );
  const facets = facetRows(db, callId);
  return {
    callId,
    phases: phaseViews(db, course),
    columns: heads.map((head, index) => ({
      ...head,
      count: part.get(head.key)?.length ?? 0,
      total: whole.get(head.key)?.length ?? 0,
      released:
        head.kind === 'decided' || head.kind === 'passed'
          ? releasedIn(part.get(head.key) ?? [], head.phaseId)
          : 0,
      cards: (firsts[index] ?? []).flatMap(({ id }) => cards.get(id) ?? []),
    })),
    count: shown.length,
    total: standings.length,
    facets: {
      segments: facets.segments,
      departements: facets.departements.map((facet) => ({
        ...facet,
        name: departementName(facet.id),
      })),
      maturities: facets.maturities,
      states: applicationStates.map((state) => ({ state, count: facets.states?.[state] ?? 0 })),
    },
    problems: checkMethod(phases, standings.filter(takesPart).length),
  };
}

/** A further page of one column. @throws DataError `record.notFound` */
export async function cardsOfColumn(
  db: ReadableDb,
  { callId, filters, column, offset, limit, withScores }: ChannelRequest<'selection:cards'>,
): Promise<{ count: number; cards: SelectionCard[] }> {
  const { phases, standings } = courseOf(db, callId);
  const kept = filteredIds(db, callId, filters);
  const all = standings
    .filter(
      (one) => columnKeysOf(phases, one).includes(column) && (kept === null || kept.has(one.id)),
    )
    .toSorted(byRank);
  const scores = await scoresFor(db, phases, withScores);
  return {
    count: all.length,
    cards: cardsOf(db, phases, all.slice(offset, offset + limit), scores),
  };
}
