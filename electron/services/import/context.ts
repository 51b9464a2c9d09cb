import type { SpawnReader } from '#interop/import/reader-port.ts';
import type { Translate } from '#platform/translate.ts';

/** What an import may use beside the store: who asks, in which language, and how to read a file. */
export interface ImportContext {
  readonly language: 'fr' | 'en';
  readonly author: string;
  readonly translate: Translate;
  /** Aborted when the request is cancelled or its window goes away. */
  readonly signal: AbortSignal;
  readonly progress: (step: string, done: number, total: number | null) => void;
  /** Starts a process of its own for a foreign file. */
  readonly spawnReader: SpawnReader;
  /** The program's own folder, where mappings are remembered. */
  readonly home: string;
  /** The window that asks; an import belongs to it alone. */
  readonly owner: number;
}
