import { z } from 'zod';

import { reads, writes } from './channel.ts';
import { documentFormat, id, none, spreadsheetFormat } from './schemas.ts';

export const preferences = z.object({
  language: z.enum(['fr', 'en']),
  theme: z.enum(['system', 'light', 'dark']),
  /** Name under which changes are journaled. */
  author: z.string().trim().min(1).max(120),
});
export type Preferences = z.output<typeof preferences>;

export const storeSummary = z.object({
  path: z.string(),
  fileName: z.string(),
  isExample: z.boolean(),
  isReadOnly: z.boolean(),
});

export const appState = z.object({
  version: z.string(),
  platform: z.string(),
  preferences,
  store: storeSummary.nullable(),
  recent: z.array(z.object({ path: z.string(), fileName: z.string(), isPresent: z.boolean() })),
});
export type AppState = z.output<typeof appState>;

/** A file that the person chose: the grant stands for that one path. */
const grantedFile = z.object({ grant: z.string(), fileName: z.string() });
export type GrantedFile = z.output<typeof grantedFile>;

/** Formats of files that can be written; `json` is for raw data, `vcf` for contact cards, `eml` for messages, `ics` for calendars. */
const savedFormat = z.union([
  documentFormat,
  spreadsheetFormat,
  z.enum(['json', 'vcf', 'eml', 'ics', 'zip']),
]);
export type SavedFormat = z.output<typeof savedFormat>;

export const appChannels = {
  'app:state': reads('main', { input: none, output: appState }),
  'app:setPreferences': writes('main', { input: preferences.partial(), output: appState }),
  /** Opens the built-in example group, made anew the first time. */
  'store:openExample': writes('main', { input: none, output: appState }),
  /** Asks where the new group's file goes, then makes it. Null when the person gave up. */
  'store:create': writes('main', {
    input: z.object({ groupName: z.string().trim().min(1).max(300) }),
    output: appState.nullable(),
  }),
  'store:openFile': writes('main', {
    input: z.object({ readOnly: z.boolean().default(false) }),
    output: appState.nullable(),
  }),
  'store:openRecent': writes('main', {
    input: z.object({ path: z.string().max(4096), readOnly: z.boolean().default(false) }),
    output: appState,
  }),
  'store:close': writes('main', { input: none, output: appState }),
  /** Offers the latest sound backup of a store that would not open, restored beside it. */
  'store:openBackup': writes('main', {
    input: z.object({ path: z.string().max(4096) }),
    output: appState,
  }),
  /** Asks where to write; the grant stands for that one path, the window never names it itself. */
  'dialog:saveFile': reads('main', {
    input: z.object({
      suggestedName: z.string().min(1).max(200),
      format: savedFormat,
    }),
    output: z.object({ grant: z.string(), path: z.string() }).nullable(),
  }),
  /** Asks which spreadsheet to import. Null when the person gave up. */
  'dialog:openImport': reads('main', { input: none, output: grantedFile.nullable() }),
  /** Asks which mapping of columns to take up. Null when the person gave up. */
  'dialog:openMapping': reads('main', { input: none, output: grantedFile.nullable() }),
  /** Asks which files to keep with a record; none when the person gave up. */
  'dialog:openAttachments': reads('main', { input: none, output: z.array(grantedFile) }),
  /** Asks which filled-in scoring kits to take back; none when the person gave up. */
  'dialog:openReturns': reads('main', { input: none, output: z.array(grantedFile) }),
  /** Asks in which folder to look for files that are gone. Null when the person gave up. */
  'dialog:openFilesFolder': reads('main', { input: none, output: grantedFile.nullable() }),
  /** Opens a copy of a kept file with the system's program for it, or shows it in its folder. */
  'attachments:open': reads('main', {
    input: z.object({ id, how: z.enum(['open', 'showInFolder']) }),
    output: none,
  }),
  /** Puts a text on the system's clipboard, which pages themselves may not touch. */
  'clipboard:writeText': writes('main', {
    input: z.object({ text: z.string().min(1).max(2_000_000) }),
    output: none,
  }),
  /** Opens, or shows in its folder, a file that an export wrote under this grant. */
  'shell:openExport': reads('main', {
    input: z.object({ grant: z.string(), how: z.enum(['open', 'showInFolder']) }),
    output: none,
  }),
} as const;
