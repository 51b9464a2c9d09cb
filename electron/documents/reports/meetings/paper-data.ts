import type { RecordRef } from '#documents/model.ts';
import type { ReportDate } from '#documents/reports/dates.ts';

/** A decision as papers tell it. `status` is the key of a choice, not its words. */
export interface PaperDecision {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly status: string;
  readonly decidedOn: string | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly abstentions: number | null;
}

export interface PaperAction {
  readonly id: string;
  readonly title: string;
  readonly detail: string | null;
  readonly status: string;
  readonly dueOn: string | null;
  readonly doneOn: string | null;
  readonly isLate: boolean;
  readonly responsiblePersonName: string | null;
  readonly responsibleOrganisationName: string | null;
}

export interface PaperItem {
  readonly id: string;
  readonly title: string;
  readonly durationMinutes: number | null;
  readonly startsAt: string | null;
  readonly presenterName: string | null;
  readonly subGroupName: string | null;
  readonly status: string;
  readonly note: string | null;
  readonly spentSeconds: number | null;
  readonly carriedFrom: { readonly meetingTitle: string; readonly heldOn: string | null } | null;
  readonly action: PaperAction | null;
  /** Rich text as it is kept, or plain text. */
  readonly body: string | null;
  readonly decisions: readonly PaperDecision[];
  readonly actions: readonly PaperAction[];
}

export interface PaperAttendance {
  readonly name: string;
  readonly isGuest: boolean;
  readonly organisationName: string | null;
  readonly status: string;
  readonly representedByName: string | null;
  readonly mandate: { readonly role: string; readonly bodyName: string } | null;
}

export interface PaperMinutes {
  readonly number: string | null;
  readonly status: string;
  readonly body: string | null;
  readonly validatedAt: string | null;
  readonly validatedByName: string | null;
  readonly items: readonly { readonly agendaItemId: string | null; readonly body: string | null }[];
}

/** What the papers of one meeting say. */
export interface MeetingPaper {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly body: { readonly table: string; readonly name: string };
  readonly meeting: {
    readonly id: string;
    readonly title: string;
    readonly kind: string;
    readonly heldOn: string | null;
    readonly period: string | null;
    readonly startsAt: string | null;
    readonly endsAt: string | null;
    readonly place: string | null;
    readonly remoteLink: string | null;
    readonly purpose: string | null;
    readonly status: string;
    readonly sequence: number;
  };
  /** Day that the paper speaks of: the meeting's, or that of its making. */
  readonly day: string;
  readonly chairName: string | null;
  readonly secretaryName: string | null;
  readonly items: readonly PaperItem[];
  readonly totals: {
    readonly plannedMinutes: number;
    readonly withoutDuration: number;
    readonly endsAt: string | null;
  };
  readonly attendance: readonly PaperAttendance[];
  readonly quorum: {
    readonly expected: number;
    readonly counted: number;
    readonly needed: number;
    readonly isReached: boolean;
  } | null;
  readonly minutes: PaperMinutes | null;
  readonly addenda: readonly PaperMinutes[];
  readonly otherDecisions: readonly PaperDecision[];
  readonly otherActions: readonly PaperAction[];
}

export interface PaperMilestone {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly dueOn: string | null;
  readonly period: string | null;
  readonly doneOn: string | null;
  readonly status: string;
  readonly isLate: boolean;
  readonly dependsOn: string | null;
}

export type DeliveryState = 'expected' | 'late' | 'received' | 'presented' | 'published';

export interface PaperDeliverable {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly quarter: string | null;
  readonly dueOn: string | null;
  readonly state: DeliveryState;
  /** Day that the state speaks of: received, presented, published. */
  readonly stateOn: string | null;
}

export interface PaperSubGroup {
  readonly id: string;
  readonly name: string;
  readonly rapporteurs: readonly string[];
  readonly milestones: readonly PaperMilestone[];
  readonly actions: readonly PaperAction[];
}

export interface MatrixRow {
  readonly name: string;
  /** Cells in the order of the quarters. */
  readonly cells: readonly {
    readonly rapporteurs: readonly string[];
    readonly deliverables: readonly PaperDeliverable[];
  }[];
}

export interface PaperFigure {
  readonly firstIndicatorId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly value: number;
  readonly isMinimum: boolean;
  readonly asOfOn: string;
  readonly records: readonly RecordRef[];
  readonly source: { readonly id: string; readonly title: string } | null;
}

/** What the file of a meeting adds to its agenda. */
export interface PackPaper extends MeetingPaper {
  /** The latest earlier meeting of the same body; null when there is none. */
  readonly previous: {
    readonly title: string;
    readonly heldOn: string | null;
    readonly minutesNumber: string | null;
    readonly decisions: readonly (PaperDecision & { readonly actions: readonly PaperAction[] })[];
  } | null;
  /** Open, or closed since the previous meeting. */
  readonly followed: readonly (PaperAction & { readonly meetingTitle: string | null })[];
  readonly subGroups: readonly PaperSubGroup[];
  readonly quarters: readonly string[];
  readonly matrix: readonly MatrixRow[];
  readonly figures: readonly PaperFigure[];
  readonly nextDates: readonly ReportDate[];
}

/** What the roadmap of a sub-group says. */
export interface RoadmapPaper {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly day: string;
  readonly name: string;
  readonly axis: string | null;
  readonly mission: string | null;
  readonly roadmaps: readonly {
    readonly title: string;
    readonly introduction: string | null;
    readonly fromOn: string | null;
    readonly toOn: string | null;
  }[];
  readonly mandates: readonly {
    readonly name: string;
    readonly organisation: string | null;
    readonly role: string;
    readonly fromOn: string | null;
  }[];
  readonly milestones: readonly PaperMilestone[];
  readonly deliverables: readonly PaperDeliverable[];
  readonly actions: readonly PaperAction[];
  readonly meetings: readonly {
    readonly title: string;
    readonly heldOn: string | null;
    readonly period: string | null;
    readonly status: string;
  }[];
}

/** Decisions taken at one meeting, or outside any when there is no title. */
export interface DecisionsPaperMeeting {
  readonly title: string | null;
  readonly heldOn: string | null;
  readonly minutesNumber: string | null;
  readonly decisions: readonly (PaperDecision & { readonly subGroupName: string | null })[];
}

/** What the decisions of a period come to; either day may be open. */
export interface DecisionsPaper {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly day: string;
  readonly subGroupName: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly meetings: readonly DecisionsPaperMeeting[];
}
