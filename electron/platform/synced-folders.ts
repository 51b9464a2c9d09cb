import { existsSync, readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';

import type { Machine } from './paths.ts';
import { thisMachine } from './paths.ts';

/** A service or a network that changes files behind the program's back. */
export interface SyncedFolder {
  readonly service: string;
  /** The folder that is synced or shared, as far as it is known. */
  readonly folder: string;
}

/** What detection looks at; given, so that it can be tried for machines other than this one. */
export interface SyncSurroundings extends Machine {
  readonly exists: (path: string) => boolean;
  /** Text of `/proc/self/mounts`; empty where there is none. */
  readonly mounts: string;
}

const networkFileSystems: Record<string, string> = {
  cifs: 'SMB',
  smb3: 'SMB',
  smbfs: 'SMB',
  nfs: 'NFS',
  nfs4: 'NFS',
  afs: 'AFS',
  davfs: 'WebDAV',
  'fuse.davfs2': 'WebDAV',
  'fuse.sshfs': 'SSH',
  'fuse.rclone': 'rclone',
  'fuse.gvfsd-fuse': 'GVfs',
  'fuse.onedriver': 'OneDrive',
  'fuse.google-drive-ocamlfuse': 'Google Drive',
  vboxsf: 'VirtualBox',
};

/** Names that these services give their folders. */
const folderNames: readonly (readonly [RegExp, string])[] = [
  [/^onedrive(?: ?[-–] .+|-.+)?$/i, 'OneDrive'],
  [/^dropbox(?: \(.+\))?$/i, 'Dropbox'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
  [/^(?:google ?drive|googledrive-.+|my drive|mon drive|drivefs)$/i, 'Google Drive'],
  [/^(?:icloud ?drive|com~apple~clouddocs|iclouddrive)$/i, 'iCloud'],
  [/^kdrive\d*$/i, 'kDrive'],
  [/^seafile$/i, 'Seafile'],
  [/^pcloud ?drive$/i, 'pCloud'],
  [/^resilio sync$/i, 'Resilio Sync'],
  [/^box sync$/i, 'Box'],
  [/^megasync$/i, 'MEGA'],
];

/** Files that their programs leave at the top of a synced folder. */
const markers: readonly (readonly [string, string])[] = [
  ['.dropbox', 'Dropbox'],
  ['.dropbox.cache', 'Dropbox'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.owncloudsync.log', 'ownCloud'],
  ['.tmp.drivedownload', 'Google Drive'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.stfolder', 'Syncthing'],
  ['.849C9593-D756-4E56-8D6E-42412F2A707B', 'OneDrive'],
  ['.seafile-data', 'Seafile'],
  ['.kdrive', 'kDrive'],
];

const variableNames: readonly (readonly [string, string])[] = [
  ['OneDrive', 'OneDrive'],
  ['OneDriveCommercial', 'OneDrive'],
  ['OneDriveConsumer', 'OneDrive'],
];

/** Folders whose children are all synced, whatever their names. */
const parents: readonly (readonly [string, string])[] = [
  ['/Library/CloudStorage/', 'CloudStorage'],
  ['/Library/Mobile Documents/', 'iCloud'],
];

function within(path: string, folder: string, platform: NodeJS.Platform): boolean {
  const fold = (text: string): string => (platform === 'linux' ? text : text.toLowerCase());
  const separator = platform === 'win32' ? '\\' : '/';
  const trimmed = fold(folder).replace(/[\\/]+$/, '');
  return fold(path) === trimmed || fold(path).startsWith(trimmed + separator);
}

function ancestors(path: string, platform: NodeJS.Platform): string[] {
  const { dirname } = platform === 'win32' ? win32 : posix;
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.push(folder);
    if (dirname(folder) === folder) return folders;
  }
}

/** Mount points contain blanks as octal escapes. */
function unescapeMount(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_all, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 8)),
  );
}

function byMount(path: string, { mounts, platform }: SyncSurroundings): SyncedFolder | null {
  let found: SyncedFolder | null = null;
  let depth = -1;
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ');
    if (point === undefined || type === undefined) continue;
    const folder = unescapeMount(point);
    if (folder.length < depth || !within(path, folder, platform)) continue;
    depth = folder.length;
    const service = networkFileSystems[type];
    found = service === undefined ? null : { service, folder };
  }
  return found;
}

function byVariables(path: string, around: SyncSurroundings): SyncedFolder | null {
  for (const [name, service] of variableNames) {
    const folder = around.variables[name];
    if (folder !== undefined && folder !== '' && within(path, folder, around.platform)) {
      return { service, folder };
    }
  }
  return null;
}

function byNames(path: string, around: SyncSurroundings): SyncedFolder | null {
  const { basename, join } = around.platform === 'win32' ? win32 : posix;
  for (const folder of ancestors(path, around.platform)) {
    const named = folderNames.find(([pattern]) => pattern.test(basename(folder)));
    if (named !== undefined) return { service: named[1], folder };
    const marked = markers.find(([marker]) => around.exists(join(folder, marker)));
    if (marked !== undefined) return { service: marked[1], folder };
  }
  return null;
}

function byParent(path: string): SyncedFolder | null {
  for (const [part, service] of parents) {
    const at = path.indexOf(part);
    if (at !== -1) return { service, folder: path.slice(0, at + part.length - 1) };
  }
  return null;
}

function byNetworkName(path: string, { platform }: SyncSurroundings): SyncedFolder | null {
  if (platform !== 'win32' || !/^[\\/]{2}(?![.?][\\/])/.test(path)) {
    const device = platform === 'win32' && /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path);
    return device ? { service: 'SMB', folder: win32.parse(path).root } : null;
  }
  return { service: 'SMB', folder: win32.parse(path).root };
}

function mountsOfThisMachine(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/proc/self/mounts', 'utf8') : '';
  } catch {
    return '';
  }
}

const here = (): SyncSurroundings => ({
  ...thisMachine(),
  exists: existsSync,
  mounts: mountsOfThisMachine(),
});

/**
 * Says whether a file would lie in a folder that a service copies elsewhere or that several
 * machines share. A living database must not: half-written states would be copied, and two machines
 * would write at once. `path` is absolute, with its symbolic links already followed.
 */
export function syncedFolderOf(
  path: string,
  around: SyncSurroundings = here(),
): SyncedFolder | null {
  return (
    byNetworkName(path, around) ??
    byMount(path, around) ??
    byVariables(path, around) ??
    byParent(path) ??
    byNames(path, around)
  );
}
