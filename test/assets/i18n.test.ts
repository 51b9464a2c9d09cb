import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { errorCodes } from '#contract/errors.ts';
import { registerNames } from '#contract/schemas.ts';
import { entityNames, entityOf } from '#domain/registry.ts';
import { languages, namespaces, resources } from '#i18n/index.ts';
import { createTranslator } from '#platform/translate.ts';
import { registers } from '#repositories/registers/index.ts';

const root = join(import.meta.dirname, '../..');

/** Every text of a language by its full key, `namespace:path.to.text`. */
function textsOf(language: 'fr' | 'en'): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') found.set(key, node);
    else if (typeof node === 'object' && node !== null) {
      for (const [name, child] of Object.entries(node)) visit(child, `${key}.${name}`);
    }
  };
  for (const namespace of namespaces) {
    for (const [name, child] of Object.entries(resources[language][namespace])) {
      visit(child, `${namespace}:${name}`);
    }
  }
  return found;
}

const french = textsOf('fr');
const english = textsOf('en');

function variables(text: string): string[] {
  return [...text.matchAll(/\{\{\s*([^},]+?)\s*(?:,[^}]*)?\}\}|\$t\(([^)]*)\)/g)]
    .map((match) => match[1] ?? match[2] ?? '')
    .toSorted();
}

function sourcesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

/** Names of the rules that the code refuses by: `rule: 'x'` and the messages of its schemas. */
function rulesInCode(): Set<string> {
  const patterns = {
    'db/domain': /(?:rule|error): '([A-Za-z]+)'/g,
    'db/journal': /rule: '([A-Za-z]+)'/g,
    'db/repositories': /rule: '([A-Za-z]+)'/g,
  };
  const found = Object.entries(patterns).flatMap(([folder, pattern]) =>
    sourcesUnder(folder).flatMap((source) => [...source.matchAll(pattern)].map((m) => m[1] ?? '')),
  );
  return new Set(['required', ...found]);
}

describe('texts of both languages', () => {
  it('have the same keys', () => {
    expect([...english.keys()].toSorted()).toEqual([...french.keys()].toSorted());
    expect(french.size).toBeGreaterThan(900);
  });

  it('are never empty', () => {
    for (const texts of [french, english]) {
      expect([...texts].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  it('take the same parameters', () => {
    const differing = [...french].filter(
      ([key, text]) => variables(text).join() !== variables(english.get(key) ?? '').join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it('refer only to texts that exist', () => {
    const plain = [...french].flatMap(([key, text]) =>
      [...text.matchAll(/\$t\(([^){]+)\)/g)].map((match) => ({ key, target: match[1] ?? '' })),
    );
    expect(plain.filter(({ target }) => !french.has(target))).toEqual([]);
  });
});

describe.each(languages)('in %s', (language) => {
  const { has, reason, t } = createTranslator(language);
  const missing = (keys: readonly string[]): string[] => {
    const texts = language === 'fr' ? french : english;
    return keys.filter((key) => !texts.has(key));
  };

  it('every kind of record, column and value has a name', () => {
    const keys = entityNames.flatMap((name) => {
      const fields = Object.entries(entityOf(name).fields);
      return [
        `vocabulary:entity.${name}.one`,
        `vocabulary:entity.${name}.other`,
        ...fields.map(([field]) => `vocabulary:field.${name}.${field}`),
        ...fields.flatMap(([field, { choices }]) =>
          (choices ?? []).map((value) => `vocabulary:choice.${name}.${field}.${value}`),
        ),
      ];
    });
    expect(keys.length).toBeGreaterThan(600);
    expect(missing(keys)).toEqual([]);
  });

  it('every rule that can be broken has its sentence', () => {
    const rules = rulesInCode();
    expect(rules.size).toBeGreaterThan(15);
    expect(missing([...rules].map((rule) => `vocabulary:rule.${rule}`))).toEqual([]);
  });

  it('every error has its sentence', () => {
    expect(missing(errorCodes.map((code) => `errors:${code}`))).toEqual([]);
    for (const code of errorCodes) expect(t(`errors:${code}`)).toMatch(/[.}]$/);
  });

  it('every register and column has its name', () => {
    const columns = Object.values(registers).flatMap((register) => register.columns);
    const keys = [
      ...registerNames.map((name) => `registers:${name}.name`),
      ...columns.map(({ key }) => `registers:columns.${key}`),
      ...columns.flatMap(({ vocabulary, choices }) =>
        choices.map((value) => `vocabulary:choice.${vocabulary}.${value}`),
      ),
    ];
    expect(missing(keys)).toEqual([]);
  });

  it('every reason of the journal has its words', () => {
    const reasons = [
      'create',
      'update',
      'updateMany',
      'remove',
      'undo',
      'redo',
      'example',
      'import',
      'merge',
      'distinct',
      'reorderAgenda',
      'adopt',
      'applyTemplate',
      'saveTemplate',
      'fillExpected',
      'attend',
      'invite',
      'runItem',
      'startMeeting',
      'closeMeeting',
      'reopenMeeting',
      'openMinutes',
      'type',
      'validateMinutes',
      'amendMinutes',
      'decide',
      'act',
      'setStatus',
    ];
    expect(missing(reasons.map((key) => `vocabulary:reason.${key}`))).toEqual([]);
    expect(missing(reasons.map((key) => `vocabulary:deed.${key}`))).toEqual([]);
    for (const key of reasons) {
      const text = reason({
        key,
        params: { table: 'person', count: 3, of: 'merge', file: 'x.xlsx', name: 'x', number: 'x' },
      });
      expect(text).not.toMatch(/\{\{|\$t|vocabulary:|undefined/);
    }
  });

  it('says so when a text does not exist', () => {
    expect(has('errors:store.locked')).toBe(true);
    expect(has('errors:store.nothing')).toBe(false);
  });
});

describe('French texts', () => {
  const wrong = (pattern: RegExp): string[] =>
    [...french].filter(([, text]) => pattern.test(text)).map(([key, text]) => `${key} ${text}`);
  const withoutCode = (text: string): string =>
    text.replaceAll(/\{\{[^}]*\}\}|\$t\([^)]*\)|https?:\/\/\S+/g, 'x');

  it('have no-break spaces before : ; ! ? and inside « »', () => {
    expect(wrong(/ [:;!?»]|« /)).toEqual([]);
    const tight = [...french].filter(([, text]) =>
      /[\p{L}\p{N})»x](?:[;!?](?:\s|$)|:(?:\s|$))|«[^\u00A0\u202F]|[^\u00A0\u202F]»/u.test(
        withoutCode(text),
      ),
    );
    expect(tight).toEqual([]);
  });

  it('have curly apostrophes and real ellipses', () => {
    expect(wrong(/\p{L}'\p{L}/u)).toEqual([]);
    expect(wrong(/\.\.\./)).toEqual([]);
  });

  it('hold no English word', () => {
    const stop =
      /(?<![\p{L}’-])(?:the|of|and|with|this|file|not|new|delete|save|cancel|open|close|record|search|settings|undo|error|please|loading|update|create)(?![\p{L}-])/iu;
    const quotedCommand = /«[^»]*»/g;
    const found = [...french].filter(([, text]) =>
      stop.test(withoutCode(text).replaceAll(quotedCommand, '')),
    );
    expect(found).toEqual([]);
  });
});
