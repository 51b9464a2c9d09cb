import { initial } from './0001-initial.ts';
import { duplicates } from './0002-duplicates.ts';
import { meetings } from './0003-meetings.ts';
import type { Migration } from './migration.ts';

/** Every step, in order; versions are 1, 2, 3 … without gaps (tested). */
export const migrations: readonly Migration[] = [initial, duplicates, meetings];

/** The schema this program writes. */
export const schemaVersion = migrations.length;
