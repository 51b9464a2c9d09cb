import type { Migration } from './migration.ts';

const COLUMNS = `
ALTER TABLE "purchase_segment" ADD COLUMN parent_id TEXT REFERENCES "purchase_segment"(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX purchase_segment_by_parent_id ON "purchase_segment"(parent_id) WHERE parent_id IS NOT NULL AND deleted_at IS NULL;
ALTER TABLE "registration" ADD COLUMN status TEXT NOT NULL DEFAULT 'registered';
ALTER TABLE "registration" ADD COLUMN role TEXT NOT NULL DEFAULT 'visitor';
ALTER TABLE "stand" ADD COLUMN plan_row INTEGER;
ALTER TABLE "stand" ADD COLUMN plan_column INTEGER;
ALTER TABLE "b2b_meeting" ADD COLUMN stand_id TEXT REFERENCES "stand"(id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE "b2b_meeting" ADD COLUMN table_number INTEGER;
ALTER TABLE "b2b_meeting" ADD COLUMN score REAL;
ALTER TABLE "b2b_meeting" ADD COLUMN reason TEXT;
ALTER TABLE "b2b_meeting" ADD COLUMN follow_up TEXT;
ALTER TABLE "b2b_meeting" ADD COLUMN follow_up_on TEXT;
CREATE INDEX b2b_meeting_by_stand_id ON "b2b_meeting"(stand_id) WHERE stand_id IS NOT NULL AND deleted_at IS NULL;
`;

const RECORDS = `
CREATE TABLE "programme_item" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  place TEXT,
  speaker_text TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX programme_item_by_label ON "programme_item"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX programme_item_by_event_id ON "programme_item"(event_id) WHERE deleted_at IS NULL;
CREATE TABLE "event_partner" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX event_partner_by_event_id ON "event_partner"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX event_partner_by_organisation_id ON "event_partner"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "meeting_plan" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  starts_at TEXT NOT NULL,
  slot_minutes INTEGER NOT NULL,
  gap_minutes INTEGER NOT NULL,
  slot_count INTEGER NOT NULL,
  table_count INTEGER,
  place TEXT,
  min_per_buyer INTEGER,
  max_per_buyer INTEGER,
  min_per_company INTEGER,
  max_per_company INTEGER,
  objective REAL,
  bound REAL,
  planned_at TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX meeting_plan_by_event_id ON "meeting_plan"(event_id) WHERE deleted_at IS NULL;
CREATE TABLE "meeting_participant" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL,
  person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  min_meetings INTEGER,
  max_meetings INTEGER,
  is_withdrawn INTEGER NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX meeting_participant_by_event_id ON "meeting_participant"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_participant_by_organisation_id ON "meeting_participant"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_participant_by_person_id ON "meeting_participant"(person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "availability" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  starts_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  is_available INTEGER NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX availability_by_event_id ON "availability"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX availability_by_organisation_id ON "availability"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "meeting_wish" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  from_organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  to_organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  need_id TEXT REFERENCES "need"(id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT REFERENCES "offer"(id) DEFERRABLE INITIALLY DEFERRED,
  strength INTEGER NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX meeting_wish_by_event_id ON "meeting_wish"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_wish_by_from_organisation_id ON "meeting_wish"(from_organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_wish_by_to_organisation_id ON "meeting_wish"(to_organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_wish_by_need_id ON "meeting_wish"(need_id) WHERE need_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_wish_by_offer_id ON "meeting_wish"(offer_id) WHERE offer_id IS NOT NULL AND deleted_at IS NULL;
`;

/** What planning a day needs: its programme, its partners, slots, availability and wishes. */
export const eventPlanning: Migration = {
  version: 5,
  name: 'event-planning',
  up: (raw) => {
    raw.exec(COLUMNS);
    raw.exec(RECORDS);
  },
};
