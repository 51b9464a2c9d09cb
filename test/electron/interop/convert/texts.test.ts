import { resources } from '#i18n/index.ts';
import { cellConverter, isSameImport } from '#interop/convert/convert-cell.ts';
import type { ChoiceWords, ConvertTarget } from '#interop/convert/targets.ts';
import { convertKinds, convertNotes, convertProblems } from '#interop/convert/targets.ts';
import { compileWords, wordList } from '#interop/convert/words.ts';
import type { Cell } from '#interop/import/sheet.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { english, french, read, told } from './reading.ts';

const status: readonly ChoiceWords[] = ['upcoming', 'underWay', 'done', 'abandoned'].map(
  (value) => {
    const known = value as 'upcoming' | 'underWay' | 'done' | 'abandoned'; // one of these
    return {
      value,
      words: (['fr', 'en'] as const).flatMap((language) => [
        resources[language].vocabulary.choice.actionItem.status[known],
        ...wordList(resources[language].imports.choiceWords.actionItem.status[known]),
      ]),
    };
  },
);
const statusTarget: ConvertTarget = { kind: 'choice', choices: status };

describe('text', () => {
  it.each<[Cell, unknown]>([
    ['  a  b ', 'a b'],
    ['a\u00a0b', 'a b'],
    ['Objet\u00a0: «\u00a0eau\u00a0»', 'Objet\u00a0: «\u00a0eau\u00a0»'],
    ['12\u202f000', '12\u202f000'],
    ['\ufeffa\u200bb\u00ad', 'ab'],
    ['e\u0301', 'é'],
    ['👨‍👩‍👧', '👨‍👩‍👧'],
    ['a\nb', 'a b ~linesJoined'],
    ['a\u0007b', 'ab ~charactersRemoved'],
    ['\u202egnp.exe', 'gnp.exe ~charactersRemoved'],
    ['a\ud800b', 'ab ~charactersRemoved'],
    ['<b>a</b> &amp;', '<b>a</b> &amp;'],
    ['-', '-'],
    ['n/a', 'n/a'],
    [' \u00a0\u200b', null],
    [{ kind: 'number', value: 0.25, text: '25%' }, '25%'],
    [{ kind: 'date', value: '2017-09-15' }, '15/09/2017'],
    [{ kind: 'date', value: '2017-09-15T14:30:00' }, '15/09/2017 14:30'],
    [true, 'oui'],
    [{ kind: 'error', value: '#REF!' }, '!errorCell'],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, 'text')).toBe(expected);
  });

  it('shows numbers as the language does', () => {
    expect(told(12.5, 'text', french)).toBe('12,5');
    expect(told(12.5, 'text', english)).toBe('12.5');
  });

  it('keeps its lines where it may have several', () => {
    expect(told('a  \r\n b\r\rc ', 'longText')).toBe('a\n b\n\nc');
    expect(told('- un\n- deux', 'longText')).toBe('- un\n- deux');
  });

  it('is refused when it is too long, with its length', () => {
    expect(read('abcd', { kind: 'text', max: 3 })).toMatchObject({
      problem: 'tooLong',
      params: { max: 3, length: 4 },
    });
    expect(told('abc ', { kind: 'text', max: 3 })).toBe('abc');
  });
});

describe('a choice', () => {
  it.each<[Cell, unknown]>([
    ['Réalisé', 'done'],
    ['REALISES', 'done'],
    ['terminées', 'done'],
    ['a venir', 'upcoming'],
    ['En-cours', 'underWay'],
    ['in progress', 'underWay'],
    ['underWay', 'underWay'],
    ['under way', 'underWay'],
    ['Abandoné', 'abandoned ~nearChoice'],
    ['zzz', '!unknownChoice'],
    ['sans objet', 'null ~readAsBlank'],
    ['-', null],
  ])('is read from %j as %j', (cell, expected) => {
    expect(told(cell, statusTarget)).toBe(expected);
  });

  it('names what can be chosen when it is refused', () => {
    expect(read('zzz', statusTarget)).toMatchObject({
      params: { choices: 'À venir, En cours, Réalisé, Abandonné' },
    });
  });
});

