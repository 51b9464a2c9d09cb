import type { SelectionHead } from './making.ts';

/** An application as documents name it. */
export interface NamedApplication {
  readonly number: number;
  readonly organisationName: string;
  readonly title: string;
}

export interface CommitteeMember {
  readonly name: string;
  readonly organisationName: string | null;
  /** Choice of a mandate's role; null for somebody who scored without being a member that day. */
  readonly role: string | null;
  readonly expected: number;
  readonly scored: number;
  readonly abstained: number;
  readonly missing: number;
  readonly recusals: number;
  readonly severity: number | null;
}

export interface CommitteeConflict {
  readonly personName: string;
  readonly number: number;
  readonly organisationName: string;
  readonly reasons: readonly string[];
  readonly isRecused: boolean;
}

export interface CommitteeRank extends NamedApplication {
  readonly rank: number | null;
  readonly score: number | null;
  readonly mean: number | null;
  readonly median: number | null;
  readonly dispersion: number | null;
  readonly evaluators: number;
  /** Cells without a score, by why. */
  readonly abstentions: number;
  readonly missing: number;
  readonly recused: number;
  readonly outcome: string | null;
}

/** Applications with the same score, and what put them in order. */
export interface CommitteeTie {
  readonly numbers: readonly number[];
  readonly rule: 'criterion' | 'otherMeasure' | 'none';
  readonly criterionName: string | null;
}

export interface CommitteeDiscussion extends NamedApplication {
  readonly score: number | null;
  readonly dispersion: number | null;
  readonly margin: number | null;
  readonly isDecisive: boolean;
}

export interface TakenDecision extends NamedApplication {
  readonly outcome: string;
  readonly rank: number | null;
  readonly reason: string | null;
  readonly decidedOn: string | null;
  readonly decidedByName: string | null;
  readonly isReleased: boolean;
}

export interface StatedException {
  readonly number: number;
  readonly organisationName: string;
  readonly fromOutcome: string;
  readonly toOutcome: string;
  readonly reason: string;
  readonly statedAt: string;
  readonly statedByName: string | null;
}

export interface CommitteePhase {
  readonly name: string;
  readonly committeeName: string | null;
  readonly deadlineOn: string | null;
  readonly quotaMin: number | null;
  readonly quotaMax: number | null;
  readonly kept: number;
  readonly members: readonly CommitteeMember[];
  readonly conflicts: readonly CommitteeConflict[];
  readonly criteria: readonly {
    readonly name: string;
    readonly weight: number;
    readonly share: number | null;
    readonly scaleMin: number;
    readonly scaleMax: number;
  }[];
  /** How scores become a ranking, in sentences; empty while nothing can be ranked. */
  readonly sentences: readonly string[];
  readonly obstacles: readonly string[];
  readonly ranking: readonly CommitteeRank[];
  readonly ties: readonly CommitteeTie[];
  readonly discussion: readonly CommitteeDiscussion[];
  readonly decisions: readonly TakenDecision[];
  readonly releases: readonly {
    readonly releasedAt: string;
    readonly byName: string | null;
    readonly note: string | null;
  }[];
  readonly exceptions: readonly StatedException[];
}

export interface CommitteeData {
  readonly head: SelectionHead;
  readonly phases: readonly CommitteePhase[];
}

export interface ListedApplication extends NamedApplication {
  /** Place in the order of the pitches, or rank on the reserve list. */
  readonly order: number | null;
  readonly startsAt: string | null;
  /** Number and place of the stand. */
  readonly standNumber: string | null;
  readonly place: string | null;
  readonly segments: readonly string[];
  readonly contactName: string | null;
  readonly isReleased: boolean;
}

export interface EventListData {
  readonly head: SelectionHead;
  readonly event: {
    readonly name: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly period: string | null;
    readonly place: string | null;
  } | null;
  readonly pitches: readonly ListedApplication[];
  readonly stands: readonly ListedApplication[];
  readonly reserve: readonly ListedApplication[];
  /** Pitches and stands of the event that the selection does not, or no longer, give. */
  readonly strays: readonly string[];
}

export interface StatisticsData {
  readonly head: SelectionHead;
  readonly received: number;
  readonly late: number;
  readonly incomplete: number;
  readonly duplicates: number;
  readonly withdrawn: number;
  readonly stages: readonly { readonly name: string | null; readonly count: number }[];
  readonly outcomes: readonly { readonly outcome: string; readonly count: number }[];
  readonly exclusions: readonly { readonly title: string | null; readonly count: number }[];
  readonly breakdowns: readonly {
    readonly dimension: string;
    readonly lines: readonly {
      readonly id: string | null;
      readonly name: string | null;
      readonly counts: readonly number[];
    }[];
  }[];
  readonly isFictitious: boolean;
  /** Applications behind the counts: by stage, in their order, and by outcome. */
  readonly counted: {
    readonly stages: readonly (readonly string[])[];
    readonly outcomes: Readonly<Record<string, readonly string[]>>;
  };
}

/** All that the report on a selection says. */
export interface SelectionReportData {
  readonly head: SelectionHead;
  readonly call: {
    readonly description: string | null;
    readonly opensOn: string | null;
    readonly closesOn: string | null;
    readonly partners: readonly string[];
    readonly segments: readonly string[];
    readonly agreement: string | null;
    readonly exclusionReasons: readonly string[];
  };
  readonly phases: readonly {
    readonly name: string;
    readonly description: string | null;
    readonly deadlineOn: string | null;
    readonly quotaMin: number | null;
    readonly quotaMax: number | null;
  }[];
  readonly statistics: StatisticsData;
  readonly committee: CommitteeData;
  readonly event: EventListData;
  readonly withdrawals: readonly (NamedApplication & {
    readonly withdrawnOn: string;
    readonly reason: string | null;
  })[];
}
