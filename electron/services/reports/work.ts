import type {
  ActivityData,
  DeliverableData,
  EventData,
  Moment,
  ResultData,
} from '#documents/reports/data.ts';
import type { ReportDate } from '#documents/reports/dates.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { calendarDates } from '#services/year-calendar.ts';

import type { Gathering } from './context.ts';
import { isOfReport, momentOf, organisationName, personData } from './context.ts';
import { figuresLinkedFrom, indicatorsOf } from './figures.ts';
import { plannedMeetings } from './meetings.ts';

type Event = RecordOf<'event'>;
type Deliverable = RecordOf<'deliverable'>;

export function eventData(g: Gathering, event: Event, depth = 0): EventData {
  const parent =
    event.parentId === null || depth > 0 ? null : getRecord(g.db, 'event', event.parentId);
  return {
    id: event.id,
    name: event.name,
    theme: event.theme,
    description: event.description,
    format: event.format,
    moment: momentOf(event),
    place: event.place ?? organisationName(g.db, event.hostId),
    organiser: organisationName(g.db, event.organiserId),
    parent: parent === null ? null : eventData(g, parent, depth + 1),
    meetings: depth > 0 ? [] : plannedMeetings(g, event.id),
  };
}

/** Events that the report looks forward to; a larger event is told with the one it holds. */
export function plannedEvents(g: Gathering): EventData[] {
  const ahead = listRecords(g.db, 'event', { workingGroupId: g.groupId }, ['startsOn']).filter(
    (event) => {
      if (event.status === 'cancelled') return false;
      const { fromOn } = momentOf(event);
      if (fromOn === null) return event.status === 'planned' || event.status === 'convened';
      return fromOn > g.asOfOn && fromOn <= g.horizonOn;
    },
  );
  const holders = new Set(ahead.flatMap(({ parentId }) => parentId ?? []));
  return ahead.filter(({ id }) => !holders.has(id)).map((event) => eventData(g, event));
}

const told: ReadonlySet<string> = new Set(['milestone', 'deliverable', 'call']);

/** Milestones, deadlines of deliverables and dates of calls that the report looks forward to. */
export function deadlinesAhead(g: Gathering): ReportDate[] {
  const { db, groupId: workingGroupId, asOfOn, horizonOn: toOn } = g;
  return calendarDates(db, { workingGroupId, fromOn: asOfOn, toOn, today: asOfOn })
    .filter((date) => told.has(date.kind) && date.state === 'ahead' && date.toOn > asOfOn)
    .map((date) => ({ ...date, detail: date.subGroupName }));
}

/** A deliverable's own day: when it came in, otherwise its quarter, otherwise its due day. */
function deliveredMoment(deliverable: Deliverable): Moment {
  const { receivedOn, validatedOn, presentedOn, publishedOn, quarter } = deliverable;
  const day = receivedOn ?? validatedOn ?? presentedOn ?? publishedOn;
  return momentOf({ startsOn: day, endsOn: day, period: quarter });
}

export function deliverableData(g: Gathering, deliverable: Deliverable): DeliverableData {
  const organisation = organisationName(g.db, deliverable.authorOrganisationId);
  const { publishedOn, publishedAt, dueOn, quarter } = deliverable;
  // An address without a day of publication is only known to be true at the end of the year.
  const isPublished = publishedOn === null ? g.kind !== 'synthesis' : publishedOn <= g.asOfOn;
  return {
    id: deliverable.id,
    title: deliverable.title,
    description: deliverable.description,
    author:
      deliverable.authorPersonId === null
        ? null
        : personData(g.db, deliverable.authorPersonId, organisation),
    subGroup:
      deliverable.subGroupId === null
        ? null
        : (getRecord(g.db, 'subGroup', deliverable.subGroupId)?.name ?? null),
    moment: momentOf({ startsOn: dueOn, endsOn: dueOn, period: quarter }),
    quarter,
    address: isPublished ? publishedAt : null,
  };
}

