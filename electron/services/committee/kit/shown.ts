import { createHash } from 'node:crypto';

import type { KitContents } from '#domain/committee-kit.ts';
import type { ReadableDb } from '#sql/sql.ts';
import { all, sql } from '#sql/sql.ts';

import type { Steps } from '../turns.ts';

/** One thing that a member reads of an application; `label` is the call's own word, or null. */
export interface ShownDetail {
  readonly kind: 'summary' | 'offer' | 'answer';
  readonly label: string | null;
  readonly text: string;
}

/** What a member is shown of an application: nothing of people, nothing of other members. */
export interface ShownApplication {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly organisationName: string;
  readonly place: string | null;
  readonly maturity: string | null;
  readonly details: readonly ShownDetail[];
  /** Of all of the above: another one means that it was altered. */
  readonly fingerprint: string;
}

interface ApplicationRow {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string | null;
  readonly maturity: string | null;
  readonly organisationName: string;
  readonly place: string | null;
}

interface PartRow {
  readonly applicationId: string;
  readonly label: string | null;
  readonly text: string | null;
}

const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
/** Ten digits by twos as French numbers are written, or an international number. */
const PHONE = /(?<![\d/.-])(?:\+\d{1,3}[\s.-]?(?:\(0\)[\s.-]?)?|0)\d(?:[\s.-]?\d{2}){4}(?!\d)/gu;

/** Without e-mail addresses and telephone numbers: an applicant writes them anywhere. */
export function withoutContacts(text: string): string {
  return text.replaceAll(MAIL, '…').replaceAll(PHONE, '…');
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

const SLICE = 50;

/** What members are shown of some applications, in the order asked for. */
export function* shownApplications(
  db: ReadableDb,
  ids: readonly string[],
): Steps<ShownApplication[]> {
  const shown: ShownApplication[] = [];
  for (let at = 0; at < ids.length; at += SLICE) {
    shown.push(...someShown(db, ids.slice(at, at + SLICE)));
    yield;
  }
  return shown;
}

function someShown(db: ReadableDb, ids: readonly string[]): ShownApplication[] {
  const among = sql`IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = all<ApplicationRow>(
    db,
    sql`SELECT a.id, a.number, a.title, a.summary, a.maturity, o.name AS organisationName,
               o.commune_name AS place
        FROM application a JOIN organisation o ON o.id = a.organisation_id
        WHERE a.id ${among} AND a.deleted_at IS NULL`,
  );
  const offers = all<PartRow>(
    db,
    sql`SELECT o.application_id AS applicationId, o.title AS label,
               coalesce(o.description, '') || coalesce(' [' || s.name || ']', '') AS text
        FROM offer o LEFT JOIN purchase_segment s ON s.id = o.segment_id
        WHERE o.application_id ${among} AND o.deleted_at IS NULL ORDER BY o.id`,
  );
  const answers = all<PartRow>(
    db,
    sql`SELECT w.application_id AS applicationId, q.title AS label, w.value AS text
        FROM application_answer w JOIN call_question q ON q.id = w.question_id
        WHERE w.application_id ${among} AND w.deleted_at IS NULL AND q.deleted_at IS NULL
        ORDER BY q.position, q.id, w.id`,
  );
  const detailsOf = (kind: ShownDetail['kind'], parts: readonly PartRow[], id: string) =>
    parts
      .filter(({ applicationId }) => applicationId === id)
      .map(({ label, text }) => ({ kind, label, text: withoutContacts((text ?? '').trim()) }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const { summary, ...rest } = row;
    const details: ShownDetail[] = [
      ...(summary === null
        ? []
        : [{ kind: 'summary' as const, label: null, text: withoutContacts(summary) }]),
      ...detailsOf('offer', offers, id),
      ...detailsOf('answer', answers, id).filter(({ text }) => text !== ''),
    ];
    const title = withoutContacts(row.title);
    const seen = { ...rest, title, details };
    return [{ ...seen, fingerprint: sha256(JSON.stringify(seen)).slice(0, 32) }];
  });
}

export interface KitIdentity {
  readonly storeId: string;
  readonly kitId: string;
  readonly phaseId: string;
  readonly evaluatorId: string;
  readonly version: number;
}

/** Ties a kit to what it was made of. */
export function kitFingerprint(identity: KitIdentity, contents: KitContents): string {
  const { storeId, kitId, phaseId, evaluatorId, version } = identity;
  return sha256(JSON.stringify([storeId, kitId, phaseId, evaluatorId, version, contents]));
}
