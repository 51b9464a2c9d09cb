import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';

import { z } from 'zod';

import { preferences } from '#contract/app.channels.ts';
import type { Preferences } from '#contract/app.channels.ts';

import { writeFileAtomically } from './atomic-write.ts';

const MAXIMUM_RECENT = 10;

const windowState = z.object({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  isMaximized: z.boolean(),
});
export type WindowState = z.output<typeof windowState>;

export interface Settings {
  readonly preferences: Preferences;
  /** Paths of stores, the latest opened first. */
  readonly recent: readonly string[];
  readonly window: WindowState | null;
}

/** The name the person is known by on this machine; a place holder where the system gives none. */
export function defaultAuthor(): string {
  try {
    const name = userInfo().username.trim().slice(0, 120);
    return name === '' ? '?' : name;
  } catch {
    return '?';
  }
}

export function defaultSettings(): Settings {
  return {
    preferences: { language: 'fr', theme: 'system', author: defaultAuthor() },
    recent: [],
    window: null,
  };
}

function parseOr<T>(schema: z.ZodType<T>, value: unknown, fallback: T): T {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : fallback;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}

/** Reads what can be read: each setting that is missing or spoilt takes its default. */
export function parseSettings(raw: unknown): Settings {
  const defaults = defaultSettings();
  const given = property(raw, 'preferences');
  const { shape } = preferences;
  return {
    preferences: {
      language: parseOr(shape.language, property(given, 'language'), defaults.preferences.language),
      theme: parseOr(shape.theme, property(given, 'theme'), defaults.preferences.theme),
      author: parseOr(shape.author, property(given, 'author'), defaults.preferences.author),
    },
    recent: parseOr(z.array(z.string().min(1).max(4096)), property(raw, 'recent'), []).slice(
      0,
      MAXIMUM_RECENT,
    ),
    window: parseOr(windowState.nullable(), property(raw, 'window'), null),
  };
}

/** Settings kept in a file; a change is on the disk when `change` returns. */
export interface SettingsFile {
  readonly current: () => Settings;
  readonly change: (change: Partial<Settings>) => Settings;
}

function readSettings(path: string): Settings {
  try {
    return parseSettings(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return defaultSettings(); // absent or spoilt: settings are never worth refusing to start
  }
}

export function openSettings(path: string): SettingsFile {
  let settings = readSettings(path);
  return {
    current: () => settings,
    change: (change) => {
      settings = { ...settings, ...change };
      writeFileAtomically(path, `${JSON.stringify(settings, null, 2)}\n`);
      return settings;
    },
  };
}

/** The list of recent stores once this one was opened. */
export function withRecent(recent: readonly string[], path: string): string[] {
  return [path, ...recent.filter((other) => other !== path)].slice(0, MAXIMUM_RECENT);
}
