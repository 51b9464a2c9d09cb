import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readAmount } from '#features/indicators/amount.ts';
import type { MeasurementDraft } from '#features/indicators/measurement-draft.ts';
import { checkDraft, draftOf, remainderOfDraft } from '#features/indicators/measurement-draft.ts';
import { resources } from '#i18n/index.ts';

const { atLeastWords } = resources.fr.indicators.form;
const read = (typed: string) => readAmount(typed, atLeastWords);
const fr = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 15 });

describe('amounts as they are typed', () => {
  it.each([
    ['27', 27, false],
    [' 27 ', 27, false],
    ['12,5', 12.5, false],
    ['12.5', 12.5, false],
    ['1 250,5', 1250.5, false],
    ['1\u202F250\u00A0000', 1_250_000, false],
    ['−3', -3, false],
    ['plus de 300', 300, true],
    ['Plus de 1 300,25', 1300.25, true],
    ['au moins 20', 20, true],
    ['≥ 20', 20, true],
    ['>=20', 20, true],
  ])('reads « %s »', (typed, value, isMinimum) => {
    expect(read(typed)).toEqual({ value, isMinimum });
  });

  it.each([
    '',
    'douze',
    '12,',
    ',5',
    '1 25',
    '12 5000',
    '1.250,5',
    '1e5',
    '12 %',
    '27 réponses',
    '--3',
    'plus de',
    '1234567890123456',
  ])('refuses « %s »', (typed) => {
    expect(read(typed)).toBeNull();
  });

  it('gives back any amount as the screen writes it', () => {
    const amounts = fc
      .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 5 }))
      .map(([units, places]) => Number(`${units}e-${places}`));
    fc.assert(
      fc.property(amounts, fc.boolean(), (value, isMinimum) => {
        const text = `${isMinimum ? 'plus de ' : ''}${fr.format(value)}`;
        expect(read(text)).toEqual({ value: value + 0, isMinimum });
      }),
    );
  });
});

const draft = (patch: Partial<MeasurementDraft>): MeasurementDraft => ({
  ...draftOf(null, '2017-12-31', String),
  ...patch,
});
const part = (key: number, title: string, value: string) => ({
  key,
  id: null,
  title,
  value,
  buyerKind: null,
  detail: '',
});
const words = { atLeastWords, needsSource: false };

describe('a value before it is saved', () => {
  it('is kept although its parts leave some out, or exceed it', () => {
    const short = draft({ value: '27', parts: [part(0, 'État', '17'), part(1, 'Villes', '4')] });
    expect(remainderOfDraft(short, atLeastWords)).toBe(6);
    expect(checkDraft(short, words)).toHaveProperty('request.parts.length', 2);
    const beyond = draft({ value: '0,3', parts: [part(0, 'A', '0,1'), part(1, 'B', '0,3')] });
    expect(remainderOfDraft(beyond, atLeastWords)).toBe(-0.1);
    expect(checkDraft(beyond, words)).toHaveProperty('request.value', 0.3);
  });

  it('leaves out rows in which nothing was typed', () => {
    const typed = draft({ value: '3', parts: [part(0, '', ''), part(1, 'A', '3')] });
    expect(checkDraft(typed, words)).toHaveProperty('request.parts.length', 1);
    expect(remainderOfDraft(draft({ value: '3', parts: [part(0, ' ', '')] }), '')).toBeNull();
  });

  it('names every field that is wrong', () => {
    const wrong = draft({
      value: 'x',
      asOfOn: null,
      parts: [part(4, '', '3'), part(7, 'A', 'trois')],
    });
    expect(checkDraft(wrong, { atLeastWords, needsSource: true })).toEqual({
      errors: {
        value: 'form.notANumber',
        asOfOn: 'form.dayRequired',
        sourceId: 'form.sourceRequired',
        '4.title': 'form.partRequired',
        '7.value': 'form.notANumber',
      },
    });
  });
});
