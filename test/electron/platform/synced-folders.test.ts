import { describe, expect, it } from 'vitest';

import type { SyncSurroundings } from '#platform/synced-folders.ts';
import { syncedFolderOf } from '#platform/synced-folders.ts';

const linux: SyncSurroundings = {
  platform: 'linux',
  homeFolder: '/donnees/ada',
  variables: {},
  exists: () => false,
  mounts: 'dev / ext4 rw 0 0\ndev /home ext4 rw 0 0\n',
};
const windows: SyncSurroundings = {
  ...linux,
  platform: 'win32',
  homeFolder: 'C:\\Users\\Ada',
  mounts: '',
};
const apple: SyncSurroundings = {
  ...linux,
  platform: 'darwin',
  homeFolder: '/Users/ada',
  mounts: '',
};

const service = (path: string, around: SyncSurroundings): string | null =>
  syncedFolderOf(path, around)?.service ?? null;

describe('folders that others write to', () => {
  it.each([
    ['C:\\Users\\Ada\\OneDrive\\g.rapporteur', windows, 'OneDrive'],
    ['C:\\Users\\Ada\\OneDrive - Préfecture\\Docs\\g.rapporteur', windows, 'OneDrive'],
    ['/donnees/ada/Dropbox/g.rapporteur', linux, 'Dropbox'],
    ['/donnees/ada/Dropbox (Perso)/a/b/g.rapporteur', linux, 'Dropbox'],
    ['/donnees/ada/Nextcloud/g.rapporteur', linux, 'Nextcloud'],
    ['/donnees/ada/Nextcloud2/g.rapporteur', linux, 'Nextcloud'],
    ['/donnees/ada/ownCloud/g.rapporteur', linux, 'ownCloud'],
    ['/donnees/ada/kDrive/g.rapporteur', linux, 'kDrive'],
    ['G:\\Mon Drive\\g.rapporteur', windows, 'Google Drive'],
    ['/Users/ada/Library/CloudStorage/X/g.rapporteur', apple, 'CloudStorage'],
    ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/g.rapporteur', apple, 'iCloud'],
  ])('%s', (path, around, expected) => expect(service(path, around)).toBe(expected));

  it('knows them by the variables of the session, whatever their name', () => {
    const around = { ...windows, variables: { OneDriveCommercial: 'D:\\Travail' } };
    expect(service('d:\\travail\\groupe\\g.rapporteur', around)).toBe('OneDrive');
    expect(service('D:\\Travaux\\g.rapporteur', around)).toBeNull();
  });

  it('knows them by what their programs leave there', () => {
    const around = { ...linux, exists: (path: string) => path === '/srv/partage/.stfolder' };
    expect(syncedFolderOf('/srv/partage/a/g.rapporteur', around)).toEqual({
      service: 'Syncthing',
      folder: '/srv/partage',
    });
    expect(service('/srv/autre/g.rapporteur', around)).toBeNull();
  });

  it.each([
    ['//server/share/g.rapporteur', 'SMB'],
    ['\\\\server\\share\\g.rapporteur', 'SMB'],
    ['\\\\?\\UNC\\server\\share\\g.rapporteur', 'SMB'],
    ['\\\\?\\C:\\Groupes\\g.rapporteur', null],
    ['C:\\Groupes\\g.rapporteur', null],
  ])('%s on Windows', (path, expected) => expect(service(path, windows)).toBe(expected));

  it('knows network drives by how they are mounted, the nearest mount deciding', () => {
    const mounts = [
      'dev / ext4 rw 0 0',
      '//server/share /mnt/r\\303\\251seau\\040commun cifs rw 0 0'.replace('\\303\\251', 'é'),
      'server:/export /net nfs4 rw 0 0',
      'dev /net/local ext4 rw 0 0',
    ].join('\n');
    const around = { ...linux, mounts };
    expect(service('/mnt/réseau commun/g.rapporteur', around)).toBe('SMB');
    expect(service('/net/g.rapporteur', around)).toBe('NFS');
    expect(service('/net/local/g.rapporteur', around)).toBeNull();
    expect(service('/network/g.rapporteur', around)).toBeNull();
  });

  it.each([
    '/donnees/ada/g.rapporteur',
    '/donnees/ada/Documents/Dropbox-archives/g.rapporteur',
    '/donnees/ada/box/g.rapporteur',
  ])('%s is sound', (path) => expect(service(path, linux)).toBeNull());
});
