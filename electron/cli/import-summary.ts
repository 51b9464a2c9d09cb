import type {
  Fate,
  ImportFile,
  ImportGuess,
  ImportPlan,
  ImportRow,
  ImportSpec,
} from '#contract/import.channels.ts';
import { fates } from '#contract/import.channels.ts';
import type { RunOutcome } from '#services/import/surface.ts';

import type { CliRequest } from './command.ts';
import { numberText } from './words.ts';

const SHOWN = 10;

/** An import that was worked out: what it read, how, and what it would do. */
export interface WorkedOut {
  readonly file: ImportFile;
  readonly guess: ImportGuess;
  readonly spec: ImportSpec;
  readonly plan: ImportPlan;
  /** Rows that nothing is imported of although they hold something. */
  readonly left: readonly ImportRow[];
}

function problemLines(row: ImportRow, { words }: CliRequest): string[] {
  const { t } = words;
  const line = (cell: string | null, message: string): string =>
    t('cli:import.problem', { place: cell ?? t('cli:import.row', { row: row.row }), message });
  if (row.problems.length > 0) return row.problems.map(({ cell, message }) => line(cell, message));
  const like =
    row.sameAsRow === null
      ? (row.candidates[0]?.label ?? '')
      : t('cli:import.row', { row: row.sameAsRow });
  return [line(null, t('cli:import.duplicate', { name: row.label, like }))];
}

function countLine(fate: Fate, count: number, request: CliRequest): string[] {
  if (count === 0) return [];
  const { t } = request.words;
  return [t(`cli:import.fate.${fate}`, { count: numberText(count, request.words) })];
}

function doneLine(request: CliRequest, worked: WorkedOut, result: RunOutcome | null): string {
  const { words } = request;
  const { t } = words;
  const { counts, undecided } = worked.plan;
  if (request.isSet('dry-run')) return t('cli:import.tried');
  if (result !== null) {
    const created = numberText(result.created, words);
    return t('cli:import.done', { created, updated: numberText(result.updated, words) });
  }
  const isRefused = request.isSet('all-or-nothing') && counts.error + undecided > 0;
  return t(isRefused ? 'cli:import.refused' : 'cli:import.nothing');
}

/** What an import did, in words; `complaint` when rows of it were left out. */
export function importSummary(
  request: CliRequest,
  worked: WorkedOut,
  result: RunOutcome | null,
  rejected: string | null,
): { readonly text: string; readonly complaint: string | null } {
  const { words } = request;
  const { t } = words;
  const { file, guess, spec, plan, left } = worked;
  const sheet = file.sheets[spec.sheet]?.name ?? '';
  const unused = guess.columns
    .filter(({ key, label, isComputed }) => key === null && label !== '' && !isComputed)
    .map(({ label }) => label);
  const all = left.flatMap((row) => problemLines(row, request));
  const leftCount = plan.counts.error + plan.undecided;
  const lines = [
    t('cli:import.read', {
      register: t(`registers:${spec.register}.name`),
      rows: numberText(plan.rows, words),
      sheet,
      file: file.fileName,
    }),
    ...fates.flatMap((fate) => countLine(fate, plan.counts[fate], request)),
    ...plan.creates.map(({ table, count }) =>
      t('cli:import.creates', {
        kind: t(`vocabulary:entity.${table}.other`),
        count: numberText(count, words),
      }),
    ),
    ...(unused.length === 0 ? [] : [t('cli:import.unused', { columns: unused.join(', ') })]),
    ...[...file.warnings, ...plan.warnings].map(({ message }) =>
      t('cli:warning', { text: message }),
    ),
    doneLine(request, worked, result),
    ...(rejected === null ? [] : [t('cli:import.rejected', { path: rejected })]),
  ];
  if (leftCount === 0) return { text: lines.join('\n'), complaint: null };
  const more = leftCount - Math.min(SHOWN, left.length);
  const complaint = [
    t('cli:import.left', { count: numberText(leftCount, words) }),
    ...all.slice(0, SHOWN),
    ...(more > 0 ? [t('cli:import.more', { count: numberText(more, words) })] : []),
  ];
  return { text: lines.join('\n'), complaint: complaint.join('\n') };
}
