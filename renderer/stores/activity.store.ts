import { create } from 'zustand';

import type { EntityName } from '#domain/registry.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import type { Progress } from '#api/store-door.ts';

/** Long work under way, with the means to stop it. */
export interface Task {
  readonly id: number;
  /** i18n key of what is being done. */
  readonly labelKey: string;
  readonly progress: Progress | null;
  cancel(): void;
}

/** So many records of one kind. */
export interface CountedRecords {
  readonly table: EntityName;
  readonly count: number;
}

/** What an operation did: in the words of its journal reason. */
export interface DoneOperation {
  readonly operationId: string;
  readonly reason: {
    readonly key: string;
    readonly params?: Record<string, string | number> | undefined;
  };
  readonly kind: 'founding' | 'edit' | 'import' | 'undo' | 'redo';
  /** What went along with what was removed. */
  readonly along: readonly CountedRecords[];
}

export type Notice =
  | { readonly id: number; readonly kind: 'operation'; readonly operation: DoneOperation }
  | { readonly id: number; readonly kind: 'error'; readonly error: ApiError }
  | {
      readonly id: number;
      readonly kind: 'info';
      readonly messageKey: string;
      readonly params: Record<string, string | number>;
    }
  | {
      readonly id: number;
      readonly kind: 'export';
      readonly fileName: string;
      readonly grant: string;
      /** Whether writing the file is also an entry of the journal, which can be undone. */
      readonly isUndoable: boolean;
      /** Names of files of the house style that it was made without. */
      readonly without: readonly string[];
    };

type NewNotice = Notice extends infer N ? (N extends Notice ? Omit<N, 'id'> : never) : never;

interface ActivityState {
  readonly writesUnderWay: number;
  /** When the last write was acknowledged, in milliseconds since 1970. */
  readonly savedAt: number | null;
  readonly tasks: readonly Task[];
  /** The latest thing to say; an older one gives way to it. */
  readonly notice: Notice | null;
  notify(notice: NewNotice): void;
  /** Forgets a notice, unless another has taken its place. */
  dismiss(id: number): void;
}

let lastId = 0;

/** What is going on: writes, long work, and what the last operation did. */
export const useActivity = create<ActivityState>()((set) => ({
  writesUnderWay: 0,
  savedAt: null,
  tasks: [],
  notice: null,
  notify(notice) {
    lastId += 1;
    set({ notice: { ...notice, id: lastId } });
  },
  dismiss(id) {
    set((state) => (state.notice?.id === id ? { notice: null } : state));
  },
}));

/** Shows a refusal where operations are answered, for screens that have no better place. */
export function reportError(thrown: unknown): void {
  const error = toApiError(thrown);
  if (error.code === 'request.cancelled') return;
  useActivity.getState().notify({ kind: 'error', error });
}

/** Counts a write in the « saved » indicator. */
export async function tracked<T>(write: () => Promise<T>): Promise<T> {
  useActivity.setState((state) => ({ writesUnderWay: state.writesUnderWay + 1 }));
  try {
    const value = await write();
    useActivity.setState({ savedAt: Date.now() });
    return value;
  } finally {
    useActivity.setState((state) => ({ writesUnderWay: state.writesUnderWay - 1 }));
  }
}

/** Runs long work as a task that shows its progress and can be cancelled. */
export async function asTask<T>(
  labelKey: string,
  work: (options: {
    readonly signal: AbortSignal;
    readonly onProgress: (progress: Progress) => void;
  }) => Promise<T>,
): Promise<T> {
  lastId += 1;
  const id = lastId;
  const abort = new AbortController();
  const task: Task = { id, labelKey, progress: null, cancel: () => abort.abort() };
  useActivity.setState((state) => ({ tasks: [...state.tasks, task] }));
  const onProgress = (progress: Progress): void => {
    useActivity.setState((state) => ({
      tasks: state.tasks.map((other) => (other.id === id ? { ...other, progress } : other)),
    }));
  };
  try {
    return await work({ signal: abort.signal, onProgress });
  } finally {
    useActivity.setState((state) => ({ tasks: state.tasks.filter((other) => other.id !== id) }));
  }
}
