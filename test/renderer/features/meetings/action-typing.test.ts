import { expect, test } from 'vitest';

import { readTypedAction } from '#features/meetings/hold/action-typing.ts';

const typing = {
  languages: ['fr', 'en'],
  today: '2017-06-15',
  words: { yesterday: ['hier'], today: ['aujourd’hui'], tomorrow: ['demain'] },
};

test('an action says by when at its end, in the words people use', () => {
  const cases: readonly (readonly [string, string, string | null])[] = [
    ['Envoyer la note avant le 15 sept.', 'Envoyer la note', '2017-09-15'],
    ['Envoyer la note pour vendredi', 'Envoyer la note', '2017-06-16'],
    ['Relancer l’UGAP dans 2 semaines', 'Relancer l’UGAP', '2017-06-29'],
    ['Relancer l’UGAP d’ici un mois', 'Relancer l’UGAP', '2017-07-15'],
    ['Publier la feuille de route, fin du mois', 'Publier la feuille de route', '2017-06-30'],
    ['Publier pour les acheteurs pour fin septembre', 'Publier pour les acheteurs', '2017-09-30'],
    ['Préparer le dossier pour la réunion', 'Préparer le dossier pour la réunion', null],
    ['Mettre fin au contrat', 'Mettre fin au contrat', null],
    ['Envoyer la note', 'Envoyer la note', null],
    ['', '', null],
  ];
  for (const [text, title, dueOn] of cases) {
    expect(readTypedAction(text, typing), text).toEqual({ title, dueOn });
  }
});
