import type { ReadOutcome } from './read.ts';

/** What stands, or would stand, in a cell: a score, an abstention, or words. */
export type Said =
  | { readonly kind: 'score'; readonly value: number }
  | { readonly kind: 'abstention' }
  | { readonly kind: 'comment'; readonly text: string };

export type CellProblem =
  | 'notANumber'
  | 'notAnAbstention'
  | 'outOfScale'
  | 'recused'
  | 'unknownApplication'
  | 'notInPhase'
  | 'unknownCriterion'
  | 'repeatedRow'
  | 'commentWithoutScore';

export interface Offer {
  readonly file: number;
  readonly said: Said;
  readonly place: string;
}

export interface Refused {
  readonly file: number;
  readonly problem: CellProblem;
  readonly shown: string;
  readonly place: string;
}

/** What becomes of a cell: `differs` waits for somebody's choice, `kept` is blank in every file. */
export type CellFate = 'new' | 'differs' | 'kept' | 'same' | 'refused';

/** One cell of one member, over all files that say something of it. */
export interface ReturnCell {
  readonly key: string;
  readonly evaluatorId: string;
  readonly applicationId: string;
  readonly number: string;
  /** Null for the comment on the application. */
  readonly criterionId: string | null;
  readonly fate: CellFate;
  readonly stored: Said | null;
  readonly offers: readonly Offer[];
  readonly refused: readonly Refused[];
  /** True when the application was altered since the kit was made. */
  readonly isAltered: boolean;
}

export type FileRefusal =
  | 'unreadable'
  | 'notAKit'
  | 'newerFormat'
  | 'otherStore'
  | 'unknownKit'
  | 'otherCall'
  | 'otherPhase'
  | 'forged';

export type FileWarning =
  | 'olderKit'
  | 'sameFile'
  | 'noIdentity'
  | 'missingColumn'
  | 'criterionChanged'
  | 'notAMember';

export interface Told<C extends string> {
  readonly code: C;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface JudgedFile {
  readonly fileName: string;
  readonly sha256: string | null;
  readonly kitId: string | null;
  readonly evaluatorId: string | null;
  readonly memberName: string | null;
  readonly version: number | null;
  readonly refusal: Told<FileRefusal> | null;
  readonly warnings: readonly Told<FileWarning>[];
  readonly isKnown: boolean;
  /** Cells that say what the store says already, and cells that nobody filled in. */
  readonly same: number;
  readonly missing: number;
  readonly altered: readonly number[];
}

export interface Judgement {
  readonly files: readonly JudgedFile[];
  readonly cells: ReadonlyMap<string, ReturnCell>;
}

/** A file that was read, and its name. */
export interface Returned {
  readonly fileName: string;
  readonly outcome: ReadOutcome;
}
