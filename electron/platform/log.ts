import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MAXIMUM_BYTES = 512 * 1024;

/** What may be written down: codes, names of code, counts. Never a value, a path or a message. */
export interface LogEntry {
  readonly level: 'info' | 'warning' | 'error';
  /** The process that writes. */
  readonly from: 'main' | 'store' | 'window' | 'cli';
  /** What happened, as a code: `store.restarted`, `channel.failed`… */
  readonly event: string;
  /** Names and numbers that cannot hold personal data: a channel, an error class, a count. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface Log {
  readonly write: (entry: LogEntry) => void;
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

/** A file of one line per event in `folder`, and the one before it: never more than one megabyte. */
export function openLog(folder: string): Log {
  const file = join(folder, 'rapporteur.log');
  return {
    write: (entry) => {
      try {
        mkdirSync(folder, { recursive: true });
        if (sizeOf(file) > MAXIMUM_BYTES) renameSync(file, join(folder, 'rapporteur.1.log'));
        appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
      } catch {
        // A log that cannot be written must not stop the work it tells of.
      }
    },
  };
}

/** Where an error comes from, in our own words: its class, code and places in the code, no message. */
export function errorFacts(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 6)
    .map((line) => /([\w.$-]+\.[cm]?[jt]s:\d+:\d+)/.exec(line)?.[1])
    .filter((place) => place !== undefined);
  return { type: error.name.slice(0, 60), ...code, places: places.join(' ') };
}
