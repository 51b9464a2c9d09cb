import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const library = (name: string): string => join(root, 'node_modules/@mantine', name);
const read = (path: string): string => readFileSync(path, 'utf8');

/** Files of the library that export what the window imports from it by name. */
function filesUsed(): string[] {
  const files: string[] = [];
  for (const path of globSync('renderer/**/*.{ts,tsx}', { cwd: root })) {
    const imports = read(join(root, path)).matchAll(
      /import \{([^}]*)\} from '@mantine\/(core|dates)'/g,
    );
    for (const [, names = '', from = ''] of imports) {
      const index = read(join(library(from), 'esm/index.mjs'));
      for (const name of names.split(',').map((part) => part.trim())) {
        const at = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from "([^"]+)"`).exec(
          index,
        )?.[1];
        if (at !== undefined) files.push(join(library(from), 'esm', at));
      }
    }
  }
  return files;
}

/** Classes of all that is drawn by some files and by what they import, across both libraries. */
function classesOf(files: readonly string[]): Set<string> {
  const core = join(library('core'), 'esm/index.mjs');
  const classes = new Set<string>();
  const seen = new Set<string>();
  const left = [...files];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    if (seen.has(path) || path === core || !existsSync(path)) continue;
    seen.add(path);
    const text = read(path);
    if (path.endsWith('.module.mjs')) {
      for (const [name] of text.matchAll(/\bm_[0-9a-f]+/g)) classes.add(name);
    }
    for (const [, from = ''] of text.matchAll(/from "(\.[^"]+)"/g)) {
      left.push(join(dirname(path), from));
    }
  }
  return classes;
}

test('every Mantine part that the window uses has its style sheet, in the library’s order', () => {
  const list = read(join(root, 'renderer/ui/mantine-styles.ts'));
  const sheets = [...list.matchAll(/'@mantine\/(\w+)\/(styles\S*\.css)'/g)].map(
    ([, name = '', path = '']) => read(join(library(name), path)).trim(),
  );
  const used = classesOf(filesUsed());
  expect(used.size).toBeGreaterThan(100);
  const styled = read(join(library('core'), 'styles.css'));
  const present = sheets.join('\n');
  const missing = [...used].filter((name) => styled.includes(name) && !present.includes(name));
  expect(missing).toEqual([]);

  const places = sheets.slice(0, -1).map((sheet) => styled.indexOf(sheet.slice(0, 200)));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBe(0);
});
