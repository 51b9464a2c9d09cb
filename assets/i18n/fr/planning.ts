/** Words for what brings two sides together, and for what keeps a timetable from working. */
export const planning = {
  basis: {
    segment: {
      same: 'même segment : {{name}}',
      offerNarrower: 'segment de la solution compris dans celui du besoin : {{name}}',
      offerBroader: 'segment du besoin compris dans celui de la solution : {{name}}',
      sibling: 'segments voisins : {{name}}',
    },
    words: 'mots communs : {{words}}',
    buyerWish: 'souhait de l’acheteur ({{strength}}/3)',
    companyWish: 'souhait de l’entreprise ({{strength}}/3)',
    between: ' ; ',
  },
  clash: {
    sameParticipant: 'déjà en rendez-vous à ce moment',
    samePerson: 'la même personne est déjà en rendez-vous pour une autre structure',
    samePair: 'ces deux structures se rencontrent déjà',
    sameTable: 'la table est déjà prise',
    roomFull: 'toutes les tables sont prises',
    unavailable: 'structure indisponible à ce moment',
    pitch: 'passage sur scène à ce moment',
    demo: 'démonstration à ce moment',
    break: 'pause à ce moment',
    withdrawn: 'structure qui s’est désistée',
    outsideSlots: 'horaire en dehors des créneaux',
    tooMany: 'nombre maximal de rendez-vous dépassé',
  },
} as const;
