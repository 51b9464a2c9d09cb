import type { words as french } from '#i18n/fr/imports.words.ts';
import type { Translated } from '#i18n/translated.ts';

/** Words that cells and headings of English tables are understood by, in lists joined by `|`. */
export const words: Translated<typeof french> = {
  yes: 'yes|y|true|t|done|checked|present',
  no: 'no|f|false|not done|unchecked|absent',
  blank:
    'n/a|na|none|nil|null|empty|unknown|not known|not available|not applicable|not given|not specified|tbc|no answer',
  madam: 'mrs|ms|miss|madam|female|woman',
  sir: 'mr|sir|mister|male|man',
  honorific: 'doctor|dr|professor|prof|general|colonel|major|captain|the honourable|hon',
  familyName: 'name|last name|family name|surname',
  givenName: 'first name|given name|forename|first names',
  filler:
    'of|the|a|an|and|or|in|on|at|by|for|if|your|his|her|its|mandatory|required|optional|please|give|state|dd|mm|yyyy|dd mm yyyy|no|nr|num|number',
  euro: 'euro|euros',
  thousand: 'thousand|thousands',
  million: 'million|millions',
  billion: 'billion|billions|bn',
  tax: 'excl. VAT|incl. VAT|excluding VAT|including VAT|ex VAT|inc VAT|net of tax',
  noon: 'noon|midday',
  midnight: 'midnight',
  and: 'and|or',
};
