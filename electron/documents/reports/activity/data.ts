import type { RecordRef } from '#documents/model.ts';
import type { EventData, ReportData } from '#documents/reports/data.ts';
import type {
  MatrixRow,
  PaperAction,
  PaperDecision,
} from '#documents/reports/meetings/paper-data.ts';

/** A number with the records that it counts. */
export interface Tally {
  readonly count: number;
  readonly records: readonly RecordRef[];
}

export interface HeldMeeting {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly heldOn: string | null;
  readonly period: string | null;
  readonly place: string | null;
  readonly present: Tally;
  readonly represented: Tally;
  readonly excused: Tally;
  /** All those on the list, whatever became of them. */
  readonly listed: number;
  readonly decisions: number;
  readonly actions: number;
  readonly minutesNumber: string | null;
}

export interface YearEvent {
  readonly event: EventData;
  /** Heads registered, and heads of those who came. */
  readonly registered: Tally;
  readonly attended: Tally;
  readonly pitches: Tally;
  readonly stands: Tally;
  readonly b2bMeetings: Tally;
}

export interface Census {
  readonly id: string;
  readonly title: string;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly asked: Tally;
  readonly received: Tally;
  readonly byKind: readonly (Tally & { readonly kind: string | null })[];
  readonly bySegment: readonly (Tally & { readonly name: string | null })[];
  /** Matches with offers, by how far they came. */
  readonly matches: readonly (Tally & { readonly status: string })[];
}

export interface ChainRow {
  readonly barrierId: string;
  readonly side: 'buyer' | 'company';
  readonly wording: string;
  readonly levers: readonly string[];
  readonly remedies: readonly string[];
}

export interface ObjectiveOutcome {
  readonly id: string;
  readonly firstId: string;
  readonly title: string;
  readonly status: string;
  readonly judgement: string | null;
  readonly closingNote: string | null;
  readonly results: readonly { readonly id: string; readonly title: string }[];
}

/** What an activity report says beyond the restitution of the same year. */
export interface ActivityReportData extends ReportData {
  readonly heldMeetings: readonly HeldMeeting[];
  readonly decisions: readonly (PaperDecision & { readonly body: string })[];
  readonly actions: readonly (PaperAction & { readonly body: string })[];
  readonly quarters: readonly string[];
  readonly matrix: readonly MatrixRow[];
  readonly events: readonly YearEvent[];
  readonly censuses: readonly Census[];
  readonly chain: readonly ChainRow[];
  readonly outcomes: readonly ObjectiveOutcome[];
}
