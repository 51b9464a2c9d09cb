/** What a new selection begins with, and what the program writes into it. */
export const selectionTexts = {
  calledUp: 'Appelée après le désistement de la réponse n° {{number}}.',
  committee: 'Comité – {{title}}',
  phase: {
    triage: {
      name: 'Tri des réponses',
      description:
        'Écarter les solutions non commercialisables, non adaptées à la sphère publique ou hors région.',
    },
    committee: {
      name: 'Comité de sélection',
      description:
        'Noter les réponses et retenir 20 à 30 entreprises à inviter. Les suivantes forment une liste complémentaire classée.',
    },
    final: {
      name: 'Choix des 9 pitchs',
      description:
        'Choisir les 9 entreprises qui pitcheront devant les acheteurs publics. Les autres invitées tiennent un stand.',
    },
  },
  exclusion: {
    notMarketed: 'Solution non commercialisable',
    notForPublicSector: 'Solution non adaptée à la sphère publique',
    outsideRegion: 'Hors région',
  },
  criterion: {
    novelty: 'Caractère innovant',
    fit: 'Réponse aux besoins des acheteurs publics',
    readiness: 'Maturité de la solution',
    capacity: 'Capacité de l’entreprise à répondre',
  },
  letter: {
    nextPhase: {
      subject: 'Votre réponse à l’appel à manifestation d’intérêt',
      body: 'Madame, Monsieur,\n\nVotre réponse n° {numero}, « {reponse} », est retenue pour la suite de la sélection. Nous vous tiendrons informés de la prochaine étape.\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
    pitch: {
      subject: 'Votre entreprise est invitée à pitcher',
      body: 'Madame, Monsieur,\n\nVotre réponse n° {numero}, « {reponse} », est retenue : {structure} est invitée à présenter sa solution aux acheteurs publics lors de {evenement}. Nous vous préciserons votre ordre de passage.\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
    stand: {
      subject: 'Votre entreprise est invitée à tenir un stand',
      body: 'Madame, Monsieur,\n\nVotre réponse n° {numero}, « {reponse} », est retenue : {structure} est invitée à tenir un stand, sans frais, lors de {evenement}. Vous pourrez y rencontrer les acheteurs publics.\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
    reserve: {
      subject: 'Votre réponse est sur la liste complémentaire',
      body: 'Madame, Monsieur,\n\nVotre réponse n° {numero}, « {reponse} », est inscrite sur la liste complémentaire, au rang {rang}. Nous vous écrirons si une place se libère.\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
    notRetained: {
      subject: 'Votre réponse n’a pas été retenue',
      body: 'Madame, Monsieur,\n\nNous vous remercions de votre réponse n° {numero}, « {reponse} ». Le comité ne l’a pas retenue, pour le motif suivant : {motif}\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
    excluded: {
      subject: 'Votre réponse n’a pas été retenue',
      body: 'Madame, Monsieur,\n\nNous vous remercions de votre réponse n° {numero}, « {reponse} ». Elle n’entre pas dans le champ de l’appel, pour le motif suivant : {motif}\n\nVeuillez agréer, Madame, Monsieur, nos salutations distinguées.',
    },
  },
} as const;
