import type { Migration } from './migration.ts';

const JOURNAL = `
CREATE TABLE meta (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;

CREATE TABLE operation (
  id TEXT PRIMARY KEY NOT NULL,
  replica TEXT NOT NULL,
  hlc TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  kind TEXT NOT NULL,
  target_id TEXT,
  schema_version INTEGER NOT NULL
) STRICT;
CREATE INDEX operation_by_hlc ON operation(hlc);
CREATE INDEX operation_by_target ON operation(target_id) WHERE target_id IS NOT NULL;

CREATE TABLE change (
  scope TEXT NOT NULL,
  replica TEXT NOT NULL,
  seq INTEGER NOT NULL,
  operation_id TEXT NOT NULL REFERENCES operation(id) DEFERRABLE INITIALLY DEFERRED,
  hlc TEXT NOT NULL,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  col TEXT,
  op TEXT NOT NULL,
  value TEXT NOT NULL,
  parents TEXT NOT NULL,
  hash BLOB NOT NULL,
  PRIMARY KEY (scope, replica, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_by_row ON change(row);
CREATE INDEX change_by_operation ON change(operation_id);

CREATE TRIGGER change_is_never_altered BEFORE UPDATE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER change_is_never_removed BEFORE DELETE ON change
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE VIEW change_log AS
SELECT c.scope, c.replica, c.seq, c.hlc, c.tbl, c.row, c.col, c.op, c.value, c.parents,
       o.author, o.reason, o.schema_version, c.hash, c.operation_id, o.kind, o.target_id
FROM change c JOIN operation o ON o.id = c.operation_id;

CREATE TABLE pending_row (tbl TEXT NOT NULL, row TEXT NOT NULL, PRIMARY KEY (tbl, row)) STRICT, WITHOUT ROWID;
`;

const SEARCH = `
CREATE TABLE search_doc (
  id INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL,
  row TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX search_doc_by_row ON search_doc(row);
CREATE VIRTUAL TABLE search_index USING fts5(
  title, body, content='search_doc', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
`;

