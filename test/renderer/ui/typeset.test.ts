import { expect, test } from 'vitest';

import { resources } from '#i18n/index.ts';
import { typesetFrench, typesetTree } from '#ui/typeset.ts';

const NARROW = '\u202F';
const WIDE = '\u00A0';

test.each([
  ['Attention : ceci !', `Attention${WIDE}: ceci${NARROW}!`],
  ['Vraiment ? Oui ; non', `Vraiment${NARROW}? Oui${NARROW}; non`],
  ['« mot »', `«${WIDE}mot${WIDE}»`],
  ["l'achat d'innovation", 'l’achat d’innovation'],
  ['50 %', `50${WIDE}%`],
  ['à 14:30', 'à 14:30'],
  ['{{a}} : {{b}}', `{{a}}${WIDE}: {{b}}`],
  ['$t(vocabulary:entity.person.one)', '$t(vocabulary:entity.person.one)'],
])('%s', (typed, expected) => {
  expect(typesetFrench(typed)).toBe(expected);
  expect(typesetFrench(expected)).toBe(expected);
});

test('no French text keeps a plain space before a double sign or a straight apostrophe', () => {
  const wrong: string[] = [];
  const read = (value: unknown): void => {
    if (typeof value === 'string') {
      if (/ [;:!?»]|« |\p{L}'\p{L}/u.test(value)) wrong.push(value);
    } else if (typeof value === 'object' && value !== null) {
      for (const part of Object.values(value)) read(part);
    }
  };
  read(typesetTree(resources.fr));
  expect(wrong).toEqual([]);
});
