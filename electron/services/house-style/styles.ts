import type { HouseStyleView, StyleDraft } from '#contract/house-style.channels.ts';
import { readableAccent, visibleSecondary } from '#documents/derive-theme.ts';
import { styleFileField, styleFileRoles } from '#domain/house-style.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { filesFolder } from '#services/attachment-files.ts';
import { stateIn } from '#services/kept-folder.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { HouseStyle } from './style.ts';
import { loadStyle, styleOf } from './style.ts';

type Place = Pick<StoreSession, 'reader' | 'path'>;

async function viewOf({ reader, path }: Place, style: HouseStyle): Promise<HouseStyleView> {
  const files: HouseStyleView['files'] = [];
  for (const role of styleFileRoles) {
    const id = style[styleFileField[role]];
    const attachment = id === null ? null : getRecord(reader, 'attachment', id);
    if (attachment === null) continue;
    const { id: attachmentId, fileName, byteSize, sha256 } = attachment;
    const state = await stateIn(filesFolder(path), { sha256, byteSize }, 'touched');
    files.push({ role, attachmentId, fileName, byteSize, sha256, state });
  }
  const { deletedAt: _deletedAt, ...fields } = style;
  return {
    ...fields,
    // Where two copies each chose a default, one of them is meant.
    isDefault: styleOf(reader, style.workingGroupId)?.id === style.id,
    usedAccent: style.accentColour === null ? null : readableAccent(style.accentColour),
    usedSecondary: style.secondaryColour === null ? null : visibleSecondary(style.secondaryColour),
    files,
  };
}

/** Every style by name, with the state of its files. */
export async function listStyles(place: Place): Promise<HouseStyleView[]> {
  const views: HouseStyleView[] = [];
  for (const style of listRecords(place.reader, 'houseStyle', {}, ['name'])) {
    views.push(await viewOf(place, style));
  }
  return views;
}

/** Names of files of the styles in use that are gone, so that documents are made without them. */
export async function lostStyleFiles({ reader, path }: Place): Promise<string[]> {
  const names = new Set<string>();
  for (const style of listRecords(reader, 'houseStyle', { isDefault: 1 })) {
    const { lost } = await loadStyle({ db: reader, path }, style);
    for (const { fileName } of lost) names.add(fileName);
  }
  return [...names];
}

function mustHave(db: ReadableDb, id: string): HouseStyle {
  const style = getRecord(db, 'houseStyle', id);
  if (style === null) throw new DataError('record.notFound', { table: 'houseStyle', id });
  return style;
}

/** Defaults for the same documents, but this one. */
const rivalsOf = (db: ReadableDb, { id, workingGroupId }: HouseStyle): HouseStyle[] =>
  listRecords(db, 'houseStyle', { isDefault: 1 }).filter(
    (other) => other.id !== id && other.workingGroupId === workingGroupId,
  );

/** A new style, which is used at once where no other is. @throws DataError `record.invalid`, `store.readOnly` */
export function createStyle(
  session: StoreSession,
  { author }: Author,
  { name, workingGroupId }: { name: string; workingGroupId: Id<'workingGroup'> | null },
): OperationResult<Id<'houseStyle'>> {
  const db = session.writer();
  const isFirst = !listRecords(db, 'houseStyle', { isDefault: 1 }).some(
    (style) => style.workingGroupId === workingGroupId,
  );
  const reason = { key: 'create', params: { table: 'houseStyle' } };
  return runOperation(db, { author, reason }, (operation) =>
    operation.insert('houseStyle', { name, workingGroupId, isDefault: isFirst }),
  );
}

/** @throws DataError `record.notFound`, `record.invalid`, `store.readOnly` */
export function saveStyle(
  session: StoreSession,
  { author }: Author,
  { id, values }: { readonly id: Id<'houseStyle'>; readonly values: StyleDraft },
): OperationResult<void> {
  const db = session.writer();
  const style = mustHave(db, id);
  const reason = { key: 'saveStyle', params: { name: values.name ?? style.name } };
  return runOperation(db, { author, reason }, (operation) => {
    operation.update('houseStyle', id, values);
    const saved = { ...style, workingGroupId: values.workingGroupId ?? style.workingGroupId };
    if (values.workingGroupId === null) saved.workingGroupId = null;
    // A default that now speaks for other documents takes the place of theirs.
    if (!saved.isDefault) return;
    for (const other of rivalsOf(operation.db, saved)) {
      operation.update('houseStyle', other.id, { isDefault: false });
    }
  });
}

/** Makes a style the one that documents are written in, or none of them: the program's own look. */
export function chooseStyle(
  session: StoreSession,
  { author }: Author,
  { id, isDefault }: { readonly id: Id<'houseStyle'>; readonly isDefault: boolean },
): OperationResult<void> {
  const db = session.writer();
  const style = mustHave(db, id);
  const reason = { key: 'chooseStyle', params: { name: style.name } };
  return runOperation(db, { author, reason }, (operation) => {
    operation.update('houseStyle', id, { isDefault });
    if (!isDefault) return;
    for (const other of rivalsOf(operation.db, style)) {
      operation.update('houseStyle', other.id, { isDefault: false });
    }
  });
}
