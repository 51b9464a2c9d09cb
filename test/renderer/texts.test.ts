import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, test } from 'vitest';

import { isChannelName } from '#contract/channels.ts';
import { languages, resources } from '#i18n/index.ts';

const root = resolve(import.meta.dirname, '..', '..');
const PLURALS = ['one', 'other'];

function textAt(language: 'fr' | 'en', key: string): unknown {
  const [namespace = '', path = ''] = key.split(':');
  let value: unknown = Reflect.get(resources[language], namespace);
  for (const part of path.split('.')) {
    value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined;
  }
  return value;
}

function isKnown(language: 'fr' | 'en', key: string): boolean {
  return (
    typeof textAt(language, key) === 'string' ||
    PLURALS.every((plural) => typeof textAt(language, `${key}_${plural}`) === 'string')
  );
}

/** Every `namespace:key` that the window's sources name literally. */
function keysUsed(): Set<string> {
  const keys = new Set<string>();
  for (const file of globSync('renderer/**/*.{ts,tsx}', { cwd: root })) {
    const source = readFileSync(resolve(root, file), 'utf8');
    for (const [, key] of source.matchAll(/'([a-zA-Z]+:[a-zA-Z][\w.-]*)'/g)) {
      if (key !== undefined && Object.hasOwn(resources.fr, key.split(':')[0] ?? '')) keys.add(key);
    }
  }
  return keys;
}

test.each(languages)('every text that the window names exists in %s', (language) => {
  const keys = [...keysUsed()];
  // Channels are named alike (`journal:list`).
  const missing = keys.filter((key) => !isKnown(language, key) && !isChannelName(key));
  expect(keys.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