describe('a list in a cell', () => {
  it.each<[string, readonly string[] | null]>([
    ['a; b ;A;', ['a', 'b']],
    ['a, b', ['a', 'b']],
    ['a, b; c', ['a, b', 'c']],
    ['a | b', ['a', 'b']],
    ['• un\n• deux\r\n• trois', ['un', 'deux', 'trois']],
    ['- un\n- deux', ['un', 'deux']],
    ['BTP / Travaux', ['BTP', 'Travaux']],
    ['eau/énergie', ['eau', 'énergie']],
    ['24/7', ['24/7']],
    ['["x, y","z"]', ['x, y', 'z']],
    [';', null],
    ['NC', null],
  ])('is cut by its strongest separator: %j', (cell, expected) => {
    expect(read(cell, 'labels')).toMatchObject({ ok: true, value: expected });
  });

  it('refuses labels that are too long or too many', () => {
    expect(told('a'.repeat(81), 'labels')).toBe('!tooLong');
    expect(told(Array.from({ length: 101 }, (_, at) => `l${at}`).join(';'), 'labels')).toBe(
      '!tooManyLabels',
    );
  });
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'0123456789/-. ,;:hT€%@+()\u00a0\u200d\n') }),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.record({
    kind: fc.constantFrom('text', 'number', 'date', 'boolean', 'error'),
    value: fc.oneof(fc.string(), fc.double(), fc.boolean()),
  }) as fc.Arbitrary<Cell>, // whatever a reader could make of a broken file
  fc.record({
    kind: fc.constant('number'),
    value: fc.double(),
    text: fc.string(),
  }) as fc.Arbitrary<Cell>, // the same
);
const target = fc.constantFrom<ConvertTarget>(
  ...convertKinds.map((kind) => ({ kind })),
  statusTarget,
  { kind: 'date', dateOrder: 'monthFirst' },
  { kind: 'identifier', min: 5, max: 5 },
  { kind: 'integer', min: 0, max: 1000 },
);

describe('any cell in any column', () => {
  it('is converted or refused with a known code, and what comes out goes in again unchanged', () => {
    fc.assert(
      fc.property(cell, target, fc.constantFrom(french, english), (given, column, options) => {
        const convert = cellConverter(column, options);
        const result = convert(given);
        if (!result.ok) {
          expect(convertProblems).toContain(result.problem);
          expect(result.params).toHaveProperty('text');
          return;
        }
        if (result.note !== undefined) expect(convertNotes).toContain(result.note);
        expect(result.value).not.toBe('');
        const again =
          result.value === null || typeof result.value === 'object' ? null : result.value;
        // Numbers come back as numbers, everything else as the text it is stored as.
        if (again !== null) expect(convert(again)).toMatchObject({ ok: true, value: again });
      }),
      { numRuns: 20_000 },
    );
  });

  it('takes no longer for long nonsense', () => {
    const long = ['1 ', 'a@', '-', '((', 'é.', '0,', '/', 'a b ', '+'].map((part) =>
      part.repeat(32_767 / part.length),
    );
    const start = performance.now();
    for (const kind of convertKinds) for (const text of long) read(text, kind);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('what is stored', () => {
  it('counts as unchanged when it is only spelt otherwise in the sheet', () => {
    const phone = cellConverter({ kind: 'phone' }, french);
    expect(isSameImport('03 20 00 00 00', '+33 3 20 00 00 00', phone)).toBe(true);
    expect(isSameImport('03 20 00 00 01', '+33 3 20 00 00 00', phone)).toBe(false);
    expect(isSameImport(null, '+33 3 20 00 00 00', phone)).toBe(false);
    const text = cellConverter({ kind: 'text' }, french);
    expect(isSameImport('a\u00a0b', 'a b', text)).toBe(true);
    expect(isSameImport(['a', 'b'], ['a', 'b'], cellConverter({ kind: 'labels' }, french))).toBe(
      true,
    );
  });
});

describe('words and sentences', () => {
  it.each(['fr', 'en'] as const)('exist in %s for every code', (language) => {
    const { problem, note } = resources[language].imports;
    expect(Object.keys(problem).toSorted()).toEqual(expect.arrayContaining([...convertProblems]));
    expect(Object.keys(note).toSorted()).toEqual(expect.arrayContaining([...convertNotes]));
  });

  it('need at least one language', () => {
    expect(() => compileWords([])).toThrow(TypeError);
  });
});
