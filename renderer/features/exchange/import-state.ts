import type {
  Fate,
  ImportFile,
  ImportGuess,
  ImportPlan,
  ImportRegisterName,
  ImportSpec,
} from '#contract/import.channels.ts';
import type { ChannelInput, ChannelOutput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import type { Progress } from '#api/store-door.ts';

import type { HeaderRows } from './spec.ts';

/** What is imported: a file that a dialog or a drop granted, or what was pasted. */
export type ImportSource =
  | { readonly kind: 'file'; readonly grant: string; readonly fileName: string }
  | { readonly kind: 'paste'; readonly text: string; readonly html: string | null };

/** How a text file is to be read; null where that is found from its bytes. */
export interface Reading {
  readonly encoding: Exclude<ChannelInput<'imports:open'>['encoding'], undefined>;
  readonly separator: Exclude<ChannelInput<'imports:open'>['separator'], undefined>;
}

/** Work of one kind: whether it goes on, how far, and what it was refused with. */
export interface Work {
  readonly isBusy: boolean;
  readonly progress: Progress | null;
  readonly error: ApiError | null;
}

export type ImportMode = ChannelInput<'imports:run'>['mode'];
export type ImportDone = ChannelOutput<'imports:run'> & { readonly isUndone: boolean };

export const stepNames = ['file', 'columns', 'preview', 'run'] as const;
export type StepName = (typeof stepNames)[number];

export interface ImportState {
  readonly source: ImportSource | null;
  readonly reading: Reading;
  readonly opening: Work;
  readonly file: ImportFile | null;
  readonly register: ImportRegisterName | null;
  readonly sheet: number;
  /** Undefined: as guessed; null: the sheet has no header. */
  readonly header: HeaderRows | null | undefined;
  readonly guessing: Work;
  readonly guess: ImportGuess | null;
  readonly spec: ImportSpec | null;
  readonly planning: Work;
  readonly plan: ImportPlan | null;
  /** False from a change of the mapping until the plan that follows from it. */
  readonly isPlanFresh: boolean;
  /** Grows when the rows of the plan are no longer those that were read. */
  readonly revision: number;
  /** The only fate that is listed; null for all. */
  readonly fate: Fate | null;
  readonly deciding: Work;
  readonly running: Work & { readonly mode: ImportMode | null; readonly wasCancelled: boolean };
  readonly done: ImportDone | null;
  readonly undoing: Work;
  /** Steps that the person folded or unfolded; the others follow from where the import stands. */
  readonly folds: Partial<Record<StepName, boolean>>;
}

export const idle: Work = { isBusy: false, progress: null, error: null };
export const busy: Work = { isBusy: true, progress: null, error: null };
export const guessed: Reading = { encoding: null, separator: null };

/** From the choice of a sheet on, nothing is known yet. */
export const noPlan = {
  planning: idle,
  plan: null,
  isPlanFresh: false,
  fate: null,
  deciding: idle,
  running: { ...idle, mode: null, wasCancelled: false },
  done: null,
  undoing: idle,
} as const satisfies Partial<ImportState>;

export const nothing: ImportState = {
  source: null,
  reading: guessed,
  opening: idle,
  file: null,
  register: null,
  sheet: 0,
  header: undefined,
  guessing: idle,
  guess: null,
  spec: null,
  revision: 0,
  folds: {},
  ...noPlan,
};

/** Whether leaving this import would lose something that took the person time. */
export const isUnderWay = (state: ImportState): boolean =>
  state.source !== null && state.done === null;
