import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { defaultSettings, openSettings, parseSettings, withRecent } from '#platform/settings.ts';
import { temporaryFolder } from '#test/stores.ts';

describe('settings', () => {
  it('begin in French, following the system’s theme, under the person’s name', () => {
    const { preferences, recent, window } = openSettings(
      join(temporaryFolder(), 's.json'),
    ).current();
    expect(preferences).toMatchObject({ language: 'fr', theme: 'system' });
    expect(preferences.author).not.toBe('');
    expect([recent, window]).toEqual([[], null]);
  });

  it('are on the disk as soon as they are changed', () => {
    const path = join(temporaryFolder(), 'home', 'settings.json');
    const preferences = { language: 'en', theme: 'dark', author: 'Ada' } as const;
    openSettings(path).change({ preferences, recent: ['/a.rapporteur'] });
    expect(openSettings(path).current()).toEqual({
      preferences,
      recent: ['/a.rapporteur'],
      window: null,
    });
    expect(readdirSync(join(path, '..'))).toEqual(['settings.json']);
  });

  it('take their default one by one when spoilt', () => {
    const spoilt = {
      preferences: { language: 'de', theme: 'dark', author: '' },
      recent: 'none',
      window: { x: 0, y: 0, width: -5, height: 'tall' },
      unknown: 1,
    };
    expect(parseSettings(spoilt)).toEqual({
      ...defaultSettings(),
      preferences: { ...defaultSettings().preferences, theme: 'dark' },
    });
    for (const raw of [null, 7, 'x', [], { preferences: [] }]) {
      expect(parseSettings(raw)).toEqual(defaultSettings());
    }
  });

  it('never keep the program from starting', () => {
    const path = join(temporaryFolder(), 'settings.json');
    writeFileSync(path, '{"preferences": {"langu');
    expect(openSettings(path).current()).toEqual(defaultSettings());
  });

  it('are left as they were when they cannot be written', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'settings.json');
    const settings = openSettings(path);
    settings.change({ recent: ['/a'] });
    const before = readFileSync(path, 'utf8');
    mkdirSync(`${path}.${process.pid}.tmp`); // stands where the new file would be written
    expect(() => settings.change({ recent: ['/b'] })).toThrow();
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('keep the ten latest stores, each once', () => {
    expect(withRecent(['/a', '/b', '/c'], '/b')).toEqual(['/b', '/a', '/c']);
    const many = Array.from({ length: 12 }, (_, index) => `/${index}`);
    expect(withRecent(many, '/new')).toHaveLength(10);
  });
});
