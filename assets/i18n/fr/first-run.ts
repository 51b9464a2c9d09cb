/** The screen shown when no file is open. */
export const firstRun = {
  tagline: 'Le secrétariat de votre groupe de travail, sur votre ordinateur.',
  choices: 'Commencer',
  promise: 'Un seul fichier, sur cet ordinateur. Aucune connexion, rien n’est envoyé.',
  example: {
    title: 'Découvrir le groupe d’exemple',
    description:
      'Un groupe complet : acteurs, sous-groupes, réponses, chiffres et documents. Tout peut être essayé sans risque.',
  },
  create: {
    title: 'Créer un groupe de travail',
    description: 'Donnez-lui un nom, choisissez où le ranger : vous pouvez commencer.',
    name: 'Nom du groupe',
    nameHelp: 'Vous choisirez ensuite où enregistrer son fichier.',
    placeholder: 'Innovation et commande publique',
    missing: 'Donnez un nom au groupe.',
    submit: 'Créer',
    giveUp: 'Retour',
  },
  open: {
    title: 'Ouvrir un fichier',
    description: 'Un groupe déjà commencé, ou la copie qu’on vous a confiée.',
  },
  recent: 'Fichiers récents',
  gone: 'Introuvable : {{path}}',
  refusal: 'Ce fichier n’a pas pu être ouvert',
  ways: {
    backup: 'Ouvrir la dernière sauvegarde',
    readOnly: 'Ouvrir en lecture seule',
    another: 'Choisir un autre fichier',
  },
  language: 'Langue',
  french: 'Français',
  english: 'English',
} as const;
