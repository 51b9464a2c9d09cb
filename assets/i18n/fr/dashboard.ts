/** The dashboard. */
export const dashboard = {
  title: 'Tableau de bord',
  asOf: 'Situation au {{day}}',
  late: {
    title: 'En retard',
    nothing: 'Rien n’est en retard.',
    days_one: '{{count}} jour de retard',
    days_many: '{{count}} jours de retard',
    days_other: '{{count}} jours de retard',
    deliverables_one: '{{n}} livrable en retard, échéance ou trimestre dépassé.',
    deliverables_many: '{{n}} livrables en retard, échéance ou trimestre dépassé.',
    deliverables_other: '{{n}} livrables en retard, échéance ou trimestre dépassé.',
    toMatrix: 'Voir la matrice des livrables',
    toFollowUp: 'Suivre les actions en retard',
  },
  next: {
    title: 'À venir',
    nothing: 'Aucune échéance à venir.',
    toCalendar: 'Voir le calendrier de l’année',
  },
  figures: {
    title: 'Chiffres',
    sources: 'Sources',
    source: 'source {{source}}',
    on: 'au {{day}}',
    atLeast: 'plus de {{value}}',
    all: 'Voir les {{n}} chiffres',
    fewer: 'Voir moins de chiffres',
  },
  funnel: {
    title: 'De l’appel à l’événement',
    received: 'Réponses reçues',
  },
  subGroups: {
    title: 'Sous-groupes et rapporteurs',
    nothing: 'Aucun sous-groupe pour le moment.',
    vacant: 'Pas de rapporteur désigné',
  },
  recent: {
    title: 'Dernières opérations',
    all: 'Tout le journal',
    nothing: 'Aucune opération pour le moment.',
  },
  reports: {
    title: 'Documents prêts',
    all: 'Toutes les restitutions',
    nothing: 'Les documents apparaîtront avec les objectifs et les résultats du groupe.',
    export: 'Exporter : {{name}}',
  },
  first: {
    title: 'Par où commencer',
    description:
      'Ce groupe est encore vide. Quatre étapes suffisent pour qu’il vive : chaque saisie est enregistrée aussitôt et peut être annulée.',
    exchange: {
      title: 'Vos tableurs',
      description: 'Importez les listes que vous tenez déjà : structures, personnes, réunions…',
    },
    actors: {
      title: 'Les acteurs',
      description: 'Ajoutez les structures et les personnes, avec leurs fonctions.',
    },
    subGroups: {
      title: 'Les sous-groupes',
      description: 'Créez les sous-groupes thématiques et nommez leurs rapporteurs.',
    },
    settings: {
      title: 'Votre nom',
      description: 'Indiquez le nom sous lequel vos opérations seront inscrites au journal.',
    },
  },
} as const;
