import type { Migration } from './migration.ts';

const COLUMNS = `
ALTER TABLE "application" ADD COLUMN duplicate_of_id TEXT REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX application_by_duplicate_of_id ON "application"(duplicate_of_id) WHERE duplicate_of_id IS NOT NULL AND deleted_at IS NULL;

ALTER TABLE "phase" ADD COLUMN aggregation TEXT NOT NULL DEFAULT 'mean';
ALTER TABLE "phase" ADD COLUMN normalises_severity INTEGER NOT NULL DEFAULT 0;

CREATE INDEX phase_decision_standing ON "phase_decision"(phase_id, application_id, outcome, is_released, rank, id, deleted_at) WHERE deleted_at IS NULL;
`;

const RECORDS = `
CREATE TABLE "call_partner" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX call_partner_by_call_id ON "call_partner"(call_id) WHERE deleted_at IS NULL;
CREATE INDEX call_partner_by_organisation_id ON "call_partner"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "call_segment" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  segment_id TEXT NOT NULL REFERENCES "purchase_segment"(id) DEFERRABLE INITIALLY DEFERRED,
  deleted_at TEXT
) STRICT;
CREATE INDEX call_segment_by_call_id ON "call_segment"(call_id) WHERE deleted_at IS NULL;
CREATE INDEX call_segment_by_segment_id ON "call_segment"(segment_id) WHERE deleted_at IS NULL;
CREATE TABLE "application_contact" (
  id TEXT PRIMARY KEY NOT NULL,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX application_contact_by_application_id ON "application_contact"(application_id) WHERE deleted_at IS NULL;
CREATE INDEX application_contact_by_person_id ON "application_contact"(person_id) WHERE deleted_at IS NULL;
CREATE TABLE "phase_release" (
  id TEXT PRIMARY KEY NOT NULL,
  phase_id TEXT NOT NULL REFERENCES "phase"(id) DEFERRABLE INITIALLY DEFERRED,
  released_by_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  released_at TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX phase_release_by_phase_id ON "phase_release"(phase_id) WHERE deleted_at IS NULL;
CREATE INDEX phase_release_by_released_by_id ON "phase_release"(released_by_id) WHERE released_by_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "decision_exception" (
  id TEXT PRIMARY KEY NOT NULL,
  phase_decision_id TEXT NOT NULL REFERENCES "phase_decision"(id) DEFERRABLE INITIALLY DEFERRED,
  stated_by_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  from_outcome TEXT NOT NULL,
  to_outcome TEXT NOT NULL,
  reason TEXT NOT NULL,
  stated_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX decision_exception_by_phase_decision_id ON "decision_exception"(phase_decision_id) WHERE deleted_at IS NULL;
CREATE INDEX decision_exception_by_stated_by_id ON "decision_exception"(stated_by_id) WHERE stated_by_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "letter_template" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX letter_template_by_label ON "letter_template"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX letter_template_by_call_id ON "letter_template"(call_id) WHERE deleted_at IS NULL;
CREATE TABLE "outcome_letter" (
  id TEXT PRIMARY KEY NOT NULL,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT NOT NULL,
  made_at TEXT NOT NULL,
  medium TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX outcome_letter_by_application_id ON "outcome_letter"(application_id) WHERE deleted_at IS NULL;
`;

/** What running a selection to its end needs: partners, contacts, releases, exceptions, letters. */
export const selection: Migration = {
  version: 4,
  name: 'selection',
  up: (raw) => {
    raw.exec(COLUMNS);
    raw.exec(RECORDS);
  },
};
