import type { Migration } from './migration.ts';

const RECORDS = `
CREATE TABLE "committee_kit" (
  id TEXT PRIMARY KEY NOT NULL,
  phase_id TEXT NOT NULL REFERENCES "phase"(id) DEFERRABLE INITIALLY DEFERRED,
  evaluator_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  version INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  contents TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX committee_kit_by_phase_id ON "committee_kit"(phase_id) WHERE deleted_at IS NULL;
CREATE INDEX committee_kit_by_evaluator_id ON "committee_kit"(evaluator_id) WHERE deleted_at IS NULL;
CREATE TABLE "kit_return" (
  id TEXT PRIMARY KEY NOT NULL,
  kit_id TEXT NOT NULL REFERENCES "committee_kit"(id) DEFERRABLE INITIALLY DEFERRED,
  taken_at TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX kit_return_by_kit_id ON "kit_return"(kit_id) WHERE deleted_at IS NULL;
`;

/** Kits that committee members score in, and what came back of them. */
export const committee: Migration = {
  version: 7,
  name: 'committee',
  up: (raw) => {
    raw.exec(RECORDS);
  },
};
