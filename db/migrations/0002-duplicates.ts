import type { Migration } from './migration.ts';

const RECORDS = `
CREATE TABLE "distinct_pair" (
  id TEXT PRIMARY KEY NOT NULL,
  record_table TEXT NOT NULL,
  first_id TEXT NOT NULL,
  second_id TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX distinct_pair_by_first_id ON "distinct_pair"(first_id) WHERE deleted_at IS NULL;
CREATE INDEX distinct_pair_by_second_id ON "distinct_pair"(second_id) WHERE deleted_at IS NULL;
CREATE TABLE "merged_record" (
  id TEXT PRIMARY KEY NOT NULL,
  record_table TEXT NOT NULL,
  kept_id TEXT NOT NULL,
  lost_id TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX merged_record_by_kept_id ON "merged_record"(kept_id) WHERE deleted_at IS NULL;
CREATE INDEX merged_record_by_lost_id ON "merged_record"(lost_id) WHERE deleted_at IS NULL;
`;

/** Pairs judged different, and what became of records that were merged. */
export const duplicates: Migration = {
  version: 2,
  name: 'duplicates',
  up: (raw) => {
    raw.exec(RECORDS);
  },
};
