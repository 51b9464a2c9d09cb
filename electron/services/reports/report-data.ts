import type { ReportData, ReportKind } from '#documents/reports/data.ts';
import { AppError } from '#contract/errors.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Gathering } from './context.ts';
import { gathering } from './context.ts';
import { figureCountedFrom, figuresLinkedFrom } from './figures.ts';
import { agreements, axes, contacts, groupData, segments, subGroups } from './framing.ts';
import { heldMeetings, plannedMeetings } from './meetings.ts';
import { calls } from './selection.ts';
import { subGroupSheets } from './sub-group-sheets.ts';
import {
  objectives,
  remedies,
  retainedIndicators,
  sideOf,
  subGroupObjectives,
} from './steering.ts';
import {
  activities,
  deadlinesAhead,
  deliveredByDate,
  plannedEvents,
  results,
  subGroupDeliverables,
} from './work.ts';

export interface ReportRequest {
  readonly report: ReportKind;
  readonly groupId: string;
  readonly year: number;
  readonly asOfOn?: string | undefined;
}

function goodPracticeRecords(g: Gathering) {
  return listRecords(g.db, 'goodPractice', { workingGroupId: g.groupId }, ['title']).filter(
    ({ statedOn }) => statedOn === null || (statedOn >= g.fromOn && statedOn <= g.asOfOn),
  );
}

/**
 * Everything the report says, read from the store as it stood on the day asked for: 30 June
 * (synthesis) or 31 December of the year where none is.
 * @throws AppError `export.noGroup` when there is no such group
 */
export function gatherReportData(db: ReadableDb, request: ReportRequest): ReportData {
  const group = getRecord(db, 'workingGroup', request.groupId);
  if (group === null) {
    const known = listRecords(db, 'workingGroup', {}, ['name']).map(({ name }) => name);
    throw new AppError('export.noGroup', { group: request.groupId, known });
  }
  const g = gathering(db, request);
  const groupFacts = groupData(g, group);
  const practices = goodPracticeRecords(g);
  return {
    kind: g.kind,
    year: g.year,
    asOfOn: g.asOfOn,
    group: groupFacts,
    segments: segments(g),
    axes: axes(g),
    objectives: objectives(g, g.year),
    nextObjectives: objectives(g, g.year + 1),
    goodPractices: practices.map(({ title, description }) => ({ title, description })),
    quotedFigures: practices.flatMap(({ id }) => figuresLinkedFrom(g, id)),
    indicators: retainedIndicators(g),
    buyers: sideOf(g, 'buyer'),
    companies: sideOf(g, 'company'),
    subGroups: subGroups(g),
    subGroupSheets: subGroupSheets(g),
    subGroupFigure: figureCountedFrom(g, 'subGroups'),
    subGroupObjectives: subGroupObjectives(g),
    subGroupDeliverables: subGroupDeliverables(g),
    meetingFigure: figureCountedFrom(g, 'meetings'),
    meetings: heldMeetings(g),
    deliverables: deliveredByDate(g),
    activities: activities(g),
    agreements: agreements(g),
    calls: calls(g),
    results: results(g),
    remedies: remedies(g),
    plannedMeetings: plannedMeetings(g, null),
    plannedEvents: plannedEvents(g),
    deadlines: deadlinesAhead(g),
    contacts: contacts(g, groupFacts.leaders),
    sources: listRecords(db, 'sourceDocument', {}, ['datedOn', 'title']).map(
      ({ id, title, datedOn }) => ({ id, title, datedOn }),
    ),
  };
}
