import type { StyleDraft } from '#contract/house-style.channels.ts';
import { buildSpecimen } from '#documents/reports/specimen.ts';
import { slidesHtml } from '#documents/slides.preview.ts';
import type { Translate } from '#platform/translate.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { groupOf } from '#services/reports/meeting-paper.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { DocumentStyle } from './style.ts';
import { builtInStyle, loadStyle } from './style.ts';
import { styledHtml } from './write.ts';

export interface PreviewRequest {
  /** Null for the program's own look. */
  readonly id: string | null;
  /** What is typed and not saved. */
  readonly draft: StyleDraft;
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
  /** ISO day that the specimen bears. */
  readonly today: string;
}

async function styleToShow(
  { reader, path }: Pick<StoreSession, 'reader' | 'path'>,
  { id, draft }: PreviewRequest,
): Promise<DocumentStyle> {
  if (id === null) return builtInStyle;
  const style = getRecord(reader, 'houseStyle', id);
  if (style === null) throw new DataError('record.notFound', { table: 'houseStyle', id });
  const said = Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as Partial<typeof style>; // columns of that very record
  return loadStyle({ db: reader, path }, { ...style, ...said });
}

function organisationOf(
  db: ReadableDb,
  groupId: string | null,
): { organisation: string; group: string | null } {
  const groups = listRecords(db, 'workingGroup', {}, ['name']);
  const chosen = groups.find(({ id }) => id === groupId) ?? groups[0];
  if (chosen === undefined) return { organisation: '', group: null };
  const { name, observatory } = groupOf(db, chosen.id);
  return { organisation: observatory ?? name, group: observatory === null ? null : name };
}

/** A specimen as a page and as slides, in a style with what is typed of it. @throws DataError `record.notFound` */
export async function previewStyle(
  session: Pick<StoreSession, 'reader' | 'path'>,
  request: PreviewRequest,
): Promise<{ readonly page: string; readonly slides: string }> {
  const { language, translate, today } = request;
  const style = await styleToShow(session, request);
  const model = buildSpecimen({
    language,
    day: today,
    t: (key) => translate(`houseStyle:specimen.${key}`),
    ...organisationOf(session.reader, style.style?.workingGroupId ?? null),
  });
  return { page: styledHtml(model, style), slides: slidesHtml(model, style.options) };
}