const deliverablesOf = (g: Gathering): Deliverable[] =>
  listRecords(g.db, 'deliverable', { workingGroupId: g.groupId }, ['quarter', 'kind', 'title']);

/** Deliverables handed in during the year, by the report's date. */
export function deliveredByDate(g: Gathering): DeliverableData[] {
  return deliverablesOf(g)
    .filter(
      (deliverable) =>
        (deliverable.status === 'done' || deliverable.receivedOn !== null) &&
        isOfReport(g, deliveredMoment(deliverable), deliverable.id),
    )
    .toSorted((a, b) => Number(a.kind !== 'roadmap') - Number(b.kind !== 'roadmap'))
    .map((deliverable) => deliverableData(g, deliverable));
}

/** What the sub-groups owe within the year, in the order of the kinds. */
export function subGroupDeliverables(g: Gathering): DeliverableData[] {
  const kinds: readonly Deliverable['kind'][] = [
    'roadmap',
    'writtenContribution',
    'presentation',
    'report',
  ];
  return deliverablesOf(g)
    .filter(({ subGroupId, dueOn, quarter }) => {
      if (subGroupId === null) return false;
      const day = dueOn ?? quarter;
      return day === null || day.startsWith(String(g.year));
    })
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
    .map((deliverable) => deliverableData(g, deliverable));
}

/** Activities of the year; one that carries out another stands under it. */
export function activities(g: Gathering): ActivityData[] {
  const own = listRecords(g.db, 'activity', { workingGroupId: g.groupId }, ['position']).filter(
    (activity) =>
      activity.status !== 'abandoned' &&
      isOfReport(g, momentOf({ ...activity, period: null }), activity.id),
  );
  const known = new Map(own.map((activity) => [activity.id as string, activity]));
  const childrenOf = new Map<string, string[]>();
  for (const { id } of own) {
    const targets = listRecords(g.db, 'chainLink', { fromId: id, toTable: 'activity' });
    childrenOf.set(
      id,
      targets.map(({ toId }) => toId).filter((toId) => known.has(toId)),
    );
  }
  const under = new Set([...childrenOf.values()].flat());
  const placed = new Set<string>();
  const tree = (id: string): ActivityData[] => {
    const activity = known.get(id);
    if (activity === undefined || placed.has(id)) return [];
    placed.add(id);
    const order = own.map((each) => each.id as string);
    const children = (childrenOf.get(id) ?? []).toSorted(
      (a, b) => order.indexOf(a) - order.indexOf(b),
    );
    return [
      {
        id,
        title: activity.title,
        description: activity.description,
        figures: figuresLinkedFrom(g, id),
        children: children.flatMap(tree),
      },
    ];
  };
  const roots = own.filter(({ id }) => !under.has(id)).flatMap(({ id }) => tree(id));
  // Links that run in a circle leave no root: what is left is listed as it comes.
  return [...roots, ...own.flatMap(({ id }) => tree(id))];
}

/** Results of the year, with the event, the deliverable and the figures behind each. */
export function results(g: Gathering): ResultData[] {
  const counted = new Map(indicatorsOf(g).map((each) => [each.id as string, each.countedFrom]));
  return listRecords(g.db, 'result', { workingGroupId: g.groupId, year: g.year }, ['position'])
    .filter(({ obtainedOn }) => obtainedOn === null || obtainedOn <= g.asOfOn)
    .map((result) => {
      const event = result.eventId === null ? null : getRecord(g.db, 'event', result.eventId);
      const deliverable =
        result.deliverableId === null ? null : getRecord(g.db, 'deliverable', result.deliverableId);
      const figures = figuresLinkedFrom(g, result.id);
      return {
        id: result.id,
        title: result.title,
        description: result.description,
        event: event === null ? null : eventData(g, event),
        deliverable: deliverable === null ? null : deliverableData(g, deliverable),
        figures,
        isAboutSubGroups: figures.some(
          ({ indicatorId }) => counted.get(indicatorId) === 'subGroups',
        ),
      };
    });
}
