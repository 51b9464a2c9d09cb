import { importErrors } from './errors.import.ts';
import { letterErrors } from './errors.letters.ts';
import { selectionErrors } from './errors.selection.ts';
import { templateErrors } from './errors.templates.ts';

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
  edition: {
    locked:
      'L’édition « {{title}} » est arrêtée : elle ne change plus. Rouvrez-la pour en préparer une nouvelle.',
    notLocked: 'L’édition « {{title}} » est encore un brouillon : modifiez-la directement.',
    noSubject: 'Choisissez la réunion ou l’appel sur lequel porte l’édition, puis recommencez.',
    noData:
      'Les données de l’édition « {{title}} » sont illisibles. Actualisez-la, ou restaurez une sauvegarde.',
  },
  chain: {
    itself: 'Une carte ne peut pas être reliée à elle-même : choisissez une autre carte.',
    otherGroup:
      'Ces deux fiches n’appartiennent pas au même groupe de travail : elles ne peuvent pas être reliées.',
    backward:
      'Un lien va toujours vers la suite de la chaîne : de « $t(vocabulary:entity.{{from}}.one) » vers « $t(vocabulary:entity.{{to}}.one) », il reviendrait en arrière. Tirez-le dans l’autre sens.',
    sameColumn:
      'Deux fiches de la même colonne ($t(vocabulary:entity.{{from}}.other)) ne se relient pas : reliez-les à ce qui vient avant ou après.',
    fromMark:
      'Rien ne part d’une mesure ni d’une bonne pratique dans la chaîne : reliez la carte vers elle, dans l’autre sens.',
    duplicate: 'Ces deux cartes sont déjà reliées : il n’y a rien à ajouter.',
    circular:
      'Ces actions s’enchaînent déjà dans l’autre sens : ce lien ferait tourner la chaîne en rond.',
    orderChanged:
      'La colonne a changé entre-temps : rien n’a été déplacé. Vérifiez-la et recommencez.',
  },
  minutes: {
    validated:
      'Le compte rendu {{number}} est validé : il ne se modifie plus. Rien n’a été changé : rédigez un additif.',
    notValidated:
      'Ce compte rendu n’est pas encore validé : modifiez-le directement, sans additif.',
  },
  steering: {
    yearClosed:
      'L’année {{year}} est clôturée : ce qui lui appartient ne se modifie plus. Rien n’a été changé. Pour corriger, rouvrez-la dans Pilotage, onglet Clôture.',
    yearOpen: 'L’année {{year}} n’est pas clôturée : il n’y a rien à rouvrir.',
    alreadyClosed: 'L’année {{year}} est déjà clôturée.',
    notSisters:
      'Ces objectifs ne sont plus au même niveau : rien n’a été déplacé. Vérifiez la liste et recommencez.',
    partOfItself: 'Un objectif ne peut pas être placé sous l’une de ses propres parties.',
    otherYear: 'Choisissez un objectif de la même année et du même groupe.',
  },
  meeting: {
    cancelled:
      'Cette réunion est annulée : changez d’abord son statut si elle a bien lieu, puis recommencez.',
    begun: 'Cette réunion a commencé : elle ne peut plus être reportée ni annulée.',
    agendaChanged:
      'L’ordre du jour a changé entre-temps : rien n’a été déplacé. Vérifiez la liste et recommencez.',
    noDay: 'Cette réunion n’a pas de date : indiquez-la, puis préparez le message.',
    notConvened:
      'Cette réunion n’a pas encore été convoquée, ou elle a déjà eu lieu : ce message ne peut pas être préparé.',
    noMinutes:
      'Cette réunion n’a pas encore de compte rendu : rédigez-le, puis préparez le message.',
    nothingToRemind: 'Il n’y a plus d’action ouverte à rappeler à cette personne.',
  },
  event: {
    noDay: 'Cet événement n’a pas de date : indiquez-la, puis écrivez l’agenda.',
    nothingPlanned:
      'Aucun emploi du temps à écrire : l’événement n’a encore ni participant ni programme.',
    orderChanged:
      'La liste a changé entre-temps : rien n’a été déplacé. Vérifiez-la et recommencez.',
  },
  timetable: {
    noPlan: 'Cet événement n’a pas encore de créneaux de rendez-vous : définissez-les d’abord.',
    noSuchSlot: 'Ce créneau n’existe pas : choisissez un créneau de la journée.',
    notAParticipant:
      '{{name}} ne participe pas aux rendez-vous : ajoutez d’abord cette structure aux participants.',
    sameSide:
      'Un rendez-vous réunit un acheteur et une entreprise : choisissez une structure de chaque côté.',
    clash:
      'Ce rendez-vous ne tient pas à {{startsAt}} – {{name}} : $t(planning:clash.{{kind}}). Choisissez un autre créneau.',
    stale:
      'Les souhaits, les disponibilités ou les rendez-vous ont changé depuis cette proposition : rien n’a été enregistré. Relancez le calcul.',
    locked: 'Cet horaire est fixé : libérez-le, puis déplacez le rendez-vous.',
    settled: 'Ce rendez-vous a déjà un compte rendu, ou il est annulé : il ne se déplace plus.',
    solverStopped:
      'Le calcul de l’emploi du temps s’est arrêté avant la fin : rien n’a été enregistré. Recommencez, au besoin avec moins de créneaux ou de participants.',
  },
  committee: {
    noCriteria: 'Cette phase n’a pas de critère : ajoutez-en un, puis recommencez.',
    noWeight:
      'La somme des poids des critères est nulle, ou l’un d’eux est négatif : donnez un poids à l’un d’eux, puis recommencez.',
    noMembers:
      'Le comité n’a aucun membre en fonction à cette date : ajoutez des mandats, puis recommencez.',
    noKits:
      'Aucune réponse n’est arrivée dans cette phase : libérez les décisions de la phase précédente, puis recommencez.',
    notAMember: 'Cette personne n’est pas membre du comité à cette date : ajoutez son mandat.',
    notInPhase:
      'Cette réponse n’est pas, ou plus, dans cette phase. Actualisez la liste et choisissez-en une autre.',
    unknownCriterion: 'Ce critère n’est pas, ou plus, celui de cette phase. Actualisez la liste.',
    recused:
      '{{name}} s’est déporté de la réponse n° {{number}} : sa note n’a pas été enregistrée.',
    outOfScale:
      'La note {{value}} est hors de l’échelle du critère « {{name}} » : indiquez un nombre de {{min}} à {{max}}.',
    alreadyRecused: 'Ce déport est déjà enregistré.',
    returnsNotOpen: 'Cet aperçu n’est plus ouvert. Choisissez de nouveau les fichiers.',
    returnsStale:
      'Des données ont changé depuis l’aperçu. Rien n’a été repris : vérifiez l’aperçu mis à jour, puis recommencez.',
    undecided:
      'Il reste des notes différentes à départager ({{count}}) : choisissez pour chacune, ou pour toutes.',
    nothingToTake: 'Ces fichiers n’apportent rien de nouveau : rien n’a été modifié.',
  },
  attachment: {
    gone: 'Le fichier « {{fileName}} » n’est plus là. Rien n’a été joint : vérifiez son emplacement et recommencez.',
    unreadable:
      'Le fichier « {{fileName}} » ne se lit pas. Rien n’a été joint : vérifiez vos droits, fermez le programme qui l’utilise ou rebranchez son disque, puis recommencez.',
    empty:
      'Le fichier « {{fileName}} » est vide (0 octet). Rien n’a été joint : vérifiez qu’il est bien enregistré ou téléchargé, puis recommencez.',
    notAFile:
      '« {{fileName}} » n’est pas un fichier. Joignez les documents qu’il contient, un à un, ou une archive ZIP.',
    tooLarge:
      '« {{fileName}} » est trop volumineux ({{size}} Mo, {{limit}} Mo au plus). Rien n’a été joint : allégez-le, ou indiquez plutôt son adresse.',
    missing:
      'Le fichier joint « {{fileName}} » a disparu. Retrouvez-le depuis Réglages, « Vérification », ou joignez le document de nouveau.',
    altered:
      'Le fichier joint « {{fileName}} » a été modifié hors de Rapporteur. Retrouvez l’original depuis Réglages, « Vérification », ou joignez de nouveau le bon document.',
    none: 'Aucun fichier à exporter ici. Joignez des documents aux livrables choisis, ou choisissez-en d’autres.',
    notOpenable:
      '« {{fileName}} » ne peut pas être ouvert d’ici. Affichez-le dans son dossier et ouvrez-le avec le programme voulu.',
  },
  houseStyle: {
    logoTooLarge:
      '« {{fileName}} » est trop lourd pour un logo : enregistrez-le en plus petit (5 Mo et 40 millions de points au plus), puis choisissez-le de nouveau.',
    logoVector:
      '« {{fileName}} » est un dessin vectoriel (SVG), que Word et PowerPoint n’affichent pas tous : exportez-le en PNG, puis choisissez-le de nouveau.',
    logoFormat:
      '« {{fileName}} » n’est ni un PNG ni un JPEG : enregistrez votre logo dans l’un de ces formats, puis choisissez-le de nouveau.',
    logoBroken:
      'L’image « {{fileName}} » est endommagée ou incomplète : rien n’a été modifié. Demandez un fichier intact, ou enregistrez-la de nouveau.',
  },
  exchange: {
    notAPackage:
      'Ce fichier n’est pas un fichier d’échange de Rapporteur : {{path}}. Rien n’a été modifié : choisissez-en un autre.',
    damaged:
      'Ce fichier d’échange est abîmé ou incomplet : {{path}}. Aucune fiche n’a été modifiée : demandez un nouvel envoi.',
    otherGroup:
      'Ce fichier d’échange vient d’un autre groupe : {{path}}. Rien n’a été modifié : ouvrez la base de ce groupe, ou recevez-le dans une base nouvelle.',
    tooLarge:
      'Ce fichier d’échange est trop volumineux ({{size}} Mo, {{limit}} Mo au plus). Rien n’a été modifié : envoyez les données sans les fichiers joints, ou un seul sous-groupe.',
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
  needs: {
    formChanged:
      'Le fichier {{fileName}} a changé depuis sa lecture. Rien n’a été repris : relisez-le, puis vérifiez ce qu’il apporte.',
    formHasErrors:
      'Le fichier {{fileName}} est à corriger en {{cell}} (cases en cause : {{count}}). Rien n’a été repris : corrigez-le et relisez-le, ou laissez-le de côté.',
    formUnusable:
      'Le fichier {{fileName}} ne peut pas être repris. Rien n’a été repris : laissez-le de côté.',
  },
  application: {
    notANumber:
      '« {{shown}} » n’est pas un nombre : « {{question}} » demande un nombre. Rien n’a été changé : corrigez la réponse, par exemple 12 ou 12,5.',
    notAnOption:
      '« {{shown}} » n’est pas une des réponses possibles à « {{question}} » : {{options}}. Rien n’a été changé : choisissez l’une d’elles.',
    noOrganisation:
      'Une réponse vient d’une structure : choisissez-la dans la liste, ou tapez son nom.',
    formChanged:
      'Le fichier {{fileName}} a changé depuis sa lecture. Rien n’a été repris : relisez-le, puis vérifiez ce qu’il apporte.',
    formUnusable:
      'Le fichier {{fileName}} ne peut pas être repris. Rien n’a été changé : retirez-le, ou relisez-le pour savoir pourquoi.',
  },
  letters: letterErrors,
  selection: selectionErrors,
  template: templateErrors,
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
