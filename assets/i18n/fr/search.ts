/** The search over everything. */
export const search = {
  name: 'Rechercher une fiche ou une commande',
  placeholder: 'Une personne, une structure, une commande…',
  results: 'Résultats',
  commands: 'Sur cet écran',
  nothing: 'Rien ne correspond à « {{text}} ».',
  keys: '↑ ↓ pour choisir · Entrée pour ouvrir · Échap pour fermer',
  count_one: '{{n}} résultat',
  count_many: '{{n}} résultats',
  count_other: '{{n}} résultats',
} as const;
