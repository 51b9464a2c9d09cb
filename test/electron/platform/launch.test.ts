import { resolve } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readLaunch } from '#platform/launch.ts';

const folder = resolve('/donnees/ada');

describe('how the program was started', () => {
  it.each([
    [['electron', '.'], false],
    [['electron', '--no-sandbox', '.', '--inspect=0'], false],
    [['rapporteur'], true],
    [['rapporteur', '--no-sandbox'], true],
    [['rapporteur', '--flag', 'notes.txt'], true],
  ])('%j opens the window', (argv, isPackaged) =>
    expect(readLaunch(argv, isPackaged, folder)).toEqual({ kind: 'window', file: null }),
  );

  it.each([
    [['electron', '.', 'groupe.rapporteur'], false],
    [['electron', '--no-sandbox', '.', '--switch', 'groupe.rapporteur'], false],
    [['rapporteur', 'groupe.rapporteur'], true],
    [['rapporteur', '--switch', 'groupe.rapporteur'], true],
  ])('%j opens a file', (argv, isPackaged) =>
    expect(readLaunch(argv, isPackaged, folder)).toEqual({
      kind: 'window',
      file: resolve(folder, 'groupe.rapporteur'),
    }),
  );

  it('keeps the arguments of the command line as they are', () => {
    const args = ['list', 'people', '--store', 'a.rapporteur', '--json'];
    expect(readLaunch(['electron', '--headless=new', '.', 'cli', ...args], false, folder)).toEqual({
      kind: 'cli',
      args,
    });
    expect(readLaunch(['rapporteur', 'cli', ...args], true, folder)).toEqual({ kind: 'cli', args });
  });

  it('does not take a file named cli, nor one of another kind, for what it is not', () => {
    expect(readLaunch(['rapporteur', 'CLI.RAPPORTEUR'], true, folder).kind).toBe('window');
    expect(readLaunch(['electron', 'cli'], false, folder)).toEqual({ kind: 'window', file: null });
  });
});
