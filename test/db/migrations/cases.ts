import type Database from 'better-sqlite3';
import { expect } from 'vitest';

/** One case per step: what a store of the version before holds, and what it must hold after. */
export const cases: Readonly<
  Record<
    number,
    { before: (raw: Database.Database) => void; after: (raw: Database.Database) => void }
  >
> = {
  1: {
    before: () => undefined,
    after: (raw) => {
      raw.exec(
        `INSERT INTO organisation (id, name, kind, tags, publication, is_fictitious) VALUES ('o', 'UGAP', 'buyer', '[]', '{}', 0)`,
      );
      expect(() => raw.exec(`UPDATE organisation SET is_fictitious = 'oui'`)).toThrow(
        /cannot store TEXT/,
      );
      raw.exec(`INSERT INTO operation VALUES ('op', 'r1', '0', 'a', '{}', 'edit', NULL, 1)`);
      raw.exec(
        `INSERT INTO change VALUES ('core', 'r1', 1, 'op', '0', 'organisation', 'o', NULL, 'insert', '{}', '[]', x'00')`,
      );
      expect(() => raw.exec('UPDATE change SET hlc = 1')).toThrow('append-only');
      expect(() => raw.exec('DELETE FROM change')).toThrow('append-only');
    },
  },
  2: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO organisation (id, name, kind, tags, publication, is_fictitious) VALUES ('o', 'UGAP', 'buyer', '["achat"]', '{}', 0);
         INSERT INTO alias (id, record_table, record_id, name) VALUES ('a', 'organisation', 'o', 'U.G.A.P.');
         INSERT INTO operation VALUES ('op', 'r1', '0', 'a', '{}', 'edit', NULL, 1);
         INSERT INTO change VALUES ('core', 'r1', 1, 'op', '0', 'organisation', 'o', NULL, 'insert', '{}', '[]', x'00')`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT name, tags FROM organisation').all()).toEqual([
        { name: 'UGAP', tags: '["achat"]' },
      ]);
      expect(raw.prepare('SELECT record_id, name FROM alias').all()).toEqual([
        { record_id: 'o', name: 'U.G.A.P.' },
      ]);
      expect(raw.prepare('SELECT tbl, row, op FROM change').all()).toEqual([
        { tbl: 'organisation', row: 'o', op: 'insert' },
      ]);
      raw.exec(
        `INSERT INTO distinct_pair (id, record_table, first_id, second_id) VALUES ('d', 'organisation', 'o', 'p');
         INSERT INTO merged_record (id, record_table, kept_id, lost_id) VALUES ('m', 'organisation', 'o', 'q')`,
      );
      expect(() => raw.exec(`UPDATE merged_record SET kept_id = NULL`)).toThrow('NOT NULL');
      const plan = raw
        .prepare<[string], { detail: string }>(
          'EXPLAIN QUERY PLAN SELECT kept_id FROM merged_record WHERE lost_id = ? AND deleted_at IS NULL',
        )
        .all('q');
      expect(plan.map(({ detail }) => detail).join()).toContain('merged_record_by_lost_id');
    },
  },
  3: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g', 'Groupe');
         INSERT INTO meeting (id, working_group_id, kind, title, status, quorum) VALUES ('m', 'g', 'plenary', 'Plénière', 'held', 12);
         INSERT INTO agenda_item (id, meeting_id, position, title, status) VALUES ('i', 'm', 0, 'Bilan', 'discussed');
         INSERT INTO decision (id, working_group_id, meeting_id, title, status) VALUES ('d', 'g', 'm', 'Oui', 'adopted')`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM meeting').all()).toMatchObject([
        { title: 'Plénière', quorum: 12, quorum_unit: 'people', sequence: 0, convened_at: null },
      ]);
      expect(raw.prepare('SELECT * FROM agenda_item').all()).toMatchObject([
        { title: 'Bilan', is_standing: 0, spent_seconds: null, action_item_id: null },
      ]);
      raw.exec(`INSERT INTO dispatch (id, meeting_id, kind, at, sequence, recipients)
                VALUES ('s', 'm', 'convocation', '2017-05-09T12:00:00Z', 0, '[]')`);
      expect(() => raw.exec(`UPDATE decision SET minutes_item_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      expect(() => raw.exec(`UPDATE dispatch SET meeting_id = 'nowhere'`)).toThrow('FOREIGN KEY');
    },
  },
  4: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g', 'Groupe');
         INSERT INTO organisation (id, name, kind, tags, publication, is_fictitious) VALUES ('o', 'Entreprise', 'company', '[]', '{}', 0);
         INSERT INTO call_for_interest (id, working_group_id, title, status) VALUES ('c', 'g', 'AMI', 'open');
         INSERT INTO application (id, call_id, organisation_id, number, title, received_on, is_complete, is_fictitious) VALUES ('a', 'c', 'o', 1, 'Réponse', '2017-06-01', 1, 0);
         INSERT INTO phase (id, call_id, position, name, kind, kept_outcome, other_outcome) VALUES ('p', 'c', 1, 'Tri', 'triage', 'nextPhase', 'notRetained');
         INSERT INTO phase_decision (id, application_id, phase_id, outcome, is_released) VALUES ('d', 'a', 'p', 'nextPhase', 1)`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM application').all()).toMatchObject([
        { title: 'Réponse', number: 1, duplicate_of_id: null },
      ]);
      expect(raw.prepare('SELECT * FROM phase').all()).toMatchObject([
        { name: 'Tri', aggregation: 'mean', normalises_severity: 0 },
      ]);
      raw.exec(`INSERT INTO decision_exception (id, phase_decision_id, from_outcome, to_outcome, reason, stated_at)
                VALUES ('e', 'd', 'nextPhase', 'notRetained', 'Erreur', '2017-07-01T08:00:00Z')`);
      expect(() => raw.exec(`UPDATE application SET duplicate_of_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      const plan = raw
        .prepare<[string], { detail: string }>(
          `EXPLAIN QUERY PLAN SELECT application_id, outcome, is_released, rank, id
             FROM phase_decision WHERE phase_id = ? AND deleted_at IS NULL`,
        )
        .all('p');
      expect(plan.map(({ detail }) => detail).join()).toContain('COVERING INDEX');
    },
  },
  5: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g', 'Groupe');
         INSERT INTO purchase_segment (id, working_group_id, name, stage, position) VALUES ('s', 'g', 'Santé', 'current', 0);
         INSERT INTO organisation (id, name, kind, tags, publication, is_fictitious) VALUES ('o', 'UGAP', 'buyer', '[]', '{}', 0), ('p', 'Lusquidor', 'company', '[]', '{}', 1);
         INSERT INTO event (id, working_group_id, name, status) VALUES ('e', 'g', 'Journée', 'planned');
         INSERT INTO registration (id, event_id, organisation_id, has_attended, headcount) VALUES ('r', 'e', 'o', 1, 3);
         INSERT INTO stand (id, event_id, organisation_id, number, is_free) VALUES ('t', 'e', 'p', 'S01', 1);
         INSERT INTO b2b_meeting (id, event_id, buyer_id, company_id, starts_at, is_locked, status) VALUES ('b', 'e', 'o', 'p', '10:00', 1, 'held')`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM registration').all()).toMatchObject([
        { headcount: 3, has_attended: 1, status: 'registered', role: 'visitor' },
      ]);
      expect(raw.prepare('SELECT * FROM stand').all()).toMatchObject([
        { number: 'S01', plan_row: null, plan_column: null },
      ]);
      expect(raw.prepare('SELECT * FROM b2b_meeting').all()).toMatchObject([
        { starts_at: '10:00', status: 'held', stand_id: null, score: null, follow_up: null },
      ]);
      raw.exec(`UPDATE b2b_meeting SET stand_id = 't', table_number = 2, score = 75.5;
                INSERT INTO meeting_wish (id, event_id, from_organisation_id, to_organisation_id, strength)
                VALUES ('w', 'e', 'o', 'p', 3);
                UPDATE purchase_segment SET parent_id = 's'`);
      expect(() => raw.exec(`UPDATE b2b_meeting SET stand_id = 'nowhere'`)).toThrow('FOREIGN KEY');
      expect(() => raw.exec(`UPDATE meeting_wish SET event_id = 'nowhere'`)).toThrow('FOREIGN KEY');
      expect(() => raw.exec(`UPDATE meeting_wish SET strength = 'fort'`)).toThrow(
        /cannot store TEXT/,
      );
    },
  },
  6: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g', 'Groupe');
         INSERT INTO meeting (id, working_group_id, kind, title, status, quorum_unit, sequence) VALUES ('m', 'g', 'plenary', 'Plénière', 'cancelled', 'people', 2)`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM meeting').all()).toMatchObject([
        { title: 'Plénière', sequence: 2, cancellation_reason: null, postponed_from_on: null },
      ]);
      raw.exec(
        `UPDATE meeting SET cancellation_reason = 'Salle prise', postponed_from_on = '2017-05-09'`,
      );
    },
  },
  7: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g8', 'Groupe');
         INSERT INTO call_for_interest (id, working_group_id, title, status) VALUES ('c8', 'g8', 'AMI', 'open');
         INSERT INTO phase (id, call_id, position, name, kind, kept_outcome, other_outcome)
           VALUES ('p8', 'c8', 1, 'Comité', 'committee', 'nextPhase', 'notRetained');
         INSERT INTO person (id, family_name, tags, publication, is_fictitious) VALUES ('e8', 'Alix', '[]', '{}', 0)`,
      );
    },
    after: (raw) => {
      raw.exec(
        `INSERT INTO committee_kit (id, phase_id, evaluator_id, version, made_at, fingerprint, contents)
           VALUES ('k8', 'p8', 'e8', 1, '2017-09-01T08:00:00Z', 'f', '{}');
         INSERT INTO kit_return (id, kit_id, taken_at, file_name, file_sha256)
           VALUES ('r8', 'k8', '2017-09-02T08:00:00Z', 'Alix.xlsx', 'a')`,
      );
      expect(() => raw.exec(`UPDATE kit_return SET kit_id = 'nowhere'`)).toThrow('FOREIGN KEY');
      expect(() => raw.exec(`UPDATE committee_kit SET evaluator_id = NULL`)).toThrow('NOT NULL');
    },
  },
  8: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g9', 'Groupe');
         INSERT INTO objective (id, working_group_id, year, position, title, status)
           VALUES ('o9', 'g9', 2017, 1, 'Faire un état des lieux', 'done');
         INSERT INTO indicator (id, working_group_id, objective_id, code, name, target_value, position)
           VALUES ('i9', 'g9', 'o9', 'applications', 'Réponses', 90, 1)`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM objective').all()).toMatchObject([
        { year: 2017, status: 'done', closed_on: null, judgement: null, closing_note: null },
      ]);
      expect(raw.prepare('SELECT * FROM indicator').all()).toMatchObject([
        { target_value: 90, carried_from_id: null },
      ]);
      raw.exec(
        `INSERT INTO group_year (id, working_group_id, year, status) VALUES ('y9', 'g9', 2017, 'closed');
         UPDATE indicator SET carried_from_id = 'i9'`,
      );
      expect(() => raw.exec(`UPDATE group_year SET working_group_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      expect(() => raw.exec(`UPDATE indicator SET carried_from_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
    },
  },
  9: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g10', 'Groupe');
         INSERT INTO organisation (id, name, kind, tags, publication, is_fictitious) VALUES ('o10', 'UGAP', 'buyer', '[]', '{}', 0);
         INSERT INTO needs_survey (id, working_group_id, title) VALUES ('s10', 'g10', 'Recensement');
         INSERT INTO need (id, survey_id, title, is_fictitious) VALUES ('n10', 's10', 'Visualiser', 0);
         INSERT INTO activity (id, working_group_id, position, title, status) VALUES ('a10', 'g10', 1, 'Jeudi', 'done')`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM need').all()).toMatchObject([
        { title: 'Visualiser', respondent_name: null, form_key: null },
      ]);
      raw.exec(
        `INSERT INTO survey_recipient (id, survey_id, organisation_id, asked_on) VALUES ('r10', 's10', 'o10', '2017-06-01');
         INSERT INTO activity_partner (id, activity_id, organisation_id) VALUES ('p10', 'a10', 'o10')`,
      );
      expect(() => raw.exec(`UPDATE survey_recipient SET survey_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      expect(() => raw.exec(`UPDATE activity_partner SET activity_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      expect(() => raw.exec(`UPDATE survey_recipient SET asked_on = NULL`)).toThrow('NOT NULL');
    },
  },
  10: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g11', 'Groupe');
         INSERT INTO report_edition (id, working_group_id, kind, title, year, as_of_on, status, texts)
           VALUES ('e11', 'g11', 'synthesis', 'Synthèse', 2017, '2017-06-30', 'draft', '{}');
         INSERT INTO snapshot (id, edition_id, frozen_at, sha256, data)
           VALUES ('s11', 'e11', '2017-07-01T08:00:00Z', 'a', '{}')`,
      );
    },
    after: (raw) => {
      expect(raw.prepare('SELECT * FROM report_edition').all()).toMatchObject([
        { title: 'Synthèse', arrangement: '[]', meeting_id: null, frozen_at: null },
      ]);
      expect(raw.prepare('SELECT * FROM snapshot').all()).toMatchObject([
        { sha256: 'a', as_of_on: null },
      ]);
      raw.exec(
        `INSERT INTO edition_file (id, edition_id, format, file_name, made_at, bytes, sha256, with_sources, contents)
           VALUES ('f11', 'e11', 'docx', 'synthese.docx', '2017-07-02T08:00:00Z', 12, 'b', 0, 'c')`,
      );
      expect(() => raw.exec(`UPDATE edition_file SET edition_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
      expect(() => raw.exec(`UPDATE report_edition SET based_on_id = 'nowhere'`)).toThrow(
        'FOREIGN KEY',
      );
    },
  },
  11: {
    before: (raw) => {
      raw.exec(
        `INSERT INTO working_group (id, name) VALUES ('g11', 'Groupe');
         INSERT INTO attachment (id, record_table, record_id, sha256, file_name, byte_size)
           VALUES ('f11', 'workingGroup', 'g11', 'aa', 'logo.png', 12)`,
      );
    },
    after: (raw) => {
      raw.exec(
        `INSERT INTO house_style (id, name, working_group_id, is_default, has_page_numbers, has_header_logo, logo_id)
           VALUES ('h11', 'Charte', 'g11', 1, 1, 0, 'f11')`,
      );
      expect(raw.prepare('SELECT * FROM house_style').all()).toMatchObject([
        { name: 'Charte', accent_colour: null, logo_id: 'f11', docx_template_id: null },
      ]);
      expect(() => raw.exec(`UPDATE house_style SET logo_id = 'nowhere'`)).toThrow('FOREIGN KEY');
      expect(() => raw.exec(`UPDATE house_style SET name = NULL`)).toThrow('NOT NULL');
    },
  },
};
