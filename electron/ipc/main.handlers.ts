import { existsSync } from 'node:fs';
import { basename } from 'node:path';

import { app } from 'electron';

import type { AppState, Preferences } from '#contract/app.channels.ts';
import type { ChannelOutput, ChannelRequest, MainChannel } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { ControlRequest } from '#ipc/control.ts';
import type { Caller } from '#ipc/main-router.ts';
import type { StoreSupervisor } from '#ipc/store-supervisor.ts';
import type { Grants } from '#platform/grants.ts';
import type { SettingsFile } from '#platform/settings.ts';
import { withRecent } from '#platform/settings.ts';
import { askExportPath, askNewStorePath, askStorePath } from '#windows/dialogs.ts';
import { openExported } from '#windows/exported-files.ts';

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
      const grant = grants.issue(path, 'export', window.id);
      // Known to the store process before the window can use it.
      await supervisor.request({ kind: 'grant', token: grant, path, owner: window.id });
      return { grant, path };
    },
    'shell:openExport': async ({ window }, { grant, how }) => {
      await openExported(grants.resolve(grant, 'export', window.id), how);
      return {};
    },
  };
}
