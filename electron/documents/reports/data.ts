import type { RecordRef } from '#documents/model.ts';

import type { ReportDate } from './dates.ts';
import type { PaperAction, PaperDecision, PaperDeliverable } from './meetings/paper-data.ts';

export type ReportKind = 'synthesis' | 'restitution' | 'activityReport';

/** When something takes place: days where they are known, otherwise the period as it was written. */
export interface Moment {
  readonly fromOn: string | null;
  readonly toOn: string | null;
  readonly period: string | null;
}

export interface PersonData {
  readonly id: string;
  /** « Jean-Marie PRUVOST ». */
  readonly name: string;
  /** Acronym, otherwise name, of the body the person speaks for. */
  readonly organisation: string | null;
  /** Only where the person agreed to its publication. */
  readonly email: string | null;
}

/** A dated value with what it is made of and what the register says of it. */
export interface FigureData {
  readonly indicatorId: string;
  /** The indicator that this one goes on with, back to its first year. */
  readonly firstIndicatorId: string;
  readonly name: string;
  readonly unit: string | null;
  readonly value: number;
  /** « plus de »: the true value is at least this one. */
  readonly isMinimum: boolean;
  readonly asOfOn: string;
  readonly records: readonly RecordRef[];
  readonly sourceId: string | null;
  readonly parts: readonly FigurePart[];
  /** What the parts leave out of the value; negative where they exceed it; 0 without parts. */
  readonly rest: number;
  /** What the register itself holds on the report's date, where the indicator can be counted. */
  readonly counted: number | null;
  /** Values of the same year stated earlier. */
  readonly earlier: readonly { readonly asOfOn: string; readonly value: number }[];
}
export interface FigurePart {
  readonly title: string;
  readonly value: number;
  readonly detail: string | null;
  readonly records: readonly RecordRef[];
}

export interface IndicatorData {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  readonly method: string | null;
  readonly target: number | null;
  readonly targetOn: string | null;
  readonly figure: FigureData | null;
  /** Objectives that the indicator serves and that the list of objectives does not show. */
  readonly aims: readonly string[];
}

export interface ObjectiveData {
  readonly id: string;
  /** The first wording of the same objective in that year: itself, where it was never worded anew. */
  readonly firstId: string;
  readonly title: string;
  readonly description: string | null;
  readonly children: readonly ObjectiveData[];
}

export interface BarrierData {
  readonly id: string;
  /** The barrier itself, whatever its wording. */
  readonly barrierId: string;
  readonly wording: string;
  readonly quote: string | null;
}
export interface SideData {
  readonly barriers: readonly BarrierData[];
  readonly levers: readonly string[];
}

export interface SubGroupData {
  readonly id: string;
  readonly name: string;
  readonly rapporteurs: readonly PersonData[];
}

/** All that a report can say of one sub-group. */
export interface SubGroupSheet extends SubGroupData {
  readonly mission: string | null;
  readonly axis: string | null;
  readonly deliverables: readonly PaperDeliverable[];
  readonly meetings: readonly MeetingData[];
  readonly decisions: readonly PaperDecision[];
  readonly actions: readonly PaperAction[];
}

export interface MeetingData {
  readonly id: string;
  readonly title: string;
  readonly moment: Moment;
  readonly place: string | null;
  readonly purpose: string | null;
}

export interface EventData {
  readonly id: string;
  readonly name: string;
  readonly theme: string | null;
  readonly description: string | null;
  readonly format: string | null;
  readonly moment: Moment;
  readonly place: string | null;
  readonly organiser: string | null;
  /** The larger event it is part of. */
  readonly parent: EventData | null;
  /** Meetings that prepare it and are still to come. */
  readonly meetings: readonly MeetingData[];
}

export interface DeliverableData {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly author: PersonData | null;
  readonly subGroup: string | null;
  readonly moment: Moment;
  /** `2017-T3`. */
  readonly quarter: string | null;
  readonly address: string | null;
}

