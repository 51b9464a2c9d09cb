import type {
  ActivityReportData,
  Census,
  ChainRow,
  HeldMeeting,
  ObjectiveOutcome,
  Tally,
  YearEvent,
} from '#documents/reports/activity/data.ts';
import type { ReportData } from '#documents/reports/data.ts';
import type { EntityName, RecordOf } from '#domain/registry.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { decisionView } from '#services/meetings/sheet.ts';

import { matrixOf, paperActions, quartersOf } from './body-work.ts';
import type { Gathering } from './context.ts';
import { gathering, isOfReport, momentOf, ref } from './context.ts';
import { gatherReportData } from './report-data.ts';
import { eventData } from './work.ts';

const tally = (table: EntityName, records: readonly { readonly id: string }[]): Tally => ({
  count: records.length,
  records: records.map(({ id }) => ref(table, id)),
});

const within = ({ fromOn, asOfOn }: Gathering, day: string | null): boolean =>
  day !== null && day >= fromOn && day <= asOfOn;

/** Bodies of the group by the column that names them. */
function bodyOf(g: Gathering, groupName: string, record: { subGroupId: string | null }): string {
  const { subGroupId } = record;
  return subGroupId === null
    ? groupName
    : (getRecord(g.db, 'subGroup', subGroupId)?.name ?? groupName);
}

function heldMeetings(g: Gathering, groupName: string): HeldMeeting[] {
  const { db, groupId: workingGroupId } = g;
  const ahead: ReadonlySet<string> = new Set(['draft', 'convened', 'cancelled']);
  const meetings = listRecords(db, 'meeting', { workingGroupId }, ['heldOn', 'title']).filter(
    ({ id, heldOn, period, status }) =>
      !ahead.has(status) &&
      isOfReport(g, momentOf({ startsOn: heldOn, endsOn: heldOn, period }), id),
  );
  const dated = meetings.filter(({ heldOn }) => heldOn !== null);
  const undated = meetings.filter(({ heldOn }) => heldOn === null);
  return [...dated, ...undated].map((meeting) => {
    const { id, title, heldOn, period, place, committeeId } = meeting;
    const lines = listRecords(db, 'attendance', { meetingId: id });
    const those = (status: RecordOf<'attendance'>['status']): Tally =>
      tally(
        'attendance',
        lines.filter((line) => line.status === status),
      );
    const [minutes] = listRecords(db, 'minutes', { meetingId: id, amendsId: null });
    const committee = committeeId === null ? null : getRecord(db, 'committee', committeeId);
    return {
      id,
      title,
      body: committee?.name ?? bodyOf(g, groupName, meeting),
      heldOn,
      period,
      place,
      present: those('present'),
      represented: those('represented'),
      excused: those('excused'),
      listed: lines.length,
      decisions: listRecords(db, 'decision', { meetingId: id }).length,
      actions: listRecords(db, 'actionItem', { meetingId: id }).length,
      minutesNumber: minutes?.number ?? null,
    };
  });
}

function eventsOfYear(g: Gathering): YearEvent[] {
  const { db, groupId: workingGroupId } = g;
  const heads = (some: readonly RecordOf<'registration'>[]): Tally => ({
    count: some.reduce((sum, { headcount }) => sum + headcount, 0),
    records: some.map(({ id }) => ref('registration', id)),
  });
  return listRecords(db, 'event', { workingGroupId }, ['startsOn', 'name'])
    .filter(
      ({ status, startsOn }) => status === 'held' || (status !== 'cancelled' && startsOn !== null),
    )
    .filter((event) => isOfReport(g, momentOf(event), event.id))
    .map((event) => {
      const eventId = event.id;
      const registrations = listRecords(db, 'registration', { eventId }).filter(
        ({ status }) => status === 'registered',
      );
      return {
        event: { ...eventData(g, event), meetings: [] },
        registered: heads(registrations),
        attended: heads(registrations.filter(({ hasAttended }) => hasAttended)),
        pitches: tally('pitchSlot', listRecords(db, 'pitchSlot', { eventId })),
        stands: tally('stand', listRecords(db, 'stand', { eventId })),
        b2bMeetings: tally(
          'b2bMeeting',
          listRecords(db, 'b2bMeeting', { eventId }).filter(
            ({ status }) => status === 'planned' || status === 'held',
          ),
        ),
      };
    });
}

function grouped<K>(
  needs: readonly RecordOf<'need'>[],
  keyOf: (need: RecordOf<'need'>) => K,
): { readonly key: K; readonly tally: Tally }[] {
  return [...Map.groupBy(needs, keyOf)].map(([key, some]) => ({ key, tally: tally('need', some) }));
}

const byCount = (a: Tally, b: Tally): number => b.count - a.count;

