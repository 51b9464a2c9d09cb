import { importErrors } from './errors.import.ts';

/** What was refused, where, and what to do: one text for each error code. */
export const errors = {
  store: {
    notFound:
      'Rien à cet emplacement : {{path}}. Vérifiez le chemin, ou rebranchez le disque qui le contient.',
    alreadyExists:
      'Un fichier existe déjà à cet emplacement : {{path}}. Il n’a pas été touché : choisissez un autre nom, ou ouvrez-le.',
    notAStore:
      'Ce fichier n’est pas une base de Rapporteur : {{path}}. Il n’a pas été modifié : choisissez un autre fichier.',
    damaged:
      'Cette base est endommagée : {{path}}. Elle a été laissée telle quelle : ouvrez la dernière sauvegarde saine, ou restaurez-la avec la commande « restore ».',
    newer:
      'Cette base vient d’une version plus récente de Rapporteur (format {{version}}, format connu {{known}}) : {{path}}. Elle n’a pas été modifiée : mettez Rapporteur à jour.',
    older:
      'Cette base vient d’une version plus ancienne de Rapporteur (format {{version}}, format attendu {{known}}) : {{path}}. Ouvrez-la une fois en écriture pour la mettre à niveau : une sauvegarde est faite avant.',
    readOnly:
      'Impossible d’écrire ici : {{path}}. Ouvrez la base en lecture seule, ou copiez-la dans un dossier où vous pouvez écrire.',
    locked:
      'Cette base est déjà ouverte par une autre fenêtre ou une autre commande : {{path}}. Fermez-la, ou ouvrez-la en lecture seule.',
    syncedFolder:
      'Ce dossier est synchronisé ou partagé ({{service}}), ce qui peut abîmer une base ouverte : {{path}}. Placez la base dans un dossier de cet ordinateur et n’envoyez que des sauvegardes ou des exports.',
    full: 'Le disque est plein : {{path}}. Rien n’a été modifié : libérez de la place et recommencez.',
    io: 'Le disque n’a pas pu lire ou écrire ce fichier : {{path}} ({{driver}}). Rien n’a été modifié : vérifiez le disque et vos droits, puis recommencez.',
    sqliteTooOld:
      'Le moteur de base de données est trop ancien ({{version}}). Réinstallez Rapporteur.',
    backupFailed:
      'La sauvegarde n’a pas pu être écrite : {{path}}. Rien d’autre n’a été modifié : vérifiez que le dossier existe, sa place et vos droits.',
    busy: 'Une opération longue est en cours sur cette base. Attendez qu’elle se termine ou annulez-la, puis recommencez.',
    none: 'Aucune base n’est ouverte. Ouvrez ou créez un groupe de travail.',
    stopped:
      'Le processus des données s’est arrêté. Ce qui était enregistré est intact : recommencez dans un instant.',
  },
  record: {
    notFound:
      'Cette fiche n’existe pas ou plus ({{entity}}, {{id}}). Actualisez la liste et choisissez-en une autre.',
    invalid: 'Saisie refusée ({{entity}}). {{refusals}}',
    missingReference:
      'Cette fiche renvoie à une autre fiche qui n’existe pas. Choisissez-la de nouveau dans la liste.',
    inUse:
      'Cette fiche est utilisée par d’autres ({{count}}). Détachez-les d’abord, ou supprimez-les avec elle.',
  },
  minutes: {
    validated:
      'Le compte rendu {{number}} est validé : il ne se modifie plus. Rien n’a été changé : rédigez un additif.',
    notValidated:
      'Ce compte rendu n’est pas encore validé : modifiez-le directement, sans additif.',
  },
  meeting: {
    cancelled:
      'Cette réunion est annulée : changez d’abord son statut si elle a bien lieu, puis recommencez.',
    agendaChanged:
      'L’ordre du jour a changé entre-temps : rien n’a été déplacé. Vérifiez la liste et recommencez.',
    noDay: 'Cette réunion n’a pas de date : indiquez-la, puis préparez le message.',
    notConvened:
      'Cette réunion n’a pas encore été convoquée, ou elle a déjà eu lieu : ce message ne peut pas être préparé.',
    noMinutes:
      'Cette réunion n’a pas encore de compte rendu : rédigez-le, puis préparez le message.',
    nothingToRemind: 'Il n’y a plus d’action ouverte à rappeler à cette personne.',
  },
  attachment: {
    gone: 'Le fichier « {{fileName}} » n’est plus là ou ne se lit pas. Rien n’a été joint : vérifiez son emplacement et recommencez.',
    notAFile:
      '« {{fileName}} » n’est pas un fichier. Joignez les documents qu’il contient, un à un, ou une archive ZIP.',
    tooLarge:
      '« {{fileName}} » est trop volumineux ({{size}} Mo, {{limit}} Mo au plus). Rien n’a été joint : allégez-le, ou indiquez plutôt son adresse.',
    missing:
      'Le fichier joint « {{fileName}} » a disparu du dossier de la base. Replacez ce dossier à côté de la base, ou joignez le document de nouveau.',
    altered:
      'Le fichier joint « {{fileName}} » a été modifié hors de Rapporteur. Joignez de nouveau le bon document.',
    none: 'Aucun fichier à exporter ici. Joignez des documents aux livrables choisis, ou choisissez-en d’autres.',
    notOpenable:
      '« {{fileName}} » ne peut pas être ouvert d’ici. Affichez-le dans son dossier et ouvrez-le avec le programme voulu.',
  },
  journal: {
    nothingToUndo: 'Il n’y a rien à annuler.',
    nothingToRedo: 'Il n’y a rien à rétablir.',
    operationNotFound:
      'Aucune opération ne porte ce numéro : {{id}}. Relevez-le dans le journal des opérations.',
    undoBlocked:
      'Annulation impossible : des opérations plus récentes en dépendent ({{count}}). Annulez-les d’abord.',
    damagedEntry:
      'Le journal des opérations contient une entrée altérée. Rien n’a été modifié : demandez un nouvel envoi, ou restaurez une sauvegarde.',
    copiedReplica:
      'Deux copies de la base ont écrit sous le même nom ({{replica}}). Rien n’a été fusionné : rouvrez la copie, puis demandez un nouvel envoi.',
    newerEntries:
      'Ces données viennent d’une version plus récente de Rapporteur (format {{version}}). Rien n’a été modifié : mettez Rapporteur à jour.',
  },
  import: importErrors,
  request: {
    unknownChannel: 'Cette opération n’existe pas. Mettez Rapporteur à jour et recommencez.',
    invalid: 'Cette demande est mal formée et n’a pas été exécutée ({{places}}). Recommencez.',
    foreignSender: 'Cette demande ne vient pas d’une fenêtre de Rapporteur : elle a été refusée.',
    cancelled: 'L’opération a été interrompue à votre demande. Rien n’a été modifié.',
  },
  export: {
    noGroup:
      'Aucun groupe de travail ne correspond ({{group}}). Créez-en un, ou vérifiez son nom : {{known}}.',
    unknownReport: 'Ce document n’existe pas : {{report}}. Choix possibles : {{known}}.',
    unknownFormat: 'Ce format n’existe pas ici : {{format}}. Choix possibles : {{known}}.',
    noEngine:
      'Un PDF ne peut pas être produit ici, faute de moteur d’affichage. Choisissez un autre format, ou lancez la commande par « npm run rapporteur ».',
    notWritable:
      'Impossible d’écrire ce fichier : {{path}}. Vérifiez que le dossier existe et que vous pouvez y écrire, ou choisissez un autre emplacement.',
    tooLarge:
      'Ce document est trop grand pour ce format : {{path}}. Choisissez un autre format ou filtrez la liste.',
  },
  path: {
    notGranted:
      'Cet emplacement n’a pas été choisi par vous. Choisissez-le dans la boîte de dialogue.',
  },
  backup: {
    damaged:
      'Cette sauvegarde est endommagée ou n’en est pas une : {{path}}. Rien n’a été modifié : choisissez-en une autre.',
  },
  /** One refused value within `record.invalid`. */
  refusal: '« {{field}} » : {{rule}}',
  unexpected:
    'Une erreur imprévue s’est produite. Rien n’a été modifié : recommencez et, si elle revient, signalez-la.',
} as const;
