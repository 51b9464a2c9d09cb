import { exportPaper } from '#services/meeting-documents.ts';
import { chooseGroup, chooseSubGroup, firstGroup } from '#services/choose-paper.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Id } from '#domain/ids.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { checkedDay } from '../check-values.ts';
import { localToday } from '../chosen-list.ts';
import type { CliOutcome, CliRequest } from '../command.ts';
import { DECISIONS, decisionFormats } from '../meeting-exports.ts';
import type { OptionName } from '../options.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';
import { idOf } from './export-meetings.ts';

/** Whether the decisions are asked for as a document, not as the register that they also are. */
export function isDecisionsDocument({ value }: CliRequest, name: string): boolean {
  return name === DECISIONS && decisionFormats.includes((value('format') ?? '').toLowerCase());
}

const foreign = [
  'meeting',
  'at',
  'list',
  'person',
  'year',
  'with-id',
] as const satisfies readonly OptionName[];

interface Scope {
  readonly workingGroupId: Id<'workingGroup'>;
  readonly subGroupId: Id<'subGroup'> | null;
}

/** The group and the sub-group meant; a sub-group names its group. @throws UsageError */
function scopeOf(db: ReadableDb, request: CliRequest): Scope {
  const [subGroup, group] = [request.value('sub-group'), request.value('group')];
  if (subGroup !== null) {
    const id = idOf(chooseSubGroup(db, subGroup), subGroup, request, 'unknownSubGroup');
    return { workingGroupId: mustGet(db, 'subGroup', id).workingGroupId, subGroupId: id };
  }
  const choice = group === null ? firstGroup(db) : chooseGroup(db, group);
  return { workingGroupId: idOf(choice, group ?? '', request, 'unknownGroup'), subGroupId: null };
}

/** The record of the decisions of a period. @throws UsageError */
export function exportDecisions(request: CliRequest): CliOutcome | Promise<CliOutcome> {
  const { io, words } = request;
  for (const option of foreign) {
    if (request.isSet(option)) {
      throw new UsageError('notOfExport', { option: `--${option}`, name: DECISIONS });
    }
  }
  const format = request.required('format').toLowerCase();
  const [from, to] = [checkedDay(request, 'from'), checkedDay(request, 'to')];
  if (from !== null && to !== null && from > to) {
    throw new UsageError('reversedDays', { from, to });
  }
  const path = request.path(request.required('out'));
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const paper = {
      document: 'decisionsOfPeriod' as const,
      ...scopeOf(session.reader, request),
      from,
      to,
    };
    const bytes = await exportPaper(session, path, {
      paper,
      today: localToday(),
      format,
      language: words.language,
      translate: words.t,
      printPdf: io.printPdf,
    });
    return {
      json: { export: DECISIONS, ...paper, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}
