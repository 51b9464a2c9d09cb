/** What documents of an event say, as plain data: whoever gathers it knows the store. */

/** One line of a day. Times are `HH:MM`. */
export interface ScheduleLine {
  readonly kind: 'meeting' | 'pitch' | 'demo' | 'programme';
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: string;
  readonly programmeKind: string | null;
  readonly buyerName: string | null;
  readonly companyName: string | null;
  /** Whom the participant meets; null in the schedule of a place. */
  readonly withName: string | null;
  readonly withPerson: string | null;
  readonly needTitle: string | null;
  readonly offerTitle: string | null;
  readonly place: string | null;
  readonly standNumber: string | null;
  readonly tableNumber: number | null;
}

/** The day of one participant or of one place. */
export interface SchedulePage {
  readonly day: string | null;
  readonly subject: {
    readonly kind: 'participant' | 'place';
    readonly name: string;
    readonly side: string | null;
    readonly personName: string | null;
    readonly standNumber: string | null;
  };
  readonly entries: readonly ScheduleLine[];
}

interface Timed {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

export interface PitchLine extends Timed {
  readonly position: number;
  readonly organisationName: string;
  readonly applicationTitle: string;
  readonly segmentName: string | null;
}

interface DemoLine extends Timed {
  readonly title: string;
  readonly organisationName: string;
  readonly place: string | null;
}

interface ProgrammeLine extends Timed {
  readonly title: string;
  readonly kind: string;
  readonly place: string | null;
  readonly speakerText: string | null;
}

interface StandLine {
  readonly number: string | null;
  readonly organisationName: string;
  readonly segmentName: string | null;
  readonly place: string | null;
  readonly planRow: number | null;
  readonly planColumn: number | null;
}

/** The course of an event, and who shows what there. */
export interface EventCourse {
  readonly programme: readonly ProgrammeLine[];
  readonly pitches: readonly PitchLine[];
  readonly demos: readonly DemoLine[];
  readonly stands: readonly StandLine[];
  readonly partners: readonly { readonly name: string }[];
  readonly organiserName: string | null;
  readonly hostName: string | null;
}

/** A registration; `name` is the guest's, the person's or the organisation's. */
export interface RegisteredLine {
  readonly name: string;
  readonly organisationName: string | null;
  readonly role: string;
  readonly status: string;
  readonly hasAttended: boolean;
  readonly headcount: number;
}
