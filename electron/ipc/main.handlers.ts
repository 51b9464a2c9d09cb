import { existsSync } from 'node:fs';
import { basename } from 'node:path';

import { app, clipboard } from 'electron';

import type { AppState, GrantedFile, Preferences } from '#contract/app.channels.ts';
import type { ChannelOutput, ChannelRequest, MainChannel } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { ControlRequest } from '#ipc/control.ts';
import type { Caller } from '#ipc/main-router.ts';
import type { StoreSupervisor } from '#ipc/store-supervisor.ts';
import type { GrantPurpose, Grants } from '#platform/grants.ts';
import type { SettingsFile } from '#platform/settings.ts';
import { withRecent } from '#platform/settings.ts';
import {
  askAttachmentPaths,
  askExportPath,
  askFilesFolder,
  askImportPath,
  askMappingPath,
  askNewStorePath,
  askReturnPaths,
  askStorePath,
} from '#windows/dialogs.ts';
import { openExported } from '#windows/exported-files.ts';
import { openKept } from '#windows/kept-files.ts';

/** What main's handlers work with. */
export interface MainServices {
  readonly settings: SettingsFile;
  readonly supervisor: StoreSupervisor;
  readonly grants: Grants;
  readonly examplePath: string;
  /** Resolves once the store to begin with was opened, or could not be. */
  readonly opening: Promise<unknown>;
  readonly onPreferences: (preferences: Preferences) => void;
}

type MainHandlers = {
  [K in MainChannel]: (
    caller: Caller,
    input: ChannelRequest<K>,
  ) => ChannelOutput<K> | Promise<ChannelOutput<K>>;
};

export function appState({
  settings,
  supervisor,
}: Pick<MainServices, 'settings' | 'supervisor'>): AppState {
  const { preferences, recent } = settings.current();
  return {
    version: app.getVersion(),
    platform: process.platform,
    preferences,
    store: supervisor.current(),
    recent: recent.map((path) => ({
      path,
      fileName: basename(path),
      isPresent: existsSync(path),
    })),
  };
}

/** Has the store process open another store; what was open stays open when it refuses. */
export async function changeStore(
  services: Pick<MainServices, 'settings' | 'supervisor'>,
  request: ControlRequest,
): Promise<AppState> {
  const { settings, supervisor } = services;
  // A file that was chosen and refused is remembered too: its backups can then be offered.
  if ('path' in request) {
    settings.change({ recent: withRecent(settings.current().recent, request.path) });
  }
  const result = await supervisor.request(request);
  if (!result.ok) throw new AppError(result.error.code, result.error.details);
  return appState(services);
}

/** The window never names a path of its own: only those that a dialog or the system gave. */
function assertKnown(settings: SettingsFile, path: string): void {
  if (!settings.current().recent.includes(path)) throw new AppError('path.notGranted');
}

type Granting = Pick<MainServices, 'supervisor' | 'grants'>;

/** Makes a grant that the store process knows before the window can use it. */
export async function grantPath(
  { supervisor, grants }: Granting,
  path: string,
  purpose: GrantPurpose,
  owner: number,
): Promise<string> {
  const token = grants.issue(path, purpose, owner);
  await supervisor.request({ kind: 'grant', token, path, purpose, owner });
  return token;
}

async function grantedFile(
  granting: Granting,
  path: string | null,
  purpose: GrantPurpose,
  owner: number,
): Promise<GrantedFile | null> {
  if (path === null) return null;
  return { grant: await grantPath(granting, path, purpose, owner), fileName: basename(path) };
}

async function grantedFiles(
  granting: Granting,
  paths: readonly string[],
  purpose: GrantPurpose,
  owner: number,
): Promise<GrantedFile[]> {
  const chosen: GrantedFile[] = [];
  for (const path of paths) {
    chosen.push({
      grant: await grantPath(granting, path, purpose, owner),
      fileName: basename(path),
    });
  }
  return chosen;
}

export function createMainHandlers(services: MainServices): MainHandlers {
  const { settings, supervisor, grants } = services;
  return {
    'app:state': async () => {
      await services.opening;
      return appState(services);
    },
    'app:setPreferences': async (_caller, change) => {
      const given = Object.entries(change).filter(([, value]) => value !== undefined);
      const preferences = { ...settings.current().preferences, ...Object.fromEntries(given) };
      settings.change({ preferences });
      services.onPreferences(preferences);
      const { language, author } = preferences;
      await supervisor.request({ kind: 'preferences', language, author });
      return appState(services);
    },
    'store:openExample': () =>
      changeStore(services, { kind: 'openExample', path: services.examplePath }),
    'store:create': async ({ window }, { groupName }) => {
      const path = await askNewStorePath(window, groupName);
      return path === null ? null : changeStore(services, { kind: 'create', path, groupName });
    },
    'store:openFile': async ({ window }, { readOnly }) => {
      const path = await askStorePath(window);
      return path === null ? null : changeStore(services, { kind: 'open', path, readOnly });
    },
    'store:openRecent': (_caller, { path, readOnly }) => {
      assertKnown(settings, path);
      return changeStore(services, { kind: 'open', path, readOnly });
    },
    'store:close': () => changeStore(services, { kind: 'close' }),
    'store:openBackup': (_caller, { path }) => {
      assertKnown(settings, path);
      return changeStore(services, { kind: 'openBackup', path });
    },
    'dialog:saveFile': async ({ window }, { suggestedName, format }) => {
      const path = await askExportPath(window, suggestedName, format);
      if (path === null) return null;
      return { grant: await grantPath(services, path, 'export', window.id), path };
    },
    'dialog:openImport': async ({ window }) =>
      grantedFile(services, await askImportPath(window), 'import', window.id),
    'dialog:openMapping': async ({ window }) =>
      grantedFile(services, await askMappingPath(window), 'mapping', window.id),
    'dialog:openAttachments': async ({ window }) =>
      grantedFiles(services, await askAttachmentPaths(window), 'attachment', window.id),
    'dialog:openReturns': async ({ window }) =>
      grantedFiles(services, await askReturnPaths(window), 'import', window.id),
    'dialog:openFilesFolder': async ({ window }) =>
      grantedFile(services, await askFilesFolder(window), 'files', window.id),
    'attachments:open': async (_caller, { id, how }) => {
      const copy = await supervisor.locate(id);
      if (!copy.ok) throw new AppError(copy.error.code, copy.error.details);
      await openKept(copy.value, how);
      return {};
    },
    'clipboard:writeText': async (_caller, { text }) => {
      await clipboard.writeText(text);
      return {};
    },
    'shell:openExport': async ({ window }, { grant, how }) => {
      await openExported(grants.resolve(grant, 'export', window.id), how);
      return {};
    },
  };
}
