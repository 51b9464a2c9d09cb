import type { Migration } from './migration.ts';

const COLUMNS = `
ALTER TABLE "meeting" ADD COLUMN cancellation_reason TEXT;
ALTER TABLE "meeting" ADD COLUMN postponed_from_on TEXT;
`;

/** Why a meeting was cancelled, and the day it was first meant for. */
export const meetingDepth: Migration = {
  version: 6,
  name: 'meeting-depth',
  up: (raw) => {
    raw.exec(COLUMNS);
  },
};
