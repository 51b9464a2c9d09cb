import { initial } from './0001-initial.ts';
import { duplicates } from './0002-duplicates.ts';
import { meetings } from './0003-meetings.ts';
import { selection } from './0004-selection.ts';
import { eventPlanning } from './0005-event-planning.ts';
import { meetingDepth } from './0006-meeting-depth.ts';
import { committee } from './0007-committee.ts';
import { steering } from './0008-steering.ts';
import { needs } from './0009-needs.ts';
import { editions } from './0010-editions.ts';
import { houseStyle } from './0011-house-style.ts';
import type { Migration } from './migration.ts';

/** Every step, in order; versions are 1, 2, 3 … without gaps (tested). */
export const migrations: readonly Migration[] = [
  initial,
  duplicates,
  meetings,
  selection,
  eventPlanning,
  meetingDepth,
  committee,
  steering,
  needs,
  editions,
  houseStyle,
];

/** The schema this program writes. */
export const schemaVersion = migrations.length;
