import type { ProposedMeeting, TimetableProposal } from '#contract/timetable.channels.ts';
import type { Id } from '#domain/ids.ts';
import { exampleId } from '#example/builder.ts';
import { translatorOf } from '#ipc/failures.ts';
import type { StoreSession } from '#services/session.ts';
import { acceptTimetable } from '#services/timetable/accept.ts';
import { proposeTimetable } from '#services/timetable/propose.ts';

/** The event of the example, with its fictitious buyers and companies. */
export const exampleEvent = exampleId('event', 'innovember');
export const exampleBuyer = (key: string) => exampleId('organisation', `need/${key}`);
export const exampleCompany = (key: string) => exampleId('organisation', key);

export const byTest = { author: 'Essai', translate: translatorOf('fr').t };

/** A timetable worked out for the event, as the screen would ask for it. */
export function proposal(
  session: StoreSession,
  mode: 'anew' | 'steady' = 'steady',
  id: Id<'event'> = exampleEvent,
): Promise<TimetableProposal> {
  const context = { signal: new AbortController().signal, progress: () => undefined };
  return proposeTimetable(session, context, { id, mode, seconds: 60 });
}

/** One proposed meeting as it is sent back to be taken over. */
export function chosenOf(one: ProposedMeeting) {
  const { meetingId, buyerId, companyId, slot, tableNumber, weight } = one;
  return {
    meetingId,
    buyerId,
    companyId,
    slot,
    tableNumber,
    weight,
  };
}

/** What is sent to take a proposal over. */
export function acceptance(proposed: TimetableProposal, id: Id<'event'> = exampleEvent) {
  const { fingerprint, objective, bound } = proposed;
  return { id, fingerprint, objective, bound, meetings: proposed.meetings.map(chosenOf) };
}

/** Works a timetable out and takes it over. */
export async function plan(session: StoreSession): Promise<TimetableProposal> {
  const proposed = await proposal(session);
  acceptTimetable(session, byTest, acceptance(proposed));
  return proposed;
}
