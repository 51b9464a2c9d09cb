import type { Migration } from './migration.ts';

const COLUMNS = `
ALTER TABLE "meeting" ADD COLUMN quorum_unit TEXT NOT NULL DEFAULT 'people';
ALTER TABLE "meeting" ADD COLUMN chair_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN secretary_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "meeting" ADD COLUMN convened_at TEXT;
ALTER TABLE "meeting" ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
CREATE INDEX meeting_by_chair_id ON "meeting"(chair_id) WHERE chair_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_by_secretary_id ON "meeting"(secretary_id) WHERE secretary_id IS NOT NULL AND deleted_at IS NULL;

ALTER TABLE "agenda_item" ADD COLUMN action_item_id TEXT REFERENCES "action_item"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "agenda_item" ADD COLUMN spent_seconds INTEGER;
ALTER TABLE "agenda_item" ADD COLUMN is_standing INTEGER NOT NULL DEFAULT 0;
CREATE INDEX agenda_item_by_action_item_id ON "agenda_item"(action_item_id) WHERE action_item_id IS NOT NULL AND deleted_at IS NULL;

ALTER TABLE "decision" ADD COLUMN minutes_item_id TEXT REFERENCES "minutes_item"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "action_item" ADD COLUMN minutes_item_id TEXT REFERENCES "minutes_item"(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX decision_by_minutes_item_id ON "decision"(minutes_item_id) WHERE minutes_item_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_minutes_item_id ON "action_item"(minutes_item_id) WHERE minutes_item_id IS NOT NULL AND deleted_at IS NULL;
`;

const RECORDS = `
CREATE TABLE "agenda_template" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  meeting_kind TEXT NOT NULL,
  items TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX agenda_template_by_label ON "agenda_template"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX agenda_template_by_working_group_id ON "agenda_template"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "dispatch" (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  at TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  recipients TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX dispatch_by_meeting_id ON "dispatch"(meeting_id) WHERE deleted_at IS NULL;
`;

/** What preparing, convening and holding a meeting needs beyond its record. */
export const meetings: Migration = {
  version: 3,
  name: 'meetings',
  up: (raw) => {
    raw.exec(COLUMNS);
    raw.exec(RECORDS);
  },
};
