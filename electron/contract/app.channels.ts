import { z } from 'zod';

import { reads, writes } from './channel.ts';
import { documentFormat, none, spreadsheetFormat } from './schemas.ts';

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
      format: z.union([documentFormat, spreadsheetFormat]),
    }),
    output: z.object({ grant: z.string(), path: z.string() }).nullable(),
  }),
  /** Opens, or shows in its folder, a file that an export wrote under this grant. */
  'shell:openExport': reads('main', {
    input: z.object({ grant: z.string(), how: z.enum(['open', 'showInFolder']) }),
    output: none,
  }),
} as const;
