/** A record that has no screen of its own. */
export const record = {
  removed: 'Cette fiche a été supprimée. Elle peut être rétablie depuis le journal.',
  missing: {
    title: 'Fiche introuvable',
    heading: 'Cette fiche n’est plus là',
    description: 'Elle a peut-être été supprimée. Le journal permet de la rétablir.',
  },
  fields: 'Contenu de la fiche',
  about: 'Concerne :',
} as const;
