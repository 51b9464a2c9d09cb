import type { Migration } from './migration.ts';

const RECORDS = `
ALTER TABLE "need" ADD COLUMN respondent_name TEXT;
ALTER TABLE "need" ADD COLUMN form_key TEXT;
CREATE TABLE "survey_recipient" (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL REFERENCES "needs_survey"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  asked_on TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX survey_recipient_by_survey_id ON "survey_recipient"(survey_id) WHERE deleted_at IS NULL;
CREATE INDEX survey_recipient_by_organisation_id ON "survey_recipient"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "activity_partner" (
  id TEXT PRIMARY KEY NOT NULL,
  activity_id TEXT NOT NULL REFERENCES "activity"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX activity_partner_by_activity_id ON "activity_partner"(activity_id) WHERE deleted_at IS NULL;
CREATE INDEX activity_partner_by_organisation_id ON "activity_partner"(organisation_id) WHERE deleted_at IS NULL;
`;

/** Answers to a census of needs, who was asked, and the partners of activities. */
export const needs: Migration = {
  version: 9,
  name: 'needs',
  up: (raw) => {
    raw.exec(RECORDS);
  },
};
