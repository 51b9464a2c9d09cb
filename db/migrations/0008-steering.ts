import type { Migration } from './migration.ts';

const COLUMNS = `
ALTER TABLE "objective" ADD COLUMN closed_on TEXT;
ALTER TABLE "objective" ADD COLUMN judgement TEXT;
ALTER TABLE "objective" ADD COLUMN closing_note TEXT;

ALTER TABLE "indicator" ADD COLUMN carried_from_id TEXT REFERENCES "indicator"(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX indicator_by_carried_from_id ON "indicator"(carried_from_id) WHERE carried_from_id IS NOT NULL AND deleted_at IS NULL;
`;

const RECORDS = `
CREATE TABLE "group_year" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  status TEXT NOT NULL,
  closed_on TEXT,
  note TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX group_year_by_label ON "group_year"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX group_year_by_working_group_id ON "group_year"(working_group_id, year) WHERE deleted_at IS NULL;
`;

/** Years that are closed, what an objective was closed with, and indicators taken up the next year. */
export const steering: Migration = {
  version: 8,
  name: 'steering',
  up: (raw) => {
    raw.exec(COLUMNS);
    raw.exec(RECORDS);
  },
};
