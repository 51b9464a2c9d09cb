import { describe, expect, it } from 'vitest';

import { AppError } from '#contract/errors.ts';
import { createTranslator } from '#platform/translate.ts';
import { DataError } from '#sql/errors.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('a translator', () => {
  it('speaks its language, whatever others there are', () => {
    const [french, english] = [createTranslator('fr'), createTranslator('en')];
    expect(french.t('vocabulary:entity.organisation.one')).toBe('Structure');
    expect(english.t('vocabulary:entity.organisation.one')).toBe('Organisation');
    expect(french.t('vocabulary:entity.organisation.one')).toBe('Structure');
  });

  it('names the file as it is, signs and all', () => {
    const path = '/données/<a> & "b" $t(errors:unexpected) {{path}}.rapporteur';
    const { message, code } = createTranslator('fr').failure(
      new DataError('store.damaged', { path }),
    );
    expect(code).toBe('store.damaged');
    expect(plain(message)).toContain(`Cette base est endommagée : ${path}.`);
  });

  it('names each refused column and says what is wrong with it', () => {
    const refusals = [
      { field: 'familyName', rule: 'required' },
      { field: 'email', rule: 'neverHeardOf' },
    ];
    const error = new DataError('record.invalid', { table: 'person', refusals });
    const { message, details } = createTranslator('fr').failure(error);
    expect(plain(message)).toBe(
      'Saisie refusée (Personne). « Nom » : Ce champ est obligatoire : indiquez une valeur. « Adresse électronique » : Cette valeur n’est pas acceptée : corrigez-la.',
    );
    expect(details).toEqual({ table: 'person', refusals });
  });

  it('joins lists, and leaves numbers to be read', () => {
    const details = { format: 'doc', known: ['docx', 'odt'] };
    const { message } = createTranslator('en').failure(
      new AppError('export.unknownFormat', details),
    );
    expect(message).toContain('doc. Possible choices: docx, odt.');
    const newer = new DataError('store.newer', { path: '/a', version: 12, known: 3 });
    expect(createTranslator('en').failure(newer).message).toContain('(format 12, known format 3)');
  });

  it('tells nothing of an error that nobody foresaw', () => {
    const { code, message, details } = createTranslator('fr').failure(new Error('/secret/path'));
    expect(code).toBe('unexpected');
    expect(message).toMatch(/^Une erreur imprévue s’est produite\./);
    expect(message).not.toContain('secret');
    expect(details).toEqual({});
  });

  it('words the reasons of the journal', () => {
    const { reason } = createTranslator('fr');
    expect(plain(reason({ key: 'create', params: { table: 'subGroup' } }))).toBe(
      'Ajout : Sous-groupe thématique',
    );
    expect(plain(reason({ key: 'remove', params: { table: 'person', count: 2 } }))).toBe(
      'Suppression : Personnes (2)',
    );
    expect(reason({ key: 'undo', params: { of: 'merge' } })).toBe('Annulation (fusion)');
    expect(reason({ key: 'example' })).toBe('Chargement du groupe d’exemple');
  });
});
