import type { EditionKind } from '#contract/edition.views.ts';
import { AppError } from '#contract/errors.ts';
import type { ReportName } from '#contract/schemas.ts';
import type { Translator } from '#platform/translate.ts';
import { listRecords } from '#repositories/records.repo.ts';
import { foldText } from '#sql/fold.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { listReports } from './reports.ts';

/** Every report on a year can be made of the same years. */
const restitution: ReportName = 'restitution';

export interface ChosenReport<R extends EditionKind> {
  readonly report: R;
  readonly groupId: string;
  readonly year: number;
}

interface Wanted {
  readonly year: number | null;
  readonly group: string | null;
  readonly words: Translator;
}

interface Group {
  readonly id: string;
  readonly name: string;
  readonly acronym: string | null;
}

/** The group of that name or acronym, whatever the accents and case; part of a name, if only one has it. */
function groupNamed(groups: readonly Group[], wanted: string | null): Group | undefined {
  if (wanted === null) return groups[0];
  const text = foldText(wanted);
  const exact = groups.find((group) =>
    [group.name, group.acronym ?? ''].some((name) => foldText(name) === text),
  );
  const similar = groups.filter((group) => text !== '' && foldText(group.name).includes(text));
  return exact ?? (similar.length === 1 ? similar[0] : undefined);
}

/** Without a year asked for, the latest that has results: objectives alone make no report. */
function latestYear(db: ReadableDb, groupId: string, years: readonly number[]): number | undefined {
  const results = listRecords(db, 'result', { workingGroupId: groupId });
  const reported = years.filter((year) => results.some((result) => result.year === year));
  return (reported.length > 0 ? reported : years).toSorted((a, b) => b - a)[0];
}

/**
 * Which report is meant, among those the store can make.
 * @throws AppError `export.noGroup`, `export.unknownReport` naming what there is instead
 */
export function chooseReport<R extends EditionKind>(
  db: ReadableDb,
  report: R,
  { year, group: wanted, words }: Wanted,
): ChosenReport<R> {
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  const group = groupNamed(groups, wanted);
  if (group === undefined) {
    const none = words.t('cli:none');
    const known = groups.map(({ name }) => name).join(', ');
    throw new AppError('export.noGroup', {
      group: wanted ?? none,
      known: known === '' ? none : known,
    });
  }
  const available = listReports(db).filter(
    (each) => each.report === restitution && each.groupId === group.id,
  );
  const years = available.map((each) => each.year);
  const chosen = year ?? latestYear(db, group.id, years);
  if (chosen === undefined || !years.includes(chosen)) {
    throw new AppError('export.unknownReport', {
      report: [report, chosen ?? ''].join(' ').trim(),
      known: years.length === 0 ? words.t('cli:none') : years.join(', '),
    });
  }
  return { report, groupId: group.id, year: chosen };
}
