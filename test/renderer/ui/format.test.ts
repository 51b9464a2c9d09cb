import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';

import { resources } from '#i18n/index.ts';
import { makeFormat } from '#ui/format.ts';
import { typesetTree } from '#ui/typeset.ts';

beforeAll(async () => {
  await i18next.init({
    resources: { fr: typesetTree(resources.fr), en: resources.en },
    lng: 'fr',
    interpolation: { escapeValue: false },
  });
});

const french = () => makeFormat('fr', i18next.getFixedT('fr'));
const english = () => makeFormat('en', i18next.getFixedT('en'));

test('days are said as each language says them, wherever the machine is', () => {
  expect(french().date('2017-06-01')).toBe('1er juin 2017');
  expect(french().date('2017-05-21')).toBe('21 mai 2017');
  expect(french().shortDate('2017-05-09')).toBe('09/05/2017');
  expect(english().date('2017-06-01')).toBe('1 June 2017');
});

test('a period says which of its ends is open', () => {
  const { period } = french();
  expect(period('2017-01-02', '2017-05-09')).toBe('du 2 janvier 2017 au 9 mai 2017');
  expect(period('2017-01-02', null)).toBe('depuis le 2 janvier 2017');
  expect(period(null, '2017-05-09')).toBe('jusqu’au 9 mai 2017');
  expect(period(null, null)).toBe('sans date');
});

test('numbers take the separators of the language', () => {
  expect(french().number(1329.5)).toBe('1\u202F329,5');
  expect(english().number(1329.5)).toBe('1,329.5');
});

test('an operation is named in words, with the kind of record it touched', () => {
  const reason = { key: 'create', params: { table: 'person' } };
  expect(french().reason(reason)).toBe('Ajout\u00A0: Personne');
  expect(french().reason(reason)).not.toContain('{{');
  expect(english().reason(reason)).not.toContain('vocabulary');
});

test('what a redo would do is named by what was undone', () => {
  const { deed } = french();
  expect(deed({ key: 'undo', params: { of: 'update' } })).toBe('modification');
  expect(deed({ key: 'update', params: { table: 'person' } })).toBe('Modification\u00A0: Personne');
});

test('a refusal that came with its sentence keeps it; one met in the window is worded here', () => {
  const { refusal } = french();
  expect(refusal({ code: 'store.none', message: 'Déjà dit.', details: {} })).toBe('Déjà dit.');
  const own = refusal({ code: 'store.stopped', message: '', details: {} });
  expect(own).toBe(typesetTree(resources.fr.errors.store.stopped));
});
