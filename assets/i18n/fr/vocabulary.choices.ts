import { regionNames } from '#domain/territory.ts';

const workStatus = {
  upcoming: 'À venir',
  underWay: 'En cours',
  done: 'Réalisé',
  paused: 'En pause',
  abandoned: 'Abandonné',
  blocked: 'Bloqué',
  toDiscuss: 'À discuter',
} as const;

const buyerKind = {
  state: 'État',
  localAuthority: 'Collectivité',
  hospital: 'Hospitalier',
  other: 'Autre acheteur',
} as const;

const meetingKind = {
  plenary: 'Plénière',
  subGroup: 'Sous-groupe',
  committee: 'Comité',
  eventPreparation: 'Préparation d’un événement',
} as const;

const side = { buyer: 'Côté acheteurs', company: 'Côté entreprises' } as const;

const chainTable = {
  barrier: 'Frein',
  lever: 'Levier',
  remedy: 'Solution retenue',
  objective: 'Objectif',
  activity: 'Action menée',
  result: 'Résultat',
  measurement: 'Valeur constatée',
  goodPractice: 'Bonne pratique',
} as const;

const phaseOutcome = {
  nextPhase: 'Phase suivante',
  pitch: 'Pitch',
  stand: 'Stand',
  reserve: 'Liste complémentaire',
  notRetained: 'Non retenue',
  excluded: 'Écartée',
} as const;

