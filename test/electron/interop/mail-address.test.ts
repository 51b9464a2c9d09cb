import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addressLine, displayName, mailbox, usableAddress } from '#interop/mail-address.ts';

/** Parts a line as a mail program does: separators within quotes do not count. */
function parted(line: string, separator: string): string[] {
  const boxes: string[] = [];
  let box = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (isQuoted && sign === '\\') {
      box += sign + (line[at + 1] ?? '');
      at += 1;
      continue;
    }
    if (sign === '"') isQuoted = !isQuoted;
    if (sign === separator && !isQuoted) {
      boxes.push(box.trim());
      box = '';
    } else box += sign;
  }
  expect(isQuoted).toBe(false);
  return box.trim() === '' ? boxes : [...boxes, box.trim()];
}

/** The address of a mailbox, and the name without its quotes. */
function readBack(box: string): { name: string; email: string } {
  const match = /^(?:(?<name>.*) )?<(?<email>[^<>]*)>$/su.exec(box);
  const { name = '', email = box } = match?.groups ?? {};
  const plain = name.startsWith('"') ? name.slice(1, -1).replaceAll(/\\(.)/gsu, '$1') : name;
  return { name: plain, email };
}

describe('usable addresses', () => {
  it.for([
    'camille.durand@example.org',
    ' camille@example.fr ',
    'mailto:camille@example.org',
    "o'neil+liste@sous.domaine.example.org",
    'hélène@exemple.example.fr',
  ])('takes %s', (typed) => {
    expect(usableAddress(typed)).toBe(typed.trim().replace('mailto:', ''));
  });

  it.for([
    null,
    '',
    'camille',
    'camille@example',
    'a@example.org; b@example.org',
    'Camille <camille@example.org>',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org,b@example.org',
    'a b@example.org',
    'a@@example.org',
    '.a@example.org',
    'a@-example.org',
    `${'a'.repeat(250)}@example.org`,
  ])('leaves %j to a person', (typed) => {
    expect(usableAddress(typed)).toBeNull();
  });
});

describe('names before an address', () => {
  it.for([
    ['Hélène Lœuillet-d’Arc', 'Hélène Lœuillet-d’Arc'],
    ['Durand, Camille', '"Durand, Camille"'],
    ['Camille (DIRECCTE)', '"Camille (DIRECCTE)"'],
    ['J. Martin', '"J. Martin"'],
    ['dit "le Grand" \\', '"dit \\"le Grand\\" \\\\"'],
    ['Camille\r\nBcc: x@example.org', '"Camille Bcc: x@example.org"'],
    ['\u202eCamille\u0000', 'Camille'],
    [' ', ''],
  ])('%j is written %s', ([name = '', written]) => {
    expect(displayName(name)).toBe(written);
  });

  it('are left out when there are none', () => {
    expect(mailbox({ name: '', email: 'a@example.org' })).toBe('a@example.org');
  });
});

describe('a line of addresses', () => {
  const people = [
    { name: 'Durand, Camille', email: 'camille@example.org' },
    { name: 'Sans Adresse', email: null },
    { name: 'Même boîte', email: 'CAMILLE@example.org' },
    { name: 'Éloi Petit', email: 'eloi@example.fr' },
  ];

  it('holds each address once, with names or without', () => {
    expect(addressLine(people, { separator: ';', withNames: true })).toEqual({
      text: '"Durand, Camille" <camille@example.org>; Éloi Petit <eloi@example.fr>',
      count: 2,
    });
    expect(addressLine(people, { separator: ',', withNames: false })).toEqual({
      text: 'camille@example.org, eloi@example.fr',
      count: 2,
    });
  });

  it('is parted again into the same people whatever their names hold', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.stringMatching(/^[",;<>@\\ a\r\n]{0,20}$/),
    );
    fc.assert(
      fc.property(
        fc.array(name, { maxLength: 8 }),
        fc.constantFrom<';' | ','>(';', ','),
        (names, separator) => {
          const people = names.map((each, index) => ({
            name: each,
            email: `personne${index}@example.org`,
          }));
          const { text, count } = addressLine(people, { separator, withNames: true });
          expect(count).toBe(people.length);
          expect(text).not.toMatch(/[\r\n]/);
          const boxes = parted(text, separator).map(readBack);
          expect(boxes.map(({ email }) => email)).toEqual(people.map(({ email }) => email));
          expect(boxes.map((box) => displayName(box.name))).toEqual(names.map(displayName));
        },
      ),
      { numRuns: 500 },
    );
  });
});
