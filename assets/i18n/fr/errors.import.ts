/** Why a file, or an import as a whole, was refused; the store is untouched in every case. */
export const importErrors = {
  fileNotFound: 'Ce fichier n’est plus là. Rien n’a été importé : choisissez-le de nouveau.',
  fileUnreadable:
    'Ce fichier ne peut pas être lu. Rien n’a été importé : fermez-le dans les autres programmes, vérifiez vos droits, puis recommencez.',
  emptyFile: 'Ce fichier est vide. Rien n’a été importé : choisissez-en un autre.',
  unknownFormat:
    'Ce fichier n’est ni un tableur, ni un texte à colonnes, ni un carnet d’adresses. Enregistrez-le en XLSX, ODS ou CSV, puis recommencez.',
  notASpreadsheet:
    'Ce fichier n’est pas un tableur. Ouvrez-le dans le programme qui l’a fait, enregistrez-le en XLSX, ODS ou CSV, puis recommencez.',
  nestedZip: 'Ce fichier est une archive. Sortez-en le tableur, puis importez le tableur lui-même.',
  encrypted:
    'Ce fichier est protégé par un mot de passe. Enregistrez-en une copie sans mot de passe, puis importez la copie.',
  damaged:
    'Ce fichier est abîmé et n’a pas été importé. Ouvrez-le dans votre tableur, enregistrez-le sous un autre nom, puis recommencez.',
  forgedZip:
    'Ce fichier est mal formé et peut être dangereux : il n’a pas été lu. Ouvrez-le dans votre tableur, enregistrez-le sous un autre nom, puis recommencez.',
  forbiddenXml:
    'Ce fichier contient des définitions qui peuvent être dangereuses : il n’a pas été lu. Enregistrez-en une copie depuis votre tableur, puis importez la copie.',
  bomb: 'Ce fichier se déploie en une masse de données démesurée : il n’a pas été lu. Vérifiez d’où il vient.',
  tooLarge:
    'Ce fichier est trop gros pour être importé. Découpez-le en plusieurs fichiers, ou enregistrez-le en CSV.',
  tooManyRows:
    'Cette feuille a trop de lignes (limite : {{limit}}). Découpez-la en plusieurs fichiers.',
  tooManyColumns:
    'Cette feuille a trop de colonnes (limite : {{limit}}). Ne gardez que celles qui servent.',
  tooManyCells:
    'Cette feuille a trop de cellules (limite : {{limit}}). Supprimez les lignes et colonnes vides, ou découpez-la.',
  tooManySheets:
    'Ce classeur a trop de feuilles (limite : {{limit}}). Enregistrez à part celle que vous voulez importer.',
  repeatedRows:
    'Ce fichier répète une même ligne un nombre démesuré de fois : il n’a pas été lu. Supprimez les lignes de remplissage, puis recommencez.',
  openQuote:
    'Ce texte à colonnes ouvre un guillemet qu’il ne referme pas : la lecture s’est arrêtée. Corrigez la ligne, ou choisissez un autre séparateur.',
  noTable: 'Il n’y a pas de tableau là-dedans. Copiez les cellules elles-mêmes, puis collez-les.',
  noSheet: 'Ce classeur n’a aucune feuille lisible. Vérifiez-le dans votre tableur.',
  timeLimit:
    'La lecture de ce fichier dure trop longtemps et a été arrêtée. Enregistrez-le en CSV, ou découpez-le.',
  memoryLimit:
    'Ce fichier demande trop de mémoire et n’a pas été lu. Enregistrez-le en CSV, ou découpez-le.',
  readerStopped:
    'La lecture de ce fichier s’est arrêtée d’un coup. Rien n’a été importé : recommencez, ou enregistrez le fichier sous un autre format.',
  notOpen: 'Cet import n’est plus ouvert. Choisissez de nouveau le fichier.',
  notPlanned: 'L’aperçu n’est pas prêt. Attendez qu’il soit complet, puis importez.',
  stale:
    'Des fiches ont changé depuis l’aperçu. Rien n’a été importé : l’aperçu va être refait, vérifiez-le et recommencez.',
  rowsRefused:
    'Rien n’a été importé : {{count}} lignes sont refusées ou attendent une décision. Corrigez-les, ou importez les seules lignes valables.',
  nothingToDo: 'Aucune ligne à importer : toutes sont déjà là, ignorées ou refusées.',
  obstacles: 'L’import ne peut pas commencer. {{obstacles}}',
  unknownSheet: 'Cette feuille n’existe pas dans le fichier : {{sheet}}.',
  badMapping:
    'Ce fichier n’est pas une correspondance de colonnes enregistrée par Rapporteur. Rien n’a été changé : choisissez-en un autre.',
};
