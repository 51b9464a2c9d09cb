import type {
  CommitteeResults,
  ConflictView,
  RankedApplicationView,
  RankStabilityView,
  ReturnCellView,
  ReturnsView,
} from '#contract/committee.channels.ts';
import { formatDate } from '#documents/typography.ts';
import { createTranslator } from '#platform/translate.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import type { FoundConflict } from './conflicts.ts';
import { conflictsOf } from './conflicts.ts';
import type { DiscussionItem } from './discussion.ts';
import { discussionList } from './discussion.ts';
import type { CellsRequest, OpenReturns } from './kit/returns.ts';
import { returnCells, returnCounts } from './kit/returns.ts';
import type { JudgedFile, Said } from './kit/judgement.ts';
import type { Phase } from './phase.ts';
import { phaseOf } from './phase.ts';
import type { RankedApplication, RankingOptions } from './ranking.ts';
import { rankPhase } from './ranking.ts';
import type { StabilityOptions } from './stability.ts';
import { rankStability } from './stability.ts';
import type { Wording } from './wording.ts';
import { numberInWords, reasonInWords } from './wording.ts';

interface Named {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
}

function namesOf(db: ReadableDb, ids: readonly string[]): Map<string, Named> {
  const rows = all<Named>(
    db,
    sql`SELECT a.id, a.number, a.title, o.name AS organisationName
        FROM application a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function withNames<T extends { readonly applicationId: string }>(
  db: ReadableDb,
  rows: readonly T[],
) {
  const names = namesOf(
    db,
    rows.map(({ applicationId }) => applicationId),
  );
  return rows.map((row) => {
    const named = names.get(row.applicationId);
    return {
      ...row,
      number: named?.number ?? 0,
      title: named?.title ?? '',
      organisationName: named?.organisationName ?? '',
    };
  });
}

const plainRow = <T extends RankedApplication>(row: T) => ({
  ...row,
  tiedWith: [...row.tiedWith],
  tie: row.tie === null ? null : { ...row.tie, equal: [...row.tie.equal] },
  criteria: [...row.criteria],
});

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** A page of the ranking, with what lists show of each application. */
export async function resultsPage(
  db: ReadableDb,
  phaseId: string,
  tried: RankingOptions,
  { offset, limit }: Page,
): Promise<CommitteeResults> {
  const { rows, scale, method, isNormalised, weights, ignored } = await rankPhase(
    db,
    phaseId,
    tried,
  );
  const shown: RankedApplicationView[] = withNames(
    db,
    rows.slice(offset, offset + limit).map(plainRow),
  );
  return {
    rows: shown,
    total: rows.length,
    ranked: rows.filter(({ rank }) => rank !== null).length,
    scale: { ...scale },
    method,
    isNormalised,
    weights: { ...weights },
    ignored: { ...ignored },
  };
}

/** The last rank that is in: what is asked for, or the most that the phase keeps. */
function cutOf({ quotaMax, quotaMin }: Phase, asked: number | undefined): number | null {
  return asked ?? quotaMax ?? quotaMin;
}

export async function stabilityPage(
  db: ReadableDb,
  phaseId: string,
  asked: Omit<StabilityOptions, 'cut'> & { readonly cut?: number | undefined },
  { offset, limit }: Page,
): Promise<{ rows: RankStabilityView[]; total: number; cut: number | null }> {
  const cut = cutOf(phaseOf(db, phaseId), asked.cut);
  const found = await rankStability(db, phaseId, { ...asked, cut: cut ?? 0 });
  const some = found.slice(offset, offset + limit);
  const people = some.flatMap((one) => [one.worstWithoutId ?? [], one.bestWithoutId ?? []].flat());
  const names = labelsOf(db, 'person', people);
  const rows = withNames(db, some).map(({ worstWithoutId, bestWithoutId, ...row }) => ({
    ...row,
    shareWithin: cut === null ? null : row.shareWithin,
    worstWithoutName: names.get(worstWithoutId ?? '') ?? null,
    bestWithoutName: names.get(bestWithoutId ?? '') ?? null,
  }));
  return { rows, total: found.length, cut };
}

export async function discussionView(
  db: ReadableDb,
  phaseId: string,
  tried: RankingOptions,
  { cut: asked, limit }: { readonly cut?: number | undefined; readonly limit: number },
) {
  const cut = cutOf(phaseOf(db, phaseId), asked);
  const { rows } = await rankPhase(db, phaseId, tried);
  const items: DiscussionItem[] = discussionList(rows, cut).slice(0, limit);
  return { rows: withNames(db, items.map(plainRow)), cut };
}

/** Conflicts with each reason as a sentence. */
export function conflictsView(
  db: ReadableDb,
  phaseId: string,
  day: string,
  w: Wording,
): ConflictView[] {
  return conflictsOf(db, phaseOf(db, phaseId), day).map((one: FoundConflict) => ({
    ...one,
    reasons: one.reasons.map((reason) => ({
      kind: reason.kind,
      isPast: reason.isPast,
      sentence: reasonInWords(reason, w),
    })),
  }));
}

function fileInWords(file: JudgedFile, one: OpenReturns, index: number, w: Wording) {
  const t = w.translate;
  const { fileName, memberName, version, refusal, warnings, isKnown, same, missing, altered } =
    file;
  const outcome = one.returned[index]?.outcome;
  const message =
    outcome !== undefined && 'refusal' in outcome && outcome.refusal.code === 'unreadable'
      ? createTranslator(w.language).failure(outcome.refusal.error).message
      : '';
  return {
    fileName,
    memberName,
    version,
    refusal:
      refusal === null
        ? null
        : t(`committee:returns.refusal.${refusal.code}`, { message, ...refusal.params }),
    warnings: [
      ...warnings.map(({ code, params }) =>
        t(`committee:returns.warning.${code}`, {
          ...params,
          name: memberName ?? '',
          day: formatDate(String(params['at'] ?? ''), w.language),
        }),
      ),
      ...(altered.length === 0
        ? []
        : [
            t('committee:returns.altered', {
              count: altered.length,
              numbers: altered.slice(0, 20).join(', ') + (altered.length > 20 ? '…' : ''),
            }),
          ]),
    ],
    isKnown,
    same,
    missing,
  };
}

/** A preview of returned files, in words. */
export function returnsView(one: OpenReturns, w: Wording): ReturnsView {
  return {
    id: one.id,
    files: one.judgement.files.map((file, at) => fileInWords(file, one, at, w)),
    counts: { ...returnCounts(one) },
  };
}

function saidInWords(said: Said, w: Wording): string {
  if (said.kind === 'comment') return said.text;
  return said.kind === 'score'
    ? numberInWords(said.value, w)
    : w.translate('committee:returns.said.abstention');
}

/** A page of the cells of a preview, in words. */
export function returnCellsView(
  db: ReadableDb,
  one: OpenReturns,
  request: CellsRequest,
  w: Wording,
): { cells: ReturnCellView[]; total: number } {
  const { cells, total } = returnCells(one, request);
  const names = namesOf(
    db,
    cells.map(({ applicationId }) => applicationId),
  );
  const people = labelsOf(
    db,
    'person',
    cells.map(({ evaluatorId }) => evaluatorId),
  );
  const criteria = labelsOf(
    db,
    'criterion',
    cells.flatMap(({ criterionId }) => criterionId ?? []),
  );
  return {
    total,
    cells: cells.map((cell) => ({
      key: cell.key,
      fate: cell.fate,
      memberName: people.get(cell.evaluatorId) ?? '',
      applicationId: cell.applicationId,
      number: String(names.get(cell.applicationId)?.number ?? cell.number),
      title: names.get(cell.applicationId)?.title ?? '',
      criterionId: cell.criterionId,
      criterionName:
        cell.criterionId === null
          ? w.translate('committee:returns.comment')
          : (criteria.get(cell.criterionId) ?? ''),
      stored: cell.stored === null ? null : saidInWords(cell.stored, w),
      offers: cell.offers.map(({ file, said, place }) => ({
        file,
        said: saidInWords(said, w),
        place,
      })),
      problems: cell.refused.map(({ file, problem, shown, place }) => ({
        file,
        message: w.translate(`committee:returns.problem.${problem}`, { shown }),
        place,
      })),
      isAltered: cell.isAltered,
      choice: one.choices.get(cell.key) ?? null,
    })),
  };
}