const RECORDS = `
CREATE TABLE "source_document" (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  dated_on TEXT,
  period TEXT,
  reference TEXT,
  note TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX source_document_by_label ON "source_document"(label_key) WHERE deleted_at IS NULL;
CREATE TABLE "organisation" (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  acronym TEXT,
  kind TEXT NOT NULL,
  buyer_kind TEXT,
  parent_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  siren TEXT,
  siret TEXT,
  address TEXT,
  postal_code TEXT,
  commune_code TEXT,
  commune_name TEXT,
  departement_code TEXT,
  region_code TEXT,
  website TEXT,
  email TEXT,
  phone TEXT,
  description TEXT,
  notes TEXT,
  tags TEXT NOT NULL,
  publication TEXT NOT NULL,
  is_fictitious INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX organisation_by_label ON "organisation"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX organisation_by_parent_id ON "organisation"(parent_id) WHERE parent_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX organisation_by_kind ON "organisation"(kind, label_key) WHERE deleted_at IS NULL;
CREATE INDEX organisation_by_commune_name ON "organisation"(commune_name, label_key) WHERE deleted_at IS NULL;
CREATE INDEX organisation_by_departement_code ON "organisation"(departement_code, label_key) WHERE deleted_at IS NULL;
CREATE INDEX organisation_by_siren ON "organisation"(siren) WHERE siren IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "person" (
  id TEXT PRIMARY KEY NOT NULL,
  civility TEXT,
  given_name TEXT,
  family_name TEXT NOT NULL,
  email TEXT,
  phone TEXT,
  notes TEXT,
  tags TEXT NOT NULL,
  publication TEXT NOT NULL,
  is_fictitious INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX person_by_label ON "person"(label_key) WHERE deleted_at IS NULL;
CREATE TABLE "affiliation" (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  from_on TEXT,
  to_on TEXT,
  note TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX affiliation_by_label ON "affiliation"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX affiliation_by_person_id ON "affiliation"(person_id) WHERE deleted_at IS NULL;
CREATE INDEX affiliation_by_organisation_id ON "affiliation"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "alias" (
  id TEXT PRIMARY KEY NOT NULL,
  record_table TEXT NOT NULL,
  record_id TEXT NOT NULL,
  name TEXT NOT NULL,
  source_id TEXT REFERENCES "source_document"(id) DEFERRABLE INITIALLY DEFERRED,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX alias_by_label ON "alias"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX alias_by_source_id ON "alias"(source_id) WHERE source_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX alias_by_record_id ON "alias"(record_id) WHERE deleted_at IS NULL;
CREATE TABLE "consent" (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  field TEXT NOT NULL,
  purpose TEXT NOT NULL,
  given_on TEXT NOT NULL,
  withdrawn_on TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX consent_by_person_id ON "consent"(person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX consent_by_organisation_id ON "consent"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "working_group" (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  acronym TEXT,
  observatory_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  scope_definition TEXT,
  scope_reference TEXT,
  strategy TEXT,
  strategy_origin TEXT,
  mission TEXT,
  started_on TEXT,
  ended_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX working_group_by_label ON "working_group"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX working_group_by_observatory_id ON "working_group"(observatory_id) WHERE observatory_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "strategic_axis" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  description TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX strategic_axis_by_label ON "strategic_axis"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX strategic_axis_by_working_group_id ON "strategic_axis"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "purchase_segment" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  description TEXT,
  stage TEXT NOT NULL,
  position INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX purchase_segment_by_label ON "purchase_segment"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX purchase_segment_by_working_group_id ON "purchase_segment"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "organisation_segment" (
  id TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  purchase_segment_id TEXT NOT NULL REFERENCES "purchase_segment"(id) DEFERRABLE INITIALLY DEFERRED,
  deleted_at TEXT
) STRICT;
CREATE INDEX organisation_segment_by_organisation_id ON "organisation_segment"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX organisation_segment_by_purchase_segment_id ON "organisation_segment"(purchase_segment_id) WHERE deleted_at IS NULL;
CREATE TABLE "sub_group" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  strategic_axis_id TEXT REFERENCES "strategic_axis"(id) DEFERRABLE INITIALLY DEFERRED,
  mission TEXT,
  started_on TEXT,
  ended_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX sub_group_by_label ON "sub_group"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX sub_group_by_working_group_id ON "sub_group"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX sub_group_by_strategic_axis_id ON "sub_group"(strategic_axis_id) WHERE strategic_axis_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "agreement" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  purpose TEXT,
  signed_on TEXT,
  from_on TEXT,
  to_on TEXT,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX agreement_by_label ON "agreement"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX agreement_by_working_group_id ON "agreement"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "agreement_party" (
  id TEXT PRIMARY KEY NOT NULL,
  agreement_id TEXT NOT NULL REFERENCES "agreement"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT,
  is_signatory INTEGER NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX agreement_party_by_agreement_id ON "agreement_party"(agreement_id) WHERE deleted_at IS NULL;
CREATE INDEX agreement_party_by_organisation_id ON "agreement_party"(organisation_id) WHERE deleted_at IS NULL;
CREATE TABLE "event" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  theme TEXT,
  description TEXT,
  format TEXT,
  starts_on TEXT,
  ends_on TEXT,
  period TEXT,
  place TEXT,
  host_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  organiser_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX event_by_label ON "event"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX event_by_working_group_id ON "event"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX event_by_parent_id ON "event"(parent_id) WHERE parent_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX event_by_host_id ON "event"(host_id) WHERE host_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX event_by_organiser_id ON "event"(organiser_id) WHERE organiser_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX event_by_starts_on ON "event"(starts_on, label_key) WHERE starts_on IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "call_for_interest" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  agreement_id TEXT REFERENCES "agreement"(id) DEFERRABLE INITIALLY DEFERRED,
  event_id TEXT REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  opens_on TEXT,
  closes_on TEXT,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX call_for_interest_by_label ON "call_for_interest"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX call_for_interest_by_working_group_id ON "call_for_interest"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX call_for_interest_by_agreement_id ON "call_for_interest"(agreement_id) WHERE agreement_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX call_for_interest_by_event_id ON "call_for_interest"(event_id) WHERE event_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "committee" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  call_id TEXT REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  description TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX committee_by_label ON "committee"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX committee_by_working_group_id ON "committee"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX committee_by_call_id ON "committee"(call_id) WHERE call_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "committee_seat" (
  id TEXT PRIMARY KEY NOT NULL,
  committee_id TEXT NOT NULL REFERENCES "committee"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  position INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX committee_seat_by_label ON "committee_seat"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX committee_seat_by_committee_id ON "committee_seat"(committee_id) WHERE deleted_at IS NULL;
CREATE INDEX committee_seat_by_organisation_id ON "committee_seat"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "mandate" (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  working_group_id TEXT REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  committee_id TEXT REFERENCES "committee"(id) DEFERRABLE INITIALLY DEFERRED,
  role TEXT NOT NULL,
  from_on TEXT,
  to_on TEXT,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX mandate_by_person_id ON "mandate"(person_id) WHERE deleted_at IS NULL;
CREATE INDEX mandate_by_organisation_id ON "mandate"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX mandate_by_working_group_id ON "mandate"(working_group_id) WHERE working_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX mandate_by_sub_group_id ON "mandate"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX mandate_by_committee_id ON "mandate"(committee_id) WHERE committee_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "meeting_series" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  recurrence TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX meeting_series_by_label ON "meeting_series"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX meeting_series_by_working_group_id ON "meeting_series"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_series_by_sub_group_id ON "meeting_series"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "meeting" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  committee_id TEXT REFERENCES "committee"(id) DEFERRABLE INITIALLY DEFERRED,
  event_id TEXT REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  series_id TEXT REFERENCES "meeting_series"(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  held_on TEXT,
  period TEXT,
  starts_at TEXT,
  ends_at TEXT,
  place TEXT,
  remote_link TEXT,
  purpose TEXT,
  status TEXT NOT NULL,
  quorum INTEGER,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX meeting_by_label ON "meeting"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX meeting_by_working_group_id ON "meeting"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_by_sub_group_id ON "meeting"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_by_committee_id ON "meeting"(committee_id) WHERE committee_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_by_event_id ON "meeting"(event_id) WHERE event_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_by_series_id ON "meeting"(series_id) WHERE series_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX meeting_by_held_on ON "meeting"(held_on, label_key) WHERE held_on IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "agenda_item" (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  duration_minutes INTEGER,
  presenter_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  carried_from_id TEXT REFERENCES "agenda_item"(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  note TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX agenda_item_by_label ON "agenda_item"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX agenda_item_by_meeting_id ON "agenda_item"(meeting_id) WHERE deleted_at IS NULL;
CREATE INDEX agenda_item_by_presenter_id ON "agenda_item"(presenter_id) WHERE presenter_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX agenda_item_by_sub_group_id ON "agenda_item"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX agenda_item_by_carried_from_id ON "agenda_item"(carried_from_id) WHERE carried_from_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "attendance" (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  guest_name TEXT,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  status TEXT NOT NULL,
  represented_by_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX attendance_by_label ON "attendance"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX attendance_by_meeting_id ON "attendance"(meeting_id) WHERE deleted_at IS NULL;
CREATE INDEX attendance_by_person_id ON "attendance"(person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX attendance_by_organisation_id ON "attendance"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX attendance_by_represented_by_id ON "attendance"(represented_by_id) WHERE represented_by_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "minutes" (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT,
  status TEXT NOT NULL,
  body TEXT,
  validated_at TEXT,
  validated_by_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  amends_id TEXT REFERENCES "minutes"(id) DEFERRABLE INITIALLY DEFERRED,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX minutes_by_label ON "minutes"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX minutes_by_meeting_id ON "minutes"(meeting_id) WHERE deleted_at IS NULL;
CREATE INDEX minutes_by_validated_by_id ON "minutes"(validated_by_id) WHERE validated_by_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX minutes_by_amends_id ON "minutes"(amends_id) WHERE amends_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "minutes_item" (
  id TEXT PRIMARY KEY NOT NULL,
  minutes_id TEXT NOT NULL REFERENCES "minutes"(id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item_id TEXT REFERENCES "agenda_item"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  body TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX minutes_item_by_minutes_id ON "minutes_item"(minutes_id) WHERE deleted_at IS NULL;
CREATE INDEX minutes_item_by_agenda_item_id ON "minutes_item"(agenda_item_id) WHERE agenda_item_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "decision" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item_id TEXT REFERENCES "agenda_item"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  detail TEXT,
  decided_on TEXT,
  votes_for INTEGER,
  votes_against INTEGER,
  abstentions INTEGER,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX decision_by_label ON "decision"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX decision_by_working_group_id ON "decision"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX decision_by_meeting_id ON "decision"(meeting_id) WHERE meeting_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX decision_by_agenda_item_id ON "decision"(agenda_item_id) WHERE agenda_item_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX decision_by_sub_group_id ON "decision"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "action_item" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  agenda_item_id TEXT REFERENCES "agenda_item"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  detail TEXT,
  responsible_person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  responsible_organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  due_on TEXT,
  done_on TEXT,
  status TEXT NOT NULL,
  is_reserved INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX action_item_by_label ON "action_item"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX action_item_by_working_group_id ON "action_item"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX action_item_by_sub_group_id ON "action_item"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_meeting_id ON "action_item"(meeting_id) WHERE meeting_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_agenda_item_id ON "action_item"(agenda_item_id) WHERE agenda_item_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_responsible_person_id ON "action_item"(responsible_person_id) WHERE responsible_person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_responsible_organisation_id ON "action_item"(responsible_organisation_id) WHERE responsible_organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX action_item_by_due_on ON "action_item"(due_on, label_key) WHERE due_on IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "roadmap" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  introduction TEXT,
  from_on TEXT,
  to_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX roadmap_by_label ON "roadmap"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX roadmap_by_working_group_id ON "roadmap"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX roadmap_by_sub_group_id ON "roadmap"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "milestone" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  roadmap_id TEXT REFERENCES "roadmap"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  due_on TEXT,
  period TEXT,
  done_on TEXT,
  status TEXT NOT NULL,
  depends_on_id TEXT REFERENCES "milestone"(id) DEFERRABLE INITIALLY DEFERRED,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX milestone_by_label ON "milestone"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX milestone_by_working_group_id ON "milestone"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX milestone_by_sub_group_id ON "milestone"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX milestone_by_roadmap_id ON "milestone"(roadmap_id) WHERE roadmap_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX milestone_by_depends_on_id ON "milestone"(depends_on_id) WHERE depends_on_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "deliverable" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  meeting_id TEXT REFERENCES "meeting"(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  author_person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  author_organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  quarter TEXT,
  due_on TEXT,
  received_on TEXT,
  validated_on TEXT,
  presented_on TEXT,
  published_on TEXT,
  published_at TEXT,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX deliverable_by_label ON "deliverable"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX deliverable_by_working_group_id ON "deliverable"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX deliverable_by_sub_group_id ON "deliverable"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX deliverable_by_meeting_id ON "deliverable"(meeting_id) WHERE meeting_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX deliverable_by_author_person_id ON "deliverable"(author_person_id) WHERE author_person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX deliverable_by_author_organisation_id ON "deliverable"(author_organisation_id) WHERE author_organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX deliverable_by_due_on ON "deliverable"(due_on, label_key) WHERE due_on IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "attachment" (
  id TEXT PRIMARY KEY NOT NULL,
  record_table TEXT NOT NULL,
  record_id TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  file_name TEXT NOT NULL,
  mime_type TEXT,
  byte_size INTEGER NOT NULL,
  added_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX attachment_by_label ON "attachment"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX attachment_by_record_id ON "attachment"(record_id) WHERE deleted_at IS NULL;
CREATE TABLE "call_question" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  options TEXT NOT NULL,
  is_required INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX call_question_by_label ON "call_question"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX call_question_by_call_id ON "call_question"(call_id) WHERE deleted_at IS NULL;
CREATE TABLE "application" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  contact_person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  summary TEXT,
  received_on TEXT NOT NULL,
  maturity TEXT,
  is_complete INTEGER NOT NULL,
  is_fictitious INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX application_by_label ON "application"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX application_by_call_id ON "application"(call_id) WHERE deleted_at IS NULL;
CREATE INDEX application_by_organisation_id ON "application"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX application_by_contact_person_id ON "application"(contact_person_id) WHERE contact_person_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX application_by_received_on ON "application"(received_on, label_key) WHERE deleted_at IS NULL;
CREATE TABLE "application_answer" (
  id TEXT PRIMARY KEY NOT NULL,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  question_id TEXT NOT NULL REFERENCES "call_question"(id) DEFERRABLE INITIALLY DEFERRED,
  value TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX application_answer_by_application_id ON "application_answer"(application_id) WHERE deleted_at IS NULL;
CREATE INDEX application_answer_by_question_id ON "application_answer"(question_id) WHERE deleted_at IS NULL;
CREATE TABLE "offer" (
  id TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  segment_id TEXT REFERENCES "purchase_segment"(id) DEFERRABLE INITIALLY DEFERRED,
  is_marketed INTEGER NOT NULL,
  is_fictitious INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX offer_by_label ON "offer"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX offer_by_organisation_id ON "offer"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX offer_by_application_id ON "offer"(application_id) WHERE application_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX offer_by_segment_id ON "offer"(segment_id) WHERE segment_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "phase" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  kind TEXT NOT NULL,
  deadline_on TEXT,
  quota_min INTEGER,
  quota_max INTEGER,
  committee_id TEXT REFERENCES "committee"(id) DEFERRABLE INITIALLY DEFERRED,
  kept_outcome TEXT NOT NULL,
  other_outcome TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX phase_by_label ON "phase"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX phase_by_call_id ON "phase"(call_id) WHERE deleted_at IS NULL;
CREATE INDEX phase_by_committee_id ON "phase"(committee_id) WHERE committee_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "exclusion_reason" (
  id TEXT PRIMARY KEY NOT NULL,
  call_id TEXT NOT NULL REFERENCES "call_for_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX exclusion_reason_by_label ON "exclusion_reason"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX exclusion_reason_by_call_id ON "exclusion_reason"(call_id) WHERE deleted_at IS NULL;
CREATE TABLE "phase_decision" (
  id TEXT PRIMARY KEY NOT NULL,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  phase_id TEXT NOT NULL REFERENCES "phase"(id) DEFERRABLE INITIALLY DEFERRED,
  outcome TEXT NOT NULL,
  exclusion_reason_id TEXT REFERENCES "exclusion_reason"(id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT,
  rank INTEGER,
  decided_on TEXT,
  decided_by_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  is_released INTEGER NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX phase_decision_by_application_id ON "phase_decision"(application_id) WHERE deleted_at IS NULL;
CREATE INDEX phase_decision_by_phase_id ON "phase_decision"(phase_id) WHERE deleted_at IS NULL;
CREATE INDEX phase_decision_by_exclusion_reason_id ON "phase_decision"(exclusion_reason_id) WHERE exclusion_reason_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX phase_decision_by_decided_by_id ON "phase_decision"(decided_by_id) WHERE decided_by_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "withdrawal" (
  id TEXT PRIMARY KEY NOT NULL,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  withdrawn_on TEXT NOT NULL,
  reason TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX withdrawal_by_application_id ON "withdrawal"(application_id) WHERE deleted_at IS NULL;
CREATE TABLE "criterion" (
  id TEXT PRIMARY KEY NOT NULL,
  phase_id TEXT NOT NULL REFERENCES "phase"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT,
  weight REAL NOT NULL,
  scale_min INTEGER NOT NULL,
  scale_max INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX criterion_by_label ON "criterion"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX criterion_by_phase_id ON "criterion"(phase_id) WHERE deleted_at IS NULL;
CREATE TABLE "score" (
  id TEXT PRIMARY KEY NOT NULL,
  evaluator_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  criterion_id TEXT NOT NULL REFERENCES "criterion"(id) DEFERRABLE INITIALLY DEFERRED,
  value REAL,
  is_abstention INTEGER NOT NULL,
  comment TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX score_by_evaluator_id ON "score"(evaluator_id) WHERE deleted_at IS NULL;
CREATE INDEX score_by_application_id ON "score"(application_id) WHERE deleted_at IS NULL;
CREATE INDEX score_by_criterion_id ON "score"(criterion_id) WHERE deleted_at IS NULL;
CREATE TABLE "conflict_of_interest" (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  origin TEXT NOT NULL,
  description TEXT,
  stated_on TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX conflict_of_interest_by_person_id ON "conflict_of_interest"(person_id) WHERE deleted_at IS NULL;
CREATE INDEX conflict_of_interest_by_application_id ON "conflict_of_interest"(application_id) WHERE deleted_at IS NULL;
CREATE TABLE "recusal" (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  conflict_id TEXT REFERENCES "conflict_of_interest"(id) DEFERRABLE INITIALLY DEFERRED,
  recorded_on TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX recusal_by_person_id ON "recusal"(person_id) WHERE deleted_at IS NULL;
CREATE INDEX recusal_by_application_id ON "recusal"(application_id) WHERE deleted_at IS NULL;
CREATE INDEX recusal_by_conflict_id ON "recusal"(conflict_id) WHERE conflict_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "needs_survey" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  agreement_id TEXT REFERENCES "agreement"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  opens_on TEXT,
  closes_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX needs_survey_by_label ON "needs_survey"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX needs_survey_by_working_group_id ON "needs_survey"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX needs_survey_by_agreement_id ON "needs_survey"(agreement_id) WHERE agreement_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "need" (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL REFERENCES "needs_survey"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  buyer_kind TEXT,
  title TEXT NOT NULL,
  description TEXT,
  segment_id TEXT REFERENCES "purchase_segment"(id) DEFERRABLE INITIALLY DEFERRED,
  horizon TEXT,
  budget_euros REAL,
  received_on TEXT,
  is_fictitious INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX need_by_label ON "need"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX need_by_survey_id ON "need"(survey_id) WHERE deleted_at IS NULL;
CREATE INDEX need_by_organisation_id ON "need"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX need_by_segment_id ON "need"(segment_id) WHERE segment_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "match" (
  id TEXT PRIMARY KEY NOT NULL,
  need_id TEXT NOT NULL REFERENCES "need"(id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT NOT NULL REFERENCES "offer"(id) DEFERRABLE INITIALLY DEFERRED,
  score REAL NOT NULL,
  reason TEXT,
  status TEXT NOT NULL,
  followed_up_on TEXT,
  outcome TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX match_by_need_id ON "match"(need_id) WHERE deleted_at IS NULL;
CREATE INDEX match_by_offer_id ON "match"(offer_id) WHERE deleted_at IS NULL;
CREATE TABLE "registration" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  person_id TEXT REFERENCES "person"(id) DEFERRABLE INITIALLY DEFERRED,
  guest_name TEXT,
  has_attended INTEGER NOT NULL,
  headcount INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX registration_by_label ON "registration"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX registration_by_event_id ON "registration"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX registration_by_organisation_id ON "registration"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX registration_by_person_id ON "registration"(person_id) WHERE person_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "pitch_slot" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT NOT NULL REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  starts_at TEXT,
  duration_minutes INTEGER,
  deleted_at TEXT
) STRICT;
CREATE INDEX pitch_slot_by_event_id ON "pitch_slot"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX pitch_slot_by_application_id ON "pitch_slot"(application_id) WHERE deleted_at IS NULL;
CREATE TABLE "stand" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  application_id TEXT REFERENCES "application"(id) DEFERRABLE INITIALLY DEFERRED,
  number TEXT,
  place TEXT,
  is_free INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX stand_by_label ON "stand"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX stand_by_event_id ON "stand"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX stand_by_organisation_id ON "stand"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX stand_by_application_id ON "stand"(application_id) WHERE application_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "b2b_meeting" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  buyer_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  company_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  need_id TEXT REFERENCES "need"(id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT REFERENCES "offer"(id) DEFERRABLE INITIALLY DEFERRED,
  starts_at TEXT,
  duration_minutes INTEGER,
  place TEXT,
  is_locked INTEGER NOT NULL,
  status TEXT NOT NULL,
  outcome TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX b2b_meeting_by_event_id ON "b2b_meeting"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX b2b_meeting_by_buyer_id ON "b2b_meeting"(buyer_id) WHERE deleted_at IS NULL;
CREATE INDEX b2b_meeting_by_company_id ON "b2b_meeting"(company_id) WHERE deleted_at IS NULL;
CREATE INDEX b2b_meeting_by_need_id ON "b2b_meeting"(need_id) WHERE need_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX b2b_meeting_by_offer_id ON "b2b_meeting"(offer_id) WHERE offer_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "demo" (
  id TEXT PRIMARY KEY NOT NULL,
  event_id TEXT NOT NULL REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organisation_id TEXT NOT NULL REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  offer_id TEXT REFERENCES "offer"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  starts_at TEXT,
  duration_minutes INTEGER,
  place TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX demo_by_label ON "demo"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX demo_by_event_id ON "demo"(event_id) WHERE deleted_at IS NULL;
CREATE INDEX demo_by_organisation_id ON "demo"(organisation_id) WHERE deleted_at IS NULL;
CREATE INDEX demo_by_offer_id ON "demo"(offer_id) WHERE offer_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "objective" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  sub_group_id TEXT REFERENCES "sub_group"(id) DEFERRABLE INITIALLY DEFERRED,
  parent_id TEXT REFERENCES "objective"(id) DEFERRABLE INITIALLY DEFERRED,
  carried_from_id TEXT REFERENCES "objective"(id) DEFERRABLE INITIALLY DEFERRED,
  strategic_axis_id TEXT REFERENCES "strategic_axis"(id) DEFERRABLE INITIALLY DEFERRED,
  agreement_id TEXT REFERENCES "agreement"(id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  stated_on TEXT,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX objective_by_label ON "objective"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX objective_by_working_group_id ON "objective"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX objective_by_sub_group_id ON "objective"(sub_group_id) WHERE sub_group_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX objective_by_parent_id ON "objective"(parent_id) WHERE parent_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX objective_by_carried_from_id ON "objective"(carried_from_id) WHERE carried_from_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX objective_by_strategic_axis_id ON "objective"(strategic_axis_id) WHERE strategic_axis_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX objective_by_agreement_id ON "objective"(agreement_id) WHERE agreement_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX objective_by_year ON "objective"(year, label_key) WHERE deleted_at IS NULL;
CREATE TABLE "indicator" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  objective_id TEXT REFERENCES "objective"(id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT,
  target_value REAL,
  target_on TEXT,
  method TEXT,
  counted_from TEXT,
  position INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX indicator_by_label ON "indicator"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX indicator_by_working_group_id ON "indicator"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX indicator_by_objective_id ON "indicator"(objective_id) WHERE objective_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "measurement" (
  id TEXT PRIMARY KEY NOT NULL,
  indicator_id TEXT NOT NULL REFERENCES "indicator"(id) DEFERRABLE INITIALLY DEFERRED,
  as_of_on TEXT NOT NULL,
  value REAL NOT NULL,
  is_minimum INTEGER NOT NULL,
  source_id TEXT REFERENCES "source_document"(id) DEFERRABLE INITIALLY DEFERRED,
  method TEXT,
  note TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX measurement_by_label ON "measurement"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX measurement_by_indicator_id ON "measurement"(indicator_id) WHERE deleted_at IS NULL;
CREATE INDEX measurement_by_source_id ON "measurement"(source_id) WHERE source_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX measurement_by_as_of_on ON "measurement"(as_of_on, label_key) WHERE deleted_at IS NULL;
CREATE TABLE "measurement_part" (
  id TEXT PRIMARY KEY NOT NULL,
  measurement_id TEXT NOT NULL REFERENCES "measurement"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  value REAL NOT NULL,
  buyer_kind TEXT,
  detail TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX measurement_part_by_label ON "measurement_part"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX measurement_part_by_measurement_id ON "measurement_part"(measurement_id) WHERE deleted_at IS NULL;
CREATE TABLE "result" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  event_id TEXT REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  deliverable_id TEXT REFERENCES "deliverable"(id) DEFERRABLE INITIALLY DEFERRED,
  obtained_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX result_by_label ON "result"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX result_by_working_group_id ON "result"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX result_by_event_id ON "result"(event_id) WHERE event_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX result_by_deliverable_id ON "result"(deliverable_id) WHERE deliverable_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX result_by_year ON "result"(year, label_key) WHERE deleted_at IS NULL;
CREATE TABLE "barrier" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  position INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX barrier_by_label ON "barrier"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX barrier_by_working_group_id ON "barrier"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "barrier_statement" (
  id TEXT PRIMARY KEY NOT NULL,
  barrier_id TEXT NOT NULL REFERENCES "barrier"(id) DEFERRABLE INITIALLY DEFERRED,
  source_id TEXT REFERENCES "source_document"(id) DEFERRABLE INITIALLY DEFERRED,
  stated_on TEXT NOT NULL,
  position INTEGER NOT NULL,
  wording TEXT NOT NULL,
  quote TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX barrier_statement_by_label ON "barrier_statement"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX barrier_statement_by_barrier_id ON "barrier_statement"(barrier_id) WHERE deleted_at IS NULL;
CREATE INDEX barrier_statement_by_source_id ON "barrier_statement"(source_id) WHERE source_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "lever" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  side TEXT NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  position INTEGER NOT NULL,
  stated_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX lever_by_label ON "lever"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX lever_by_working_group_id ON "lever"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "remedy" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  year INTEGER NOT NULL,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  side TEXT NOT NULL,
  status TEXT NOT NULL,
  adopted_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX remedy_by_label ON "remedy"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX remedy_by_working_group_id ON "remedy"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "good_practice" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL,
  description TEXT,
  organisation_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  stated_on TEXT,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX good_practice_by_label ON "good_practice"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX good_practice_by_working_group_id ON "good_practice"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX good_practice_by_organisation_id ON "good_practice"(organisation_id) WHERE organisation_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "activity" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  strategic_axis_id TEXT REFERENCES "strategic_axis"(id) DEFERRABLE INITIALLY DEFERRED,
  agreement_id TEXT REFERENCES "agreement"(id) DEFERRABLE INITIALLY DEFERRED,
  event_id TEXT REFERENCES "event"(id) DEFERRABLE INITIALLY DEFERRED,
  organiser_id TEXT REFERENCES "organisation"(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  description TEXT,
  starts_on TEXT,
  ends_on TEXT,
  place TEXT,
  status TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX activity_by_label ON "activity"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_working_group_id ON "activity"(working_group_id) WHERE deleted_at IS NULL;
CREATE INDEX activity_by_strategic_axis_id ON "activity"(strategic_axis_id) WHERE strategic_axis_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX activity_by_agreement_id ON "activity"(agreement_id) WHERE agreement_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX activity_by_event_id ON "activity"(event_id) WHERE event_id IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX activity_by_organiser_id ON "activity"(organiser_id) WHERE organiser_id IS NOT NULL AND deleted_at IS NULL;
CREATE TABLE "chain_link" (
  id TEXT PRIMARY KEY NOT NULL,
  from_table TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_table TEXT NOT NULL,
  to_id TEXT NOT NULL,
  note TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX chain_link_by_from_id ON "chain_link"(from_id) WHERE deleted_at IS NULL;
CREATE INDEX chain_link_by_to_id ON "chain_link"(to_id) WHERE deleted_at IS NULL;
CREATE TABLE "citation" (
  id TEXT PRIMARY KEY NOT NULL,
  record_table TEXT NOT NULL,
  record_id TEXT NOT NULL,
  source_id TEXT NOT NULL REFERENCES "source_document"(id) DEFERRABLE INITIALLY DEFERRED,
  locator TEXT,
  deleted_at TEXT
) STRICT;
CREATE INDEX citation_by_source_id ON "citation"(source_id) WHERE deleted_at IS NULL;
CREATE INDEX citation_by_record_id ON "citation"(record_id) WHERE deleted_at IS NULL;
CREATE TABLE "report_edition" (
  id TEXT PRIMARY KEY NOT NULL,
  working_group_id TEXT NOT NULL REFERENCES "working_group"(id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  as_of_on TEXT NOT NULL,
  status TEXT NOT NULL,
  texts TEXT NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX report_edition_by_label ON "report_edition"(label_key) WHERE deleted_at IS NULL;
CREATE INDEX report_edition_by_working_group_id ON "report_edition"(working_group_id) WHERE deleted_at IS NULL;
CREATE TABLE "snapshot" (
  id TEXT PRIMARY KEY NOT NULL,
  edition_id TEXT NOT NULL REFERENCES "report_edition"(id) DEFERRABLE INITIALLY DEFERRED,
  frozen_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  data TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX snapshot_by_edition_id ON "snapshot"(edition_id) WHERE deleted_at IS NULL;
CREATE TABLE "saved_view" (
  id TEXT PRIMARY KEY NOT NULL,
  screen TEXT NOT NULL,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  is_shared INTEGER NOT NULL,
  label_key TEXT NOT NULL DEFAULT '',
  deleted_at TEXT
) STRICT;
CREATE INDEX saved_view_by_label ON "saved_view"(label_key) WHERE deleted_at IS NULL;
`;

/** The whole domain, the journal under it and the search over it. */
export const initial: Migration = {
  version: 1,
  name: 'initial',
  up: (raw) => {
    raw.exec(JOURNAL);
    raw.exec(SEARCH);
    raw.exec(RECORDS);
  },
};
