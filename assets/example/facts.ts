/** Key phrases of one part of an original document, spelling normalised. */
export interface FactSection {
  readonly section: string;
  readonly facts: readonly string[];
}

/**
 * Text as facts are compared: one kind of space, apostrophe, hyphen and ellipsis, without soft
 * hyphens, so that a phrase is found whatever typography a document gives it.
 */
export function normaliseForFacts(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('\u00AD', '')
    .replaceAll(/['ʼ]/g, '’')
    .replaceAll('\u2011', '-')
    .replaceAll('...', '…')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

const synthesis: readonly FactSection[] = [
  {
    section: 'Page de titre',
    facts: [
      'Observatoire régional de la commande publique',
      'Innovation et commande publique',
      'Synthèse de travaux à mi-année 2017',
    ],
  },
  {
    section: 'Périmètre',
    facts: [
      'Sont innovants les travaux, fournitures ou services nouveaux ou sensiblement améliorés.',
      'décret 2016-360 du 25 mars 2016',
      'Achats de santé',
      'établissements hospitaliers, EHPAD',
      'Prestations intellectuelles',
      'Prestations de services numériques',
      'communication, numérisation, dématérialisation',
      'Immobilier',
      'travaux/maintenance des bâtiments',
      'L’innovation sociale sera traitée dans un deuxième temps lorsque la première phase sera plus « mature ».',
    ],
  },
  {
    section: 'Objectifs',
    facts: [
      'Faire un état des lieux sur le territoire des pratiques d’achats innovants',
      'Recenser les principaux freins, leviers et bonnes pratiques',
      'tant du point de vue des acheteurs publics que de celui des entreprises',
      'programme des investissements d’avenir (PIA) soutient plus de 300 dossiers innovants',
      'réponses innovantes potentielles aux besoins d’achat',
      'Construire un plan d’action en soutien à l’action commune DAE/DGE visant à l’amélioration des pratiques d’achats innovants',
    ],
  },
  {
    section: 'Premiers constats – côté acheteurs',
    facts: [
      'Méconnaissance de la thématique',
      'Absence de données statistiques à l’échelle régionale',
      'Problème de définition de l’innovation',
      'Freins financiers / contexte budgétaire',
      'Craintes (notamment d’un risque juridique) autour des nouvelles procédures ou des techniques d’achat propices à l’innovation et/ou à la simplification',
      'Manque de soutien politique et hiérarchique à innover',
      'Changement de mentalité à opérer',
    ],
  },
  {
    section: 'Premiers constats – côté entreprises',
    facts: [
      'Difficultés pour trouver une porte d’entrée et faire connaître leurs innovations',
      'Méconnaissance des besoins des administrations',
      'Méconnaissance des processus d’achat public et de leur formalisme (pas ou peu de méthodologie de réponse)',
      'Méconnaissance de l’organisation administrative et des organes de décision',
      'Difficultés à évaluer le caractère innovant',
      'Craintes concernant les délais de paiement',
      'Manque de structure et de temps homme (TPE/PME)',
    ],
  },
  {
    section: 'Stratégie',
    facts: [
      'définir une stratégie régionale',
      'Cette stratégie régionale s’inspire de la stratégie nationale DAE-DGE portée par ses relais locaux, à savoir la PFRA et la DIRECCTE.',
      'Sensibiliser les entreprises innovantes et les acheteurs publics',
      'Rapprocher et faciliter les relations entre acheteurs publics et entreprises innovantes',
      'Accompagner les acheteurs publics dans leurs pratiques d’achats innovants',
      'Évaluer le déploiement des achats innovants',
    ],
  },
  {
    section: 'Structuration des travaux',
    facts: [
      '3 réunions de GT',
      '9 mai 2017',
      '4 sous-groupes de travail',
      'Sensibiliser les entreprises innovantes à l’achat public',
      'Jean-Marie PRUVOST (NFID)',
      'Clémence CHIQUET (Lille is French Tech)',
      'Accompagner les acheteurs publics dans leurs pratiques d’achat d’innovation',
      'Mikaël TRIGAUT (PFRA)',
      'Évaluer le déploiement des achats innovants',
      'Alexandre SILLE (DIRECCTE)',
      'Convention État-UGAP',
      'Pierre DUPUIS (UGAP)',
      'Approfondir les thématiques identifiées dans le premier livrable',
      'Faire un état des lieux des pratiques existantes',
      'Formuler des préconisations d’actions',
      'Feuille de route avec composition du sous-groupe, planning de travail et jalons associés',
      'Contribution écrite sous format libre',
      'Présentation des travaux lors des réunions trimestrielles de GT',
    ],
  },
  {
    section: 'Livrables réalisés',
    facts: [
      'Feuille de route du GT',
      'mettre en ligne sur le site de l’ORCP',
      'Niels BRALEY',
      'stagiaire IEP Lille en Master 1 Affaires publiques',
      'rapport d’expertise',
      'Achats innovants',
      'base de travail pour les différents sous-groupes thématiques',
    ],
  },
  {
    section: 'Actions menées',
    facts: [
      '1er Jeudi du numérique',
      'MEL',
      '22 juin 2017',
      '« services numériques de vie quotidienne »',
      'rencontres entre collectivités territoriales et porteurs de projets numériques innovants destinés à impulser des expérimentations dans la métropole',
      'smart city',
      'Cette initiative a vocation à se réitérer dans le temps autour d’autres thématiques.',
      'Mise en œuvre opérationnelle de la convention État-UGAP',
      'Recensement des besoins auprès des acheteurs régionaux',
      '27 réponses',
      '17 acheteurs de l’État',
      '4 collectivités (MEL, CD 80 et CD 62)',
      'permettront d’affiner les premiers constats dressés par le GT et de dresser un état plus exhaustif des pratiques et des besoins',
      'Appel à manifestation d’intérêt auprès des entreprises régionales porteuses de solutions innovantes',
      '79 réponses d’entreprises',
    ],
  },
  {
    section: 'Méthodologie de sélection',
    facts: [
      'Ces réponses seront sélectionnées selon une méthodologie en plusieurs phases',
      'Qualification des offres et premier tri',
      'non commercialisables, non adaptées à la sphère publique et hors région',
      '30 juin',
      'Deuxième phase de tri avec un comité plus large (quelques acheteurs publics, Euratechnologies et Eurasanté)',
      'Les entreprises retenues (entre 20 et 30) seront conviées à l’événement organisé courant novembre',
      '9 entreprises qui pitcheront devant un panel d’acheteurs publics lors de l’événement de novembre 2017',
      'Les autres tiendront un espace/stand pour le BtoB (gratuit)',
    ],
  },
  {
    section: 'Perspectives pour le 2e semestre 2017',
    facts: [
      'l’ensemble des rapporteurs des sous-groupes thématiques',
      'septembre 2017',
      'faire un point sur l’avancée de leurs travaux',
      'Semaine de l’innovation publique',
      'SGMAP',
      '20 au 26 novembre 2017',
      'Euratechnologies',
      'Raouti CHEHAH',
      '30 juin',
      'modalités opérationnelles',
      'pitch des 9 entreprises retenues à l’issue de l’AMI UGAP',
      'rencontres BtoB essentiellement',
      'possibilité d’organiser des démonstrations',
    ],
  },
];

const restitution: readonly FactSection[] = [
  {
    section: 'Page de titre et plan',
    facts: ['Innovation et commande publique', 'Restitution', '2017', '2018'],
  },
  {
    section: '1.1. Objectifs 2017',
    facts: [
      'Faire un état des lieux sur le territoire des pratiques d’achats innovants. Notamment, recenser les principaux freins, leviers et bonnes pratiques.',
      'Respecter les engagements pris lors de l’AG 2017',
      'convention État-UGAP « achats innovants »',
      'convention Sciences Po Lille – ORCP',
      'Initier la construction d’un plan d’action en soutien à l’action commune DAE/DGE',
    ],
  },
  {
    section: '1.2. Indicateur(s) retenu(s)',
    facts: [
      'Le premier effort est de faire rencontrer acheteurs et entreprises innovantes',
      'absence d’indicateurs existants',
      'appels à manifestation d’intérêt et questionnaires en ligne à l’attention des entreprises et à l’attention des acheteurs publics',
      'Recensement des besoins auprès des acheteurs régionaux',
      '27 réponses',
      '17 acheteurs de l’État',
      '4 collectivités (MEL, CD 80 et CD 62)',
      'Appel à manifestation d’intérêt auprès des entreprises régionales porteuses de solutions innovantes',
      '90 réponses d’entreprises',
      'Construire une méthodologie de sélection',
      'faire rencontrer l’offre et la demande pour l’organisation d’événements',
    ],
  },
  {
    section: '2. Résultats',
    facts: [
      'Mise en place de sous-groupes thématiques',
      'INNOV’EMBER',
      '20 novembre',
      'Euratechnologies',
      'Livraison d’un rapport sur commande',
    ],
  },
  {
    section: '2.1. Mise en place de sous-groupes thématiques',
    facts: [
      'Sensibiliser les entreprises innovantes à l’achat public',
      'Jean-Marie PRUVOST (NFID)',
      'Clémence CHIQUET (Lille is French Tech)',
      'Accompagner les acheteurs publics dans leurs pratiques d’achat d’innovation',
      'Mikaël TRIGAUT (PFRA)',
      'Évaluer le déploiement des achats innovants',
      'Lucile BRIONNE (DIRECCTE)',
      'Convention État-UGAP',
      'Pierre DUPUIS (UGAP)',
    ],
  },
  {
    section: '2.2. Événement INNOV’EMBER',
    facts: [
      'Priorisation de la détection, qualification et sensibilisation auprès des entreprises et des acheteurs (convention État-UGAP)',
      'amener les acheteurs et décideurs publics chez les entreprises et les faire se rencontrer',
      'socle concret, solide et ambitieux de l’action du GT',
      '350 personnes présentes',
      '70 entreprises innovantes',
    ],
  },
  {
    section: '2.3. Livraison d’un rapport sur commande',
    facts: [
      'en guise d’état des lieux',
      'L’innovation dans la commande publique',
      'dans les Hauts-de-France',
      'Niels BRALEY',
      'étudiant de Sciences Po Lille en M1',
      'accessible sur le site de l’ORCP',
      'prefectures-regions.gouv.fr/hauts-de-france/content/download/35539/240637/file/Rapport',
    ],
  },
  {
    section: '3. Freins identifiés – côté acheteurs',
    facts: [
      'Manque de soutien à l’achat d’innovation',
      'Freins financiers',
      'Pas de temps à y consacrer',
      'Absence de données',
      'Pas de définition pratique de l’innovation',
      'Craintes juridiques',
      'Méconnaissance → Désintérêt',
      'L’innovation, on n’en a pas besoin !',
      'Soutien hiérarchique',
      'Professionnalisation',
    ],
  },
  {
    section: '3. Freins identifiés – côté entreprises',
    facts: [
      'Méconnaissance de l’administration',
      'Difficultés liées à l’absence d’informations sur les besoins des donneurs d’ordre publics',
      'Méconnaissance des processus d’achat public et de leur formalisme',
      'Manque de moyens pour répondre',
      'Craintes concernant les délais de paiement',
      'Désintérêt pour les marchés publics',
      'L’achat public ? Non merci, trop compliqué avec les administrations !',
      'Facilitation de l’accès aux informations',
      'Communication',
      'Simplification',
    ],
  },
  {
    section: '4. Solutions retenues pour lever ces freins',
    facts: [
      'Sensibiliser acheteurs et décideurs',
      'Professionnaliser les acheteurs publics afin d’engager une réelle stratégie d’achat innovant',
      'Construire un guide méthodologique de bonnes pratiques de l’achat innovant',
      'Disposer d’une cartographie des acteurs et plateformes régionales leur permettant de participer à la démarche de commande publique (pour les acheteurs et entreprises innovantes)',
      'Co-construire avec les incubateurs et accélérateurs territoriaux une démarche d’accompagnement à la commande publique ; la contractualiser',
      'Identifier par structure, les secteurs les plus favorables à la mise en œuvre d’une stratégie de promotion d’innovation',
      'Échanger les informations entre acteurs connaissant les entreprises portant l’innovation et les acheteurs, demandeurs de ces solutions : constat de manque de coordination entre les acteurs',
      'Créer un HUB régional de la commande publique pour lever les freins qui empêchent les TPE/PME de répondre aux appels d’offres publics',
      'Pérenniser un rendez-vous annuel de l’achat public innovant régional pour faire se rencontrer acheteurs et entreprises',
      'Maintien de la dynamique impulsée par INNOVEMBER',
    ],
  },
  {
    section: '5. Objectifs retenus pour 2018',
    facts: [
      'Élargir la convention Innovation État-UGAP à d’autres partenaires',
      'Pérenniser les actions de sensibilisation',
      'Déployer une feuille de route régionale sur les achats innovants',
      'Mettre en place des outils communs',
      'Initier la constitution d’un sous-groupe thématique sur l’innovation sociale',
    ],
  },
  {
    section: 'Page finale – Pour toute information',
    facts: ['Lucile BRIONNE', 'Mikaël TRIGAUT'],
  },
];

/**
 * What the two originals say, part by part: a generated document says the same when, normalised, it
 * contains each phrase, whatever the case.
 */
export const seedFacts = { synthesis, restitution } as const;
