/** The journal of operations. */
export const journal = {
  title: 'Journal des opérations',
  description:
    'Tout ce qui a été fait, par qui et quand. Chaque opération peut être annulée, même ancienne.',
  more: 'Afficher la suite',
  undo: 'Annuler',
  undoOne: 'Annuler – {{what}}',
  undone: 'Annulée',
  blocked: 'Cette opération ne peut pas être annulée',
  changes_one: '{{n}} valeur',
  changes_many: '{{n}} valeurs',
  changes_other: '{{n}} valeurs',
  empty: {
    title: 'Rien encore',
    description:
      'Chaque ajout, modification ou suppression s’inscrira ici, avec de quoi l’annuler.',
  },
} as const;
