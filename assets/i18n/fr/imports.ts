import { engineTexts } from './imports.engine.ts';
import { choiceWords } from './imports.choice-words.ts';
import { synonyms } from './imports.synonyms.ts';
import { words } from './imports.words.ts';

/** Reading sheets: why a cell is refused, what was understood of it, which words are known. */
export const imports = {
  problem: {
    ambiguousNumber:
      '« {{text}} » peut se lire {{small}} ou {{large}}. Écrivez le nombre sans séparateur de milliers.',
    badSiren:
      '« {{text}} » n’est pas un SIREN valable : sa clé de contrôle est fausse. Vérifiez les neuf chiffres.',
    badSiret:
      '« {{text}} » n’est pas un SIRET valable : sa clé de contrôle est fausse. Vérifiez les quatorze chiffres.',
    badVatNumber:
      '« {{text}} » n’est pas un numéro de TVA valable. Écrivez le SIREN, ses neuf derniers chiffres.',
    errorCell:
      'La cellule contient une erreur de calcul ({{text}}). Corrigez la formule, ou écrivez la valeur.',
    incompleteDate:
      '« {{text}} » ne dit pas le jour. Écrivez une date complète, par exemple 15/09/2017.',
    invalidDate:
      '« {{text}} » n’est pas une date. Écrivez le jour, le mois et l’année, par exemple 15/09/2017.',
    invalidDateTime:
      '« {{text}} » n’est pas une date suivie d’une heure. Écrivez par exemple 15/09/2017 14:30.',
    invalidEmail:
      '« {{text}} » n’est pas une adresse électronique. Écrivez-la sous la forme nom@domaine.fr.',
    invalidPhone:
      '« {{text}} » n’est pas un numéro de téléphone. Écrivez ses dix chiffres, ou +33 et la suite.',
    invalidPostalCode: '« {{text}} » n’est pas un code postal. Écrivez ses cinq chiffres.',
    invalidTime: '« {{text}} » n’est pas une heure. Écrivez par exemple 14h30.',
    invalidUrl:
      '« {{text}} » n’est pas une adresse de site. Écrivez-la sous la forme www.domaine.fr.',
    mangledNumber:
      '« {{text}} » : le tableur a perdu des chiffres de ce numéro. Mettez la colonne au format Texte, puis saisissez-le de nouveau en entier.',
    noSuchDay: '« {{text}} » : ce jour n’existe pas. Vérifiez le jour et le mois.',
    notABoolean: '« {{text}} » ne veut dire ni oui ni non. Écrivez oui ou non.',
    notANumber: '« {{text}} » n’est pas un nombre. N’écrivez que des chiffres.',
    notAWholeNumber: '« {{text}} » n’est pas un nombre entier. Écrivez-le sans décimales.',
    outOfRange: '« {{text}} » est hors limites. Écrivez un nombre de {{min}} à {{max}}.',
    sirenInsteadOfSiret:
      '« {{text}} » est un SIREN, pas un SIRET. Ajoutez les cinq chiffres de l’établissement, ou choisissez la colonne SIREN.',
    sirenLength:
      '« {{text}} » n’est pas un SIREN : il faut neuf chiffres, celui-ci en a {{count}}. Complétez-le.',
    siretLength:
      '« {{text}} » n’est pas un SIRET : il faut quatorze chiffres, celui-ci en a {{count}}. Complétez-le.',
    tooLarge: '« {{text}} » est trop grand. Écrivez un nombre d’au plus {{max}}.',
    tooLong:
      'Ce texte est trop long : {{length}} caractères pour {{max}} au plus (« {{text}} »). Raccourcissez-le.',
    tooManyLabels: 'Cette liste compte trop d’éléments (« {{text}} »). Gardez-en {{max}} au plus.',
    tooSmall: '« {{text}} » est trop petit. Écrivez un nombre d’au moins {{min}}.',
    unknownChoice:
      '« {{text}} » ne figure pas parmi les choix : {{choices}}. Choisissez l’un d’eux.',
    yearMissing: '« {{text}} » ne dit pas l’année. Écrivez-la, par exemple {{example}}.',
  },
  note: {
    charactersRemoved: 'Caractères invisibles retirés : {{count}}.',
    dayFirst: '« {{text}} » est lu avec le jour en premier : {{day}}.',
    linesJoined: 'Les lignes de cette cellule sont mises bout à bout.',
    monthFirst: '« {{text}} » est lu avec le mois en premier : {{day}}.',
    nearChoice: '« {{text}} » est lu comme « {{choice}} ».',
    percent: '« {{text}} » est lu comme le nombre {{value}}.',
    phoneKept: '« {{text}} » ne ressemble pas à un numéro français : il est gardé tel quel.',
    readAsBlank: '« {{text}} » est lu comme une cellule vide.',
    scaled: '« {{text}} » est lu {{value}}.',
    schemeAdded: 'L’adresse du site est complétée : {{value}}.',
    secondsDropped: 'Les secondes de « {{text}} » ne sont pas gardées.',
    serialDate: 'Le nombre {{text}} est la date {{day}} telle qu’un tableur la compte.',
    severalValues:
      'La cellule en contient plusieurs ({{count}}) : seule la première est gardée, {{value}}.',
    sirenFromSiret: '« {{text}} » est un SIRET : son SIREN est gardé, {{siren}}.',
    sirenFromVat: '« {{text}} » est un numéro de TVA : son SIREN est gardé, {{siren}}.',
    textDropped: '« {{dropped}} » n’est pas gardé : la valeur est {{value}}.',
    timeDropped: 'L’heure n’est pas gardée : seul le jour l’est, {{day}}.',
    wholeHour: '« {{text}} » est lu {{time}}.',
    zeroRestored: 'Le zéro perdu par le tableur est remis : {{value}}.',
  },
  words,
  synonyms,
  choiceWords,
  ...engineTexts,
} as const;
