import type { EditionKind, FactView } from '#contract/edition.views.ts';
import { AppError } from '#contract/errors.ts';
import type { DocumentModel, Section } from '#documents/model.ts';
import { buildActivityReport } from '#documents/reports/activity/report.ts';
import type { ActivityReportData } from '#documents/reports/activity/data.ts';
import type { ReportData } from '#documents/reports/data.ts';
import { buildDirectory } from '#documents/reports/directory/directory.ts';
import type { DirectoryData } from '#documents/reports/directory/data.ts';
import { buildMeetingPack } from '#documents/reports/meetings/meeting-pack.ts';
import type { PackPaper } from '#documents/reports/meetings/paper-data.ts';
import { buildRestitution } from '#documents/reports/restitution.ts';
import type { SelectionReportData } from '#documents/reports/selection/data.ts';
import { buildSelectionReport } from '#documents/reports/selection/report.ts';
import { subGroupParts } from '#documents/reports/sub-group-part.ts';
import { buildSynthesis } from '#documents/reports/synthesis.ts';
import type { Translate } from '#platform/translate.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { gatherActivityReport } from '#services/reports/activity-data.ts';
import { dayOfReport } from '#services/reports/context.ts';
import { gatherDirectory } from '#services/reports/directory-data.ts';
import { gatherPackPaper } from '#services/reports/pack-paper.ts';
import { gatherReportData } from '#services/reports/report-data.ts';
import { gatherSelectionReport } from '#services/selection-papers/papers.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { activityFacts } from './facts/activity-facts.ts';
import { directoryFacts } from './facts/directory-facts.ts';
import { packFacts } from './facts/pack-facts.ts';
import { reportFacts } from './facts/report-facts.ts';
import { selectionFacts } from './facts/selection-facts.ts';

/** What an edition is of: enough to read its data. */
export interface EditionScope {
  readonly workingGroupId: string;
  readonly year: number;
  readonly asOfOn: string;
  readonly meetingId: string | null;
  readonly callId: string | null;
}

export interface EditionWords {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

/** What a kind of report knows to do; `T` is what its builder reads, as plain JSON. */
interface Kind<T> {
  readonly subject: 'meeting' | 'callForInterest' | null;
  /** Day proposed for the data; `today` where the kind goes by no day of its own. */
  readonly day: (year: number, today: string) => string;
  readonly gather: (db: ReadableDb, scope: EditionScope, words: EditionWords) => T | Promise<T>;
  readonly build: (data: T, words: EditionWords) => DocumentModel;
  readonly subGroupParts: (data: T, words: EditionWords) => readonly Section[];
  readonly facts: (data: T, words: EditionWords, withSheets: boolean) => FactView[];
}

const none = (): readonly Section[] => [];

function subjectOf(id: string | null): string {
  if (id === null) throw new AppError('edition.noSubject');
  return id;
}

const report = (
  name: 'synthesis' | 'restitution',
  build: typeof buildSynthesis,
): Kind<ReportData> => ({
  subject: null,
  day: (year) => dayOfReport(name, year),
  gather: (db, { workingGroupId: groupId, year, asOfOn }) =>
    gatherReportData(db, { report: name, groupId, year, asOfOn }),
  build,
  subGroupParts: (data, words) => subGroupParts(data.subGroupSheets, words),
  facts: reportFacts,
});

/** A day within the year: today, or the nearest end of the year. */
const dayWithin = (year: number, today: string): string => {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return today < first ? first : today > last ? last : today;
};

const synthesis = report('synthesis', buildSynthesis);
const restitution = report('restitution', buildRestitution);

const activityReport: Kind<ActivityReportData> = {
  subject: null,
  day: (year) => dayOfReport('activityReport', year),
  gather: (db, { workingGroupId: groupId, year, asOfOn }) =>
    gatherActivityReport(db, { groupId, year, asOfOn }),
  build: buildActivityReport,
  subGroupParts: (data, words) => subGroupParts(data.subGroupSheets, words),
  facts: activityFacts,
};

const meetingPack: Kind<PackPaper> = {
  subject: 'meeting',
  day: dayWithin,
  gather: (db, { meetingId, asOfOn }) => gatherPackPaper(db, subjectOf(meetingId), asOfOn),
  build: buildMeetingPack,
  subGroupParts: none,
  facts: packFacts,
};

const selectionReport: Kind<SelectionReportData> = {
  subject: 'callForInterest',
  day: dayWithin,
  gather: (db, { callId, asOfOn }, words) =>
    gatherSelectionReport(db, { callId: subjectOf(callId), today: asOfOn, ...words }),
  build: (data, words) => buildSelectionReport(data, words).model,
  subGroupParts: none,
  facts: selectionFacts,
};

const directory: Kind<DirectoryData> = {
  subject: null,
  day: dayWithin,
  gather: (db, { workingGroupId, asOfOn }) => gatherDirectory(db, workingGroupId, asOfOn),
  build: buildDirectory,
  subGroupParts: none,
  facts: directoryFacts,
};

const kinds = {
  synthesis,
  restitution,
  meetingPack,
  activityReport,
  directory,
  selectionReport,
} as const;

/** The kind, whatever its data are: what one of its functions gives, another of them takes. */
export function kindOf(name: EditionKind): Kind<unknown> {
  // Data never pass from one kind to another: a snapshot names the kind it was read for.
  return kinds[name] as Kind<unknown>;
}

/** Whether what an edition is about still stands. */
export function hasSubject(db: ReadableDb, name: EditionKind, scope: EditionScope): boolean {
  if (getRecord(db, 'workingGroup', scope.workingGroupId) === null) return false;
  const { subject } = kindOf(name);
  if (subject === null) return true;
  const id = subject === 'meeting' ? scope.meetingId : scope.callId;
  return id !== null && getRecord(db, subject, id) !== null;
}
