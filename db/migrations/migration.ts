import type Database from 'better-sqlite3';

/** One step of the schema. Frozen once landed: a later change is a new step. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  /** Runs inside the runner's transaction; throwing leaves the store as it was. */
  readonly up: (raw: Database.Database) => void;
}