/** What each value of a closed list is called. */
export const choices = {
  sourceDocument: {
    kind: {
      synthesis: 'Synthèse',
      restitution: 'Restitution',
      report: 'Rapport',
      web: 'Page web',
      law: 'Texte réglementaire',
      other: 'Autre',
    },
  },
  organisation: {
    kind: {
      buyer: 'Acheteur public',
      company: 'Entreprise innovante',
      platform: 'Plateforme régionale',
      institution: 'Institution',
    },
    buyerKind,
    regionCode: regionNames,
  },
  person: { civility: { madam: 'Madame', sir: 'Monsieur' } },
  consent: { purpose: { publication: 'Publication', contact: 'Prise de contact', map: 'Carte' } },
  purchaseSegment: {
    stage: { current: 'En cours', later: 'Dans un deuxième temps', dropped: 'Abandonné' },
  },
  agreement: { status: { planned: 'En projet', inForce: 'En vigueur', ended: 'Terminée' } },
  event: {
    status: { planned: 'Prévu', convened: 'Convoqué', held: 'Tenu', cancelled: 'Annulé' },
  },
  callForInterest: {
    status: { draft: 'Brouillon', open: 'Ouvert', closed: 'Clos', released: 'Résultats annoncés' },
  },
  mandate: {
    role: {
      rapporteur: 'Rapporteur',
      coRapporteur: 'Co-rapporteur',
      lead: 'Pilote',
      member: 'Membre',
      secretariat: 'Secrétariat',
      chair: 'Présidence',
    },
  },
  meetingSeries: {
    recurrence: {
      monthly: 'Mensuelle',
      quarterly: 'Trimestrielle',
      yearly: 'Annuelle',
      none: 'Sans rythme fixe',
    },
  },
  meeting: {
    kind: meetingKind,
    quorumUnit: { people: 'Personnes', percent: 'Pour cent des attendus' },
    status: {
      draft: 'Brouillon',
      convened: 'Convoquée',
      underWay: 'En cours',
      toValidate: 'À valider',
      validated: 'Validée',
      held: 'Tenue',
      cancelled: 'Annulée',
    },
  },
  agendaItem: { status: { planned: 'Prévu', discussed: 'Traité', postponed: 'Reporté' } },
  attendance: {
    status: {
      expected: 'Attendu',
      present: 'Présent',
      excused: 'Excusé',
      represented: 'Représenté',
      absent: 'Absent',
    },
  },
  minutes: { status: { draft: 'Brouillon', toValidate: 'À valider', validated: 'Validé' } },
  decision: {
    status: {
      adopted: 'Adoptée',
      rejected: 'Rejetée',
      deferred: 'Reportée',
      superseded: 'Remplacée',
    },
  },
  actionItem: { status: workStatus },
  agendaTemplate: { meetingKind },
  dispatch: {
    kind: {
      convocation: 'Convocation',
      update: 'Mise à jour',
      cancellation: 'Annulation',
      minutes: 'Compte rendu',
      reminder: 'Relance',
    },
  },
  milestone: { status: workStatus },
  deliverable: {
    kind: {
      roadmap: 'Feuille de route',
      writtenContribution: 'Contribution écrite',
      presentation: 'Présentation',
      report: 'Rapport',
    },
    status: workStatus,
  },
  callQuestion: {
    kind: { text: 'Texte', number: 'Nombre', choice: 'Choix dans une liste', file: 'Fichier' },
  },
  application: {
    maturity: { idea: 'Idée', prototype: 'Prototype', pilot: 'Pilote', marketed: 'Commercialisée' },
  },
  phase: {
    aggregation: { mean: 'Moyenne pondérée', median: 'Médiane pondérée' },
    kind: {
      triage: 'Tri par motifs d’écartement',
      committee: 'Notation en comité',
      finalSelection: 'Sélection finale',
      placement: 'Placement',
    },
    keptOutcome: { nextPhase: 'Phase suivante', pitch: 'Pitch', stand: 'Stand' },
    otherOutcome: { notRetained: 'Non retenue', stand: 'Stand', reserve: 'Liste complémentaire' },
  },
  exclusionReason: {
    code: {
      notMarketed: 'Non commercialisable',
      notForPublicSector: 'Non adaptée à la sphère publique',
      outsideRegion: 'Hors région',
      other: 'Autre motif',
    },
  },
  phaseDecision: { outcome: phaseOutcome },
  decisionException: { fromOutcome: phaseOutcome, toOutcome: phaseOutcome },
  letterTemplate: { outcome: phaseOutcome },
  outcomeLetter: {
    outcome: phaseOutcome,
    medium: { letter: 'Courrier', email: 'Message électronique' },
  },
  conflictOfInterest: { origin: { declared: 'Déclaré', detected: 'Détecté' } },
  need: { buyerKind },
  match: {
    status: {
      proposed: 'Proposé',
      accepted: 'Accepté',
      refused: 'Refusé',
      met: 'Rencontre faite',
      contracted: 'Marché conclu',
    },
  },
  programmeItem: {
    kind: {
      welcome: 'Accueil',
      pitch: 'Pitchs',
      plenary: 'Plénière',
      meetings: 'Rendez-vous',
      demo: 'Démonstrations',
      break: 'Pause',
      other: 'Autre',
    },
  },
  registration: {
    status: {
      invited: 'Invité',
      registered: 'Inscrit',
      declined: 'A décliné',
      cancelled: 'Annulé',
    },
    role: {
      buyer: 'Acheteur',
      company: 'Entreprise',
      partner: 'Partenaire',
      speaker: 'Intervenant',
      visitor: 'Visiteur',
    },
  },
  meetingParticipant: { side: { buyer: 'Acheteur', company: 'Entreprise' } },
  b2bMeeting: {
    status: {
      wished: 'Souhaité',
      planned: 'Prévu',
      held: 'Tenu',
      missed: 'Manqué',
      cancelled: 'Annulé',
    },
  },
  groupYear: { status: { open: 'Ouverte', closed: 'Clôturée' } },
  objective: {
    status: workStatus,
    judgement: {
      reached: 'Atteint',
      partly: 'Atteint en partie',
      notReached: 'Non atteint',
    },
  },
  indicator: {
    countedFrom: {
      applications: 'Réponses',
      needs: 'Besoins',
      meetings: 'Réunions',
      subGroups: 'Sous-groupes',
    },
  },
  measurementPart: { buyerKind },
  barrier: { side },
  lever: { side },
  remedy: { side: { ...side, both: 'Les deux côtés' }, status: workStatus },
  activity: { status: workStatus },
  chainLink: { fromTable: chainTable, toTable: chainTable },
  reportEdition: {
    kind: {
      synthesis: 'Synthèse à mi-année',
      restitution: 'Restitution annuelle',
      meetingPack: 'Dossier de réunion',
      activityReport: 'Rapport d’activité',
      directory: 'Annuaire',
      selectionReport: 'Rapport de sélection',
    },
    status: { draft: 'Brouillon', frozen: 'Arrêtée', published: 'Publiée' },
  },
  editionFile: {
    format: {
      docx: 'Word (DOCX)',
      odt: 'OpenDocument (ODT)',
      pptx: 'PowerPoint (PPTX)',
      odp: 'OpenDocument (ODP)',
      html: 'Page web (HTML)',
      pdf: 'PDF',
      xlsx: 'Excel (XLSX)',
      ods: 'OpenDocument (ODS)',
    },
  },
} as const;
