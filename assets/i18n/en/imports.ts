import type { imports as french } from '#i18n/fr/imports.ts';
import type { Translated } from '#i18n/translated.ts';

import { choiceWords } from './imports.choice-words.ts';
import { engineTexts } from './imports.engine.ts';
import { synonyms } from './imports.synonyms.ts';
import { words } from './imports.words.ts';

/** Reading sheets: why a cell is refused, what was understood of it, which words are known. */
export const imports: Translated<typeof french> = {
  problem: {
    ambiguousNumber:
      '“{{text}}” can be read as {{small}} or {{large}}. Write the number without a thousands separator.',
    badSiren: '“{{text}}” is not a valid SIREN: its check digit is wrong. Check the nine digits.',
    badSiret:
      '“{{text}}” is not a valid SIRET: its check digit is wrong. Check the fourteen digits.',
    badVatNumber: '“{{text}}” is not a valid VAT number. Write the SIREN, its last nine digits.',
    errorCell:
      'The cell holds a calculation error ({{text}}). Correct the formula, or write the value.',
    incompleteDate: '“{{text}}” does not give the day. Write a full date, such as 15/09/2017.',
    invalidDate: '“{{text}}” is not a date. Write day, month and year, such as 15/09/2017.',
    invalidDateTime: '“{{text}}” is not a date with a time. Write for instance 15/09/2017 14:30.',
    invalidEmail: '“{{text}}” is not an e-mail address. Write it as name@domain.fr.',
    invalidPhone:
      '“{{text}}” is not a telephone number. Write its ten digits, or +33 and the rest.',
    invalidPostalCode: '“{{text}}” is not a postal code. Write its five digits.',
    invalidTime: '“{{text}}” is not a time of day. Write for instance 14:30.',
    invalidUrl: '“{{text}}” is not the address of a website. Write it as www.domain.fr.',
    mangledNumber:
      '“{{text}}”: the spreadsheet has lost digits of this number. Set the column to the Text format, then type it again in full.',
    noSuchDay: '“{{text}}”: there is no such day. Check the day and the month.',
    notABoolean: '“{{text}}” means neither yes nor no. Write yes or no.',
    notANumber: '“{{text}}” is not a number. Write digits only.',
    notAWholeNumber: '“{{text}}” is not a whole number. Write it without decimals.',
    outOfRange: '“{{text}}” is out of range. Write a number from {{min}} to {{max}}.',
    sirenInsteadOfSiret:
      '“{{text}}” is a SIREN, not a SIRET. Add the five digits of the establishment, or choose the SIREN column.',
    sirenLength:
      '“{{text}}” is not a SIREN: it takes nine digits, this has {{count}}. Complete it.',
    siretLength:
      '“{{text}}” is not a SIRET: it takes fourteen digits, this has {{count}}. Complete it.',
    tooLarge: '“{{text}}” is too large. Write a number of at most {{max}}.',
    tooLong:
      'This text is too long: {{length}} characters of {{max}} at most (“{{text}}”). Shorten it.',
    tooManyLabels: 'This list has too many items (“{{text}}”). Keep {{max}} at most.',
    tooSmall: '“{{text}}” is too small. Write a number of at least {{min}}.',
    unknownChoice: '“{{text}}” is not one of the choices: {{choices}}. Choose one of them.',
    yearMissing: '“{{text}}” does not give the year. Write it, such as {{example}}.',
  },
  note: {
    charactersRemoved: 'Invisible characters removed: {{count}}.',
    dayFirst: '“{{text}}” is read with the day first: {{day}}.',
    linesJoined: 'The lines of this cell are put end to end.',
    monthFirst: '“{{text}}” is read with the month first: {{day}}.',
    nearChoice: '“{{text}}” is read as “{{choice}}”.',
    percent: '“{{text}}” is read as the number {{value}}.',
    phoneKept: '“{{text}}” does not look like a French number: it is kept as it is.',
    readAsBlank: '“{{text}}” is read as an empty cell.',
    scaled: '“{{text}}” is read as {{value}}.',
    schemeAdded: 'The address of the website is completed: {{value}}.',
    secondsDropped: 'The seconds of “{{text}}” are not kept.',
    serialDate: 'The number {{text}} is the date {{day}} as a spreadsheet counts it.',
    severalValues: 'The cell holds several ({{count}}): only the first is kept, {{value}}.',
    sirenFromSiret: '“{{text}}” is a SIRET: its SIREN is kept, {{siren}}.',
    sirenFromVat: '“{{text}}” is a VAT number: its SIREN is kept, {{siren}}.',
    textDropped: '“{{dropped}}” is not kept: the value is {{value}}.',
    timeDropped: 'The time is not kept: only the day is, {{day}}.',
    wholeHour: '“{{text}}” is read as {{time}}.',
    zeroRestored: 'The zero lost by the spreadsheet is put back: {{value}}.',
  },
  words,
  synonyms,
  choiceWords,
  ...engineTexts,
};
