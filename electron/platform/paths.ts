import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, posix, resolve, win32 } from 'node:path';

/** What the place of the data depends on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly homeFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

export const thisMachine = (): Machine => ({
  platform: process.platform,
  homeFolder: homedir(),
  variables: process.env,
});

/**
 * The program's own folder: settings, example group, logs, what it knows of stores. The same for
 * the window and the command line, never moved by an update, never in a roaming profile.
 * `RAPPORTEUR_HOME` names another one.
 */
export function dataHome({ platform, homeFolder, variables }: Machine = thisMachine()): string {
  const chosen = variables['RAPPORTEUR_HOME'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') {
    const local = variables['LOCALAPPDATA'] ?? win32.join(homeFolder, 'AppData', 'Local');
    return win32.join(local, 'Rapporteur');
  }
  if (platform === 'darwin') {
    return posix.join(homeFolder, 'Library', 'Application Support', 'Rapporteur');
  }
  const data = variables['XDG_DATA_HOME'];
  const base = data?.startsWith('/') === true ? data : posix.join(homeFolder, '.local', 'share');
  return posix.join(base, 'rapporteur');
}

/** Everything the program keeps in its folder. */
export interface HomePaths {
  readonly home: string;
  readonly settings: string;
  readonly logs: string;
  readonly replicas: string;
  readonly example: string;
  /** Chromium's own files: nothing of the person's. */
  readonly browser: string;
}

export function homePaths(home: string): HomePaths {
  return {
    home,
    settings: join(home, 'settings.json'),
    logs: join(home, 'logs'),
    replicas: join(home, 'replicas'),
    example: join(home, 'exemple.rapporteur'),
    browser: join(home, 'browser'),
  };
}

/** Extension of a store's file, with the dot. */
export const storeExtension = '.rapporteur';

/** A short name for a path that says nothing of it: for file names and logs. */
export function pathDigest(path: string): string {
  return createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
}
