import { readFile } from 'node:fs/promises';

import { deriveTheme } from '#documents/derive-theme.ts';
import type { DocumentLogo, WriteOptions } from '#documents/options.ts';
import type { StyleFileRole } from '#domain/house-style.ts';
import { styleFileField, styleFileRoles } from '#domain/house-style.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { filesFolder, placeOf } from '#services/attachment-files.ts';
import { isDigest, stateIn } from '#services/kept-folder.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { readLogo } from './picture.ts';

export type HouseStyle = RecordOf<'houseStyle'>;
export type TemplateRole = Exclude<StyleFileRole, 'logo'>;

/** A store, as far as looks are concerned: its records, and where its files lie. */
export interface StylePlace {
  readonly db: ReadableDb;
  /** Path of the store's file. */
  readonly path: string;
}

/** A document of the organisation's own that is there as it came in. */
export interface KeptTemplate {
  readonly attachmentId: string;
  readonly fileName: string;
  readonly sha256: string;
  /** Absolute path of its bytes. */
  readonly place: string;
}

/** A file that a style speaks of and that documents are made without. */
export interface LostStyleFile {
  readonly role: StyleFileRole;
  readonly fileName: string;
  readonly state: 'missing' | 'altered' | 'unreadable';
}

/** How documents of a group are written. */
export interface DocumentStyle {
  /** Null for the program's own look. */
  readonly style: HouseStyle | null;
  readonly options: WriteOptions;
  readonly templates: Readonly<Record<TemplateRole, KeptTemplate | null>>;
  readonly lost: readonly LostStyleFile[];
}

/** The program's own look. */
export const builtInStyle: DocumentStyle = {
  style: null,
  options: {},
  templates: { docx: null, odt: null, pptx: null },
  lost: [],
};

/**
 * The style that documents of a group are written in: the group's default, else the default for every
 * group. Where two copies of a store each chose one, the older is meant in both.
 */
export function styleOf(db: ReadableDb, workingGroupId: string | null): HouseStyle | null {
  const defaults = listRecords(db, 'houseStyle', { isDefault: 1 }, ['id']);
  return (
    defaults.find((style) => workingGroupId !== null && style.workingGroupId === workingGroupId) ??
    defaults.find((style) => style.workingGroupId === null) ??
    null
  );
}

interface FoundFile extends KeptTemplate {
  readonly state: 'sound' | 'missing' | 'altered';
}

async function fileOf(
  { db, path }: StylePlace,
  style: HouseStyle,
  role: StyleFileRole,
): Promise<FoundFile | null> {
  const id = style[styleFileField[role]];
  const attachment = id === null ? null : getRecord(db, 'attachment', id);
  if (attachment === null) return null;
  const { id: attachmentId, fileName, sha256, byteSize } = attachment;
  const state = await stateIn(filesFolder(path), { sha256, byteSize }, 'touched');
  const place = isDigest(sha256) ? placeOf(path, sha256) : '';
  return { attachmentId, fileName, sha256, place, state };
}

async function logoOf(
  { fileName, place }: FoundFile,
  { logoAlt, organisationName, name, hasHeaderLogo }: HouseStyle,
): Promise<DocumentLogo> {
  const picture = readLogo(new Uint8Array(await readFile(place)), fileName);
  return { picture, alt: logoAlt ?? organisationName ?? name, isInHeader: hasHeaderLogo };
}

function plainOptions(style: HouseStyle): WriteOptions {
  const { accentColour, secondaryColour, textFont, headingFont } = style;
  const theme = deriveTheme({
    accent: accentColour,
    secondary: secondaryColour,
    textFont,
    headingFont,
  });
  return {
    theme,
    ...(style.organisationName === null ? {} : { organisation: style.organisationName }),
    ...(style.footerText === null ? {} : { footer: style.footerText }),
    hasPageNumbers: style.hasPageNumbers,
  };
}

/** A style with its files, ready for the writers; a file that is gone is told in `lost`. */
export async function loadStyle(place: StylePlace, style: HouseStyle): Promise<DocumentStyle> {
  const lost: LostStyleFile[] = [];
  const templates: Record<TemplateRole, KeptTemplate | null> = {
    docx: null,
    odt: null,
    pptx: null,
  };
  let logo: DocumentLogo | null = null;
  for (const role of styleFileRoles) {
    const file = await fileOf(place, style, role);
    if (file === null) continue;
    const { state, ...kept } = file;
    if (state !== 'sound') lost.push({ role, fileName: file.fileName, state });
    else if (role !== 'logo') templates[role] = kept;
    else {
      logo = await logoOf(file, style).catch(() => {
        lost.push({ role, fileName: file.fileName, state: 'unreadable' });
        return null;
      });
    }
  }
  const options = { ...plainOptions(style), ...(logo === null ? {} : { logo }) };
  return { style, options, templates, lost };
}

/** How the documents of a group are written; never fails for a file that is gone. */
export async function documentStyle(
  place: StylePlace,
  workingGroupId: string | null,
): Promise<DocumentStyle> {
  const style = styleOf(place.db, workingGroupId);
  return style === null ? builtInStyle : loadStyle(place, style);
}
