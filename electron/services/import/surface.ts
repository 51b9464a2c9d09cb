import type {
  ImportFile,
  ImportGuess,
  ImportPlan,
  ImportRegisterName,
  ImportRow,
  ImportSpec,
  JointDecision,
} from '#contract/import.channels.ts';
import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import type { TextOptions } from '#interop/import/csv-book.ts';

import type { StoreSession } from '../session.ts';
import type { ImportContext } from './context.ts';

export interface OpenRequest {
  readonly source:
    | { readonly kind: 'file'; readonly path: string }
    | { readonly kind: 'paste'; readonly text: string; readonly html: string | null };
  readonly encoding: TextOptions['encoding'] | null;
  readonly separator: string | null;
}

export interface GuessRequest {
  readonly importId: string;
  readonly register: ImportRegisterName;
  readonly sheet: number;
  readonly header?: ImportSpec['header'] | undefined;
  readonly isFresh: boolean;
}

export interface RunOutcome {
  readonly operationId: string | null;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly left: number;
}

/** The imports under way over one store. */
export interface Imports {
  /** @throws AppError `import.*` when the file is refused; nothing of it is used then */
  readonly open: (s: StoreSession, request: OpenRequest, c: ImportContext) => Promise<ImportFile>;
  readonly guess: (request: GuessRequest, c: ImportContext) => ImportGuess;
  readonly plan: (
    s: StoreSession,
    request: { readonly importId: string; readonly spec: ImportSpec },
    c: ImportContext,
  ) => Promise<ImportPlan>;
  readonly rows: (
    s: StoreSession,
    request: {
      readonly importId: string;
      readonly fate: ImportRow['fate'] | null;
      readonly offset: number;
      readonly limit: number;
    },
    c: ImportContext,
  ) => { rows: ImportRow[]; total: number };
  readonly decide: (
    request: {
      readonly importId: string;
      readonly rows: 'undecided' | readonly number[];
      readonly decision: JointDecision | null;
    },
    c: ImportContext,
  ) => ImportPlan;
  /** @throws AppError `import.stale`, `import.rowsRefused`, `import.nothingToDo`; nothing is written */
  readonly run: (
    s: StoreSession,
    request: { readonly importId: string; readonly mode: 'all' | 'valid' },
    c: ImportContext,
  ) => Promise<RunOutcome>;
  readonly rejected: (
    s: StoreSession,
    request: {
      readonly importId: string;
      readonly format: SpreadsheetFormatName;
      readonly path: string;
    },
    c: ImportContext,
  ) => Promise<{ rows: number }>;
  readonly saveMapping: (
    request: { readonly importId: string; readonly spec: ImportSpec; readonly path: string },
    c: ImportContext,
  ) => void;
  readonly loadMapping: (
    request: { readonly importId: string; readonly path: string },
    c: ImportContext,
  ) => ImportGuess;
  readonly close: (importId: string, owner: number) => Promise<void>;
  /** Ends every import of a window that went away. */
  readonly closeOwner: (owner: number) => Promise<void>;
  readonly closeAll: () => Promise<void>;
}
