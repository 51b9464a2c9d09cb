import type { ChannelInput, ChannelOutput } from '#contract/channels.ts';
import type { importChannels } from '#contract/import.channels.ts';
import { toApiError } from '#api/api-error.ts';
import type { CallOptions, Progress } from '#api/store-door.ts';
import { asTask } from '#stores/activity.store.ts';

import type { ImportState, Work } from './import-state.ts';
import { busy, idle } from './import-state.ts';
import type { Lane } from './lanes.ts';

export type ImportChannel = keyof typeof importChannels;

/** Asks the import engine. @throws ApiError */
export type ImportCall = <K extends ImportChannel>(
  channel: K,
  input: ChannelInput<K>,
  options?: CallOptions,
) => Promise<ChannelOutput<K>>;

/** What the actions of one import share. */
export interface Workshop {
  readonly call: ImportCall;
  readonly get: () => ImportState;
  readonly set: (patch: Partial<ImportState>) => void;
  readonly planDelayMs: number;
  /** Opening and guessing: the file, the sheet, the register. */
  readonly opening: Lane;
  readonly planning: Lane;
  readonly running: Lane;
}

type WorkName = 'opening' | 'guessing' | 'planning' | 'deciding' | 'undoing';

/**
 * Does work of one kind and tells how far it is; undefined when it was stopped or refused, and then
 * the refusal stands in the state. What was stopped says nothing any more.
 */
export async function doWork<T>(
  { get, set }: Workshop,
  name: WorkName,
  signal: AbortSignal,
  work: (options: CallOptions) => Promise<T>,
): Promise<T | undefined> {
  const tell = (patch: Partial<Work>): void => {
    if (!signal.aborted) set({ [name]: { ...get()[name], ...patch } });
  };
  tell(busy);
  try {
    const value = await work({ signal, onProgress: (progress) => tell({ progress }) });
    if (signal.aborted) return undefined;
    tell(idle);
    return value;
  } catch (thrown) {
    tell({ ...idle, error: toApiError(thrown) });
    return undefined;
  }
}

/** The same as a task of the top bar, which may stop it as well. */
export function asStoppableTask<T>(
  labelKey: string,
  { signal, onProgress }: CallOptions,
  work: (options: CallOptions) => Promise<T>,
): Promise<T> {
  return asTask(labelKey, (task) =>
    work({
      signal: signal === undefined ? task.signal : AbortSignal.any([signal, task.signal]),
      onProgress: (progress: Progress) => {
        task.onProgress(progress);
        onProgress?.(progress);
      },
    }),
  );
}
