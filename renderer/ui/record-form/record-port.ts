import type { EntityName } from '#domain/registry.ts';

import type { HistoryLine } from './history-groups.ts';

/** A record as pickers and links name it. */
export interface NamedOption {
  readonly table: EntityName;
  readonly id: string;
  readonly label: string;
  /** What tells it from its namesakes. */
  readonly detail: string;
}

/** What forms need from the store; what it throws holds a sentence for each refused field (`fields`). */
export interface RecordPort {
  readonly save: (
    table: EntityName,
    id: string,
    patch: Readonly<Record<string, unknown>>,
  ) => Promise<void>;
  /** Makes a record and gives its identifier. */
  readonly create: (
    table: EntityName,
    values: Readonly<Record<string, unknown>>,
  ) => Promise<string>;
  readonly remove: (table: EntityName, ids: readonly string[]) => Promise<void>;
  readonly options: (table: EntityName, text: string) => Promise<readonly NamedOption[]>;
  readonly label: (table: EntityName, id: string) => Promise<NamedOption | null>;
  /** Tells a record, and again whenever it changes; null when there is none. Returns how to stop. */
  readonly watchRecord: (
    table: EntityName,
    id: string,
    listener: (record: Readonly<Record<string, unknown>> | null | undefined) => void,
  ) => () => void;
  /** Tells what happened to a record, latest first, and again whenever it changes. */
  readonly watchHistory: (
    table: EntityName,
    id: string,
    listener: (lines: readonly HistoryLine[] | undefined) => void,
  ) => () => void;
  readonly undoOperation: (operationId: string) => Promise<void>;
  /** For failures that have no place of their own on the screen. */
  readonly report: (thrown: unknown) => void;
  /** Path of a record's own place in the window, with its leading `#`. */
  readonly hrefOf: (table: EntityName, id: string) => string;
}