export interface ActivityData {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly figures: readonly FigureData[];
  readonly children: readonly ActivityData[];
}

export interface PhaseData {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly deadlineOn: string | null;
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
}

export const outcomeKeys = [
  'pitch',
  'stand',
  'inProgress',
  'reserve',
  'withdrawn',
  'notRetained',
  'excluded',
  'pending',
] as const;
export type OutcomeKey = (typeof outcomeKeys)[number];

export interface CountData {
  readonly label: string;
  readonly count: number;
  readonly records: readonly RecordRef[];
}

/** A call and where its selection stands on the report's date, counted from the register. */
export interface CallData {
  readonly id: string;
  readonly title: string;
  readonly eventId: string | null;
  readonly phases: readonly PhaseData[];
  readonly exclusionReasons: readonly string[];
  readonly received: CountData;
  /** What each phase kept, for the phases that have released decisions and narrow the field. */
  readonly stages: readonly CountData[];
  readonly outcomes: readonly (CountData & { readonly key: OutcomeKey })[];
  readonly exclusions: readonly CountData[];
  /** Whether some of the responses counted are invented for an example. */
  readonly isFictitious: boolean;
}

export interface ResultData {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly event: EventData | null;
  readonly deliverable: DeliverableData | null;
  readonly figures: readonly FigureData[];
  /** Whether the result is the setting-up of the sub-groups. */
  readonly isAboutSubGroups: boolean;
}

export interface RemedyData {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
}

export interface SourceData {
  readonly id: string;
  readonly title: string;
  readonly datedOn: string | null;
}

/** Everything a report says about one working group and one year, as it stood on one day. */
export interface ReportData {
  readonly kind: ReportKind;
  readonly year: number;
  /** ISO day on which the data are taken. */
  readonly asOfOn: string;
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly observatory: string | null;
    readonly scopeDefinition: string | null;
    readonly scopeReference: string | null;
    readonly mission: string | null;
    readonly strategy: string | null;
    readonly strategyOrigin: string | null;
    /** Who runs the group itself: chair, lead, secretariat. */
    readonly leaders: readonly PersonData[];
  };
  readonly segments: readonly {
    readonly name: string;
    readonly description: string | null;
    readonly isLater: boolean;
  }[];
  readonly axes: readonly string[];
  readonly objectives: readonly ObjectiveData[];
  readonly nextObjectives: readonly ObjectiveData[];
  readonly goodPractices: readonly {
    readonly title: string;
    readonly description: string | null;
  }[];
  /** Figures that texts of objectives and good practices quote. */
  readonly quotedFigures: readonly FigureData[];
  readonly indicators: readonly IndicatorData[];
  readonly buyers: SideData;
  readonly companies: SideData;
  readonly subGroups: readonly SubGroupData[];
  /** What the parts of a section repeated for each sub-group are made of. */
  readonly subGroupSheets: readonly SubGroupSheet[];
  readonly subGroupFigure: FigureData | null;
  readonly subGroupObjectives: readonly string[];
  readonly subGroupDeliverables: readonly DeliverableData[];
  readonly meetingFigure: FigureData | null;
  readonly meetings: readonly MeetingData[];
  readonly deliverables: readonly DeliverableData[];
  readonly activities: readonly ActivityData[];
  readonly agreements: readonly {
    readonly id: string;
    readonly name: string;
    readonly purpose: string | null;
    readonly parties: readonly string[];
  }[];
  readonly calls: readonly CallData[];
  readonly results: readonly ResultData[];
  readonly remedies: readonly RemedyData[];
  readonly plannedMeetings: readonly MeetingData[];
  readonly plannedEvents: readonly EventData[];
  /** Milestones, deadlines of deliverables and dates of calls that lie ahead. */
  readonly deadlines: readonly ReportDate[];
  readonly contacts: readonly PersonData[];
  readonly sources: readonly SourceData[];
}
