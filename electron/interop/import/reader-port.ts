import type { ImportLimits } from './limits.ts';
import type { ToReader } from './protocol.ts';

/** Why a reader ended by itself. */
export type ReaderEnd = 'memory' | 'stopped';

/** The client's end of the channel to one reader. */
export interface ReaderPort {
  /** Whether the reader has a process of its own, whose whole memory it may watch. */
  readonly ownsProcess: boolean;
  /** Of the process, for logs; null when unknown. */
  readonly pid: number | null;
  post(message: ToReader): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Told once, when the reader is gone, whoever ended it. */
  onEnd(listener: (end: ReaderEnd) => void): void;
  /** Ends the reader at once; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a reader for one file. */
export type SpawnReader = (limits: ImportLimits) => ReaderPort;
