import { quarterOf } from './dates.ts';
import { isQuarter, quarterEnd } from './quarters.ts';

/** Where a deliverable stands on a day, most pressing first. Never stored: it follows from its dates. */
export const deliverableStates = [
  'late',
  'expected',
  'received',
  'published',
  'abandoned',
] as const;
export type DeliverableState = (typeof deliverableStates)[number];

/** What decides the state of a deliverable; days are YYYY-MM-DD. */
export interface DeliverableFacts {
  readonly quarter: string | null;
  readonly dueOn: string | null;
  /** Day of the meeting it is due for. */
  readonly meetingOn: string | null;
  readonly receivedOn: string | null;
  readonly validatedOn: string | null;
  readonly presentedOn: string | null;
  readonly publishedOn: string | null;
  readonly publishedAt: string | null;
  readonly status: string;
}

/** The day by which it should be in: its own, its meeting's, or the end of its quarter. */
export function deadlineOf({ dueOn, meetingOn, quarter }: DeliverableFacts): string | null {
  const lastDay = quarter !== null && isQuarter(quarter) ? quarterEnd(quarter) : null;
  return dueOn ?? meetingOn ?? lastDay;
}

/** The day it came in, as far as its dates say; null while nothing says so. */
export function cameInOn({
  receivedOn,
  validatedOn,
  presentedOn,
  publishedOn,
}: DeliverableFacts): string | null {
  return receivedOn ?? validatedOn ?? presentedOn ?? publishedOn;
}

/** The quarter it belongs to: the one it names, otherwise that of its deadline or of its arrival. */
export function quarterOfDeliverable(facts: DeliverableFacts): string | null {
  if (facts.quarter !== null && isQuarter(facts.quarter)) return facts.quarter;
  const day = facts.dueOn ?? facts.meetingOn ?? cameInOn(facts);
  return day === null ? null : quarterOf(day);
}

/** The steps a deliverable goes through, as documents tell them: a state, and whether it was presented. */
export type DeliverableStep = DeliverableState | 'presented';

/** The step a deliverable has reached, and the day it reached it; null where no date says so. */
export interface DeliverableStanding {
  readonly step: DeliverableStep;
  readonly on: string | null;
}

/**
 * The one rule of where a deliverable stands on `today`; matrix, dashboard, lists and documents all
 * follow it. A date in the future is a plan, not an arrival.
 */
export function standingOfDeliverable(facts: DeliverableFacts, today: string): DeliverableStanding {
  const { status, publishedOn, publishedAt, receivedOn, validatedOn, presentedOn } = facts;
  const by = (day: string | null): string | null => (day !== null && day <= today ? day : null);
  if (status === 'abandoned') return { step: 'abandoned', on: null };
  const isPublished = publishedOn === null ? publishedAt !== null : publishedOn <= today;
  if (isPublished) return { step: 'published', on: by(publishedOn) };
  const [presented, received] = [by(presentedOn), by(receivedOn) ?? by(validatedOn)];
  if (presented !== null) return { step: 'presented', on: presented };
  if (received !== null || status === 'done') return { step: 'received', on: received };
  const deadline = deadlineOf(facts);
  return { step: deadline !== null && deadline < today ? 'late' : 'expected', on: null };
}

/** The state that a step belongs to: what was presented has been received. */
export function stateOfStep(step: DeliverableStep): DeliverableState {
  return step === 'presented' ? 'received' : step;
}

/** Where it stands on `today`. */
export function stateOfDeliverable(facts: DeliverableFacts, today: string): DeliverableState {
  return stateOfStep(standingOfDeliverable(facts, today).step);
}

/** True for what came in, but after its deadline. */
export function cameInLate(facts: DeliverableFacts): boolean {
  const [day, deadline] = [cameInOn(facts), deadlineOf(facts)];
  return day !== null && deadline !== null && day > deadline;
}

/** The most pressing of several states; null of none. */
export function mostPressing(states: readonly DeliverableState[]): DeliverableState | null {
  return deliverableStates.find((state) => states.includes(state)) ?? null;
}
