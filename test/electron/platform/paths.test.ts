import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { dataHome, homePaths, pathDigest } from '#platform/paths.ts';

const linux = { platform: 'linux', homeFolder: '/donnees/ada', variables: {} } as const;
const windows = { platform: 'win32', homeFolder: 'C:\\Users\\Ada', variables: {} } as const;
const apple = { platform: 'darwin', homeFolder: '/Users/ada', variables: {} } as const;

describe('where the program keeps its things', () => {
  it.each([
    [linux, '/donnees/ada/.local/share/rapporteur'],
    [{ ...linux, variables: { XDG_DATA_HOME: '/data' } }, '/data/rapporteur'],
    [
      { ...linux, variables: { XDG_DATA_HOME: 'relative' } },
      '/donnees/ada/.local/share/rapporteur',
    ],
    [windows, 'C:\\Users\\Ada\\AppData\\Local\\Rapporteur'],
    [{ ...windows, variables: { LOCALAPPDATA: 'D:\\Local' } }, 'D:\\Local\\Rapporteur'],
    [apple, '/Users/ada/Library/Application Support/Rapporteur'],
  ])('%j: %s', (machine, expected) => expect(dataHome(machine)).toBe(expected));

  it('is where the environment says, everything in it', () => {
    const home = dataHome({ ...linux, variables: { RAPPORTEUR_HOME: '/tmp/profile' } });
    expect(home).toBe(resolve('/tmp/profile'));
    for (const path of Object.values(homePaths(home))) expect(path.startsWith(home)).toBe(true);
  });

  it('names a path without telling it', () => {
    expect(pathDigest('/donnees/ada/groupe.rapporteur')).toMatch(/^[0-9a-f]{16}$/);
    expect(pathDigest('/a')).not.toBe(pathDigest('/b'));
  });
});
