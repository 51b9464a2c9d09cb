import { barrierRecords } from '#example/barriers.ts';
import type { ExampleRecord } from '#example/builder.ts';
import { chainRecords } from '#example/chain.ts';
import { deliverableRecords } from '#example/deliverables.ts';
import { eventRecords } from '#example/events.ts';
import { applicationRecords } from '#example/fictitious-applications.ts';
import { fictitiousEventRecords } from '#example/fictitious-event.ts';
import { eventPlanningRecords } from '#example/fictitious-event-planning.ts';
import { funnelRecords } from '#example/fictitious-funnel.ts';
import { needRecords } from '#example/fictitious-needs.ts';
import { fictitiousMeetingRecords } from '#example/fictitious-meetings.ts';
import { groupRecords } from '#example/group.ts';
import { indicatorRecords } from '#example/indicators.ts';
import { meetingRecords } from '#example/meetings.ts';
import { objectiveRecords } from '#example/objectives.ts';
import { organisationRecords } from '#example/organisations.ts';
import { peopleRecords } from '#example/people.ts';
import { remedyRecords } from '#example/remedies.ts';
import { resultRecords } from '#example/results.ts';
import { selectionRecords } from '#example/selection.ts';
import { sourceRecords } from '#example/sources.ts';

export type { ExampleRecord } from '#example/builder.ts';

/**
 * The built-in example group: every fact of its two documents of 2017, cited, and fictitious entries
 * where the documents only count. Same records, identifiers and order at every call; references may
 * point forward, so foreign keys are to be checked at the end of the insertion.
 */
export function exampleRecords(): readonly ExampleRecord[] {
  return [
    ...sourceRecords(),
    ...organisationRecords(),
    ...peopleRecords(),
    ...groupRecords(),
    ...eventRecords(),
    ...meetingRecords(),
    ...deliverableRecords(),
    ...selectionRecords(),
    ...needRecords(),
    ...objectiveRecords(),
    ...indicatorRecords(),
    ...resultRecords(),
    ...barrierRecords(),
    ...remedyRecords(),
    ...chainRecords(),
    ...applicationRecords(),
    ...funnelRecords(),
    ...fictitiousEventRecords(),
    ...eventPlanningRecords(),
    ...fictitiousMeetingRecords(),
  ];
}
