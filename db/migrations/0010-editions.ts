import type { Migration } from './migration.ts';

const RECORDS = `
ALTER TABLE "report_edition" ADD COLUMN arrangement TEXT NOT NULL DEFAULT '[]';
ALTER TABLE "report_edition" ADD COLUMN meeting_id TEXT REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "report_edition" ADD COLUMN call_id TEXT REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "report_edition" ADD COLUMN based_on_id TEXT REFERENCES "report_edition"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "report_edition" ADD COLUMN frozen_at TEXT;
ALTER TABLE "report_edition" ADD COLUMN published_at TEXT;
CREATE INDEX report_edition_by_meeting_id ON "report_edition"(meeting_id) WHERE deleted_at IS NULL;
CREATE INDEX report_edition_by_call_id ON "report_edition"(call_id) WHERE deleted_at IS NULL;
CREATE INDEX report_edition_by_based_on_id ON "report_edition"(based_on_id) WHERE deleted_at IS NULL;
ALTER TABLE "snapshot" ADD COLUMN as_of_on TEXT;
CREATE TABLE "edition_file" (
  id TEXT PRIMARY KEY NOT NULL,
  edition_id TEXT NOT NULL REFERENCES "report_edition"(id) DEFERRABLE INITIALLY DEFERRED,
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  with_sources INTEGER NOT NULL,
  contents TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX edition_file_by_label ON "edition_file"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX edition_file_by_edition_id ON "edition_file"(edition_id) WHERE deleted_at IS NULL;
`;

/** Editions of reports: their arrangement and the files made of them. */
export const editions: Migration = {
  version: 10,
  name: 'editions',
  up: (raw) => {
    raw.exec(RECORDS);
  },
};