function censuses(g: Gathering): Census[] {
  const { db, groupId: workingGroupId, asOfOn } = g;
  return listRecords(db, 'needsSurvey', { workingGroupId }, ['opensOn', 'title']).flatMap(
    (survey) => {
      const { id, title, opensOn, closesOn } = survey;
      if (opensOn !== null && opensOn > asOfOn) return [];
      if (closesOn !== null && closesOn < g.fromOn) return [];
      const needs = listRecords(db, 'need', { surveyId: id }).filter(
        ({ receivedOn }) => receivedOn === null || receivedOn <= asOfOn,
      );
      const segments = labelsOf(
        db,
        'purchaseSegment',
        needs.flatMap(({ segmentId }) => segmentId ?? []),
      );
      const matches = needs.flatMap((need) => listRecords(db, 'match', { needId: need.id }));
      const asked = listRecords(db, 'surveyRecipient', { surveyId: id }).filter(
        ({ askedOn }) => askedOn <= asOfOn,
      );
      return [
        {
          id,
          title,
          opensOn,
          closesOn,
          asked: tally('surveyRecipient', asked),
          received: tally('need', needs),
          byKind: grouped(needs, ({ buyerKind }) => buyerKind)
            .map(({ key, tally: counted }) => ({ kind: key, ...counted }))
            .toSorted(byCount),
          bySegment: grouped(needs, ({ segmentId }) => segmentId)
            .map(({ key, tally: counted }) => ({
              name: key === null ? null : (segments.get(key) ?? null),
              ...counted,
            }))
            .toSorted(byCount),
          matches: [...Map.groupBy(matches, ({ status }) => status)].map(([status, some]) => ({
            status,
            ...tally('match', some),
          })),
        },
      ];
    },
  );
}

/** Titles of the records of one table that links lead to, one link after another. */
function reached(
  db: ReadableDb,
  fromIds: readonly string[],
  toTable: 'lever' | 'remedy',
): string[] {
  return [
    ...new Set(
      fromIds.flatMap((fromId) =>
        listRecords(db, 'chainLink', { fromId, toTable }).map(({ toId }) => toId),
      ),
    ),
  ];
}

function chainOf(g: Gathering, data: ReportData): ChainRow[] {
  const titles = (table: 'lever' | 'remedy', ids: readonly string[]): string[] =>
    ids.flatMap((id) => getRecord(g.db, table, id)?.title ?? []);
  return (['buyer', 'company'] as const).flatMap((side) =>
    (side === 'buyer' ? data.buyers : data.companies).barriers.map(({ barrierId, wording }) => {
      const levers = reached(g.db, [barrierId], 'lever');
      const remedies = reached(g.db, [barrierId, ...levers], 'remedy');
      return {
        barrierId,
        side,
        wording,
        levers: titles('lever', levers),
        remedies: titles('remedy', remedies),
      };
    }),
  );
}

/** Results that an objective leads to, directly or through activities. */
function resultsOf(db: ReadableDb, objectiveId: string): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    for (const { toTable, toId } of listRecords(db, 'chainLink', { fromId: id })) {
      if (toTable === 'result') found.push(toId);
      else if (toTable === 'activity') visit(toId);
    }
  };
  visit(objectiveId);
  return found;
}

function outcomesOf(g: Gathering, data: ReportData): ObjectiveOutcome[] {
  const shown = new Map(data.results.map(({ id, title }) => [id, title]));
  const flat = (objectives: ReportData['objectives']): ReportData['objectives'] =>
    objectives.flatMap((one) => [one, ...flat(one.children)]);
  return flat(data.objectives).flatMap(({ id, firstId, title }) => {
    const record = getRecord(g.db, 'objective', id);
    if (record === null) return [];
    const ids = [...new Set(resultsOf(g.db, id))];
    const { status, judgement, closingNote } = record;
    return [
      {
        id,
        firstId,
        title,
        status,
        judgement,
        closingNote,
        results: ids.flatMap((resultId) => {
          const of = shown.get(resultId);
          return of === undefined ? [] : [{ id: resultId, title: of }];
        }),
      },
    ];
  });
}

/** Everything that an activity report says, as it stood on the day. @throws AppError `export.noGroup` */
export function gatherActivityReport(
  db: ReadableDb,
  request: { readonly groupId: string; readonly year: number; readonly asOfOn?: string },
): ActivityReportData {
  const asked = { report: 'activityReport', ...request } as const;
  const data = gatherReportData(db, asked);
  const g = gathering(db, asked);
  const { groupId: workingGroupId, asOfOn } = g;
  const { name } = data.group;
  const quarters = quartersOf(asOfOn);
  return {
    ...data,
    heldMeetings: heldMeetings(g, name),
    decisions: listRecords(db, 'decision', { workingGroupId }, ['decidedOn'])
      .filter(({ decidedOn }) => within(g, decidedOn))
      .map((one) => ({ ...decisionView(one), body: bodyOf(g, name, one) })),
    actions: paperActions(
      db,
      listRecords(db, 'actionItem', { workingGroupId }, ['dueOn']).filter(
        ({ status, doneOn }) => status !== 'abandoned' && (status !== 'done' || within(g, doneOn)),
      ),
      asOfOn,
    ).map(({ record, ...one }) => ({ ...one, body: bodyOf(g, name, record) })),
    quarters,
    matrix: matrixOf(db, {
      workingGroupId,
      subGroupId: null,
      groupName: name,
      quarters,
      on: asOfOn,
    }),
    events: eventsOfYear(g),
    censuses: censuses(g),
    chain: chainOf(g, data),
    outcomes: outcomesOf(g, data),
  };
}
