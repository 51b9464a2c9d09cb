/** Words that cells and headings of French tables are understood by, in lists joined by `|`. */
export const words = {
  yes: 'oui|o|vrai|x|ok|fait|coché|présent',
  no: 'non|n|faux|pas fait|non coché|absent',
  blank:
    'n/a|na|nc|n.c.|n/c|néant|s.o.|s/o|sans objet|vide|rien|aucun|aucune|inconnu|inconnue|non connu|non connue|non renseigné|non renseignée|non communiqué|non communiquée|non concerné|non concernée|non applicable|non précisé|non précisée|non disponible|pas de réponse',
  madam: 'madame|mme|mlle|mademoiselle|mmes|f|femme|féminin|mad',
  sir: 'monsieur|m|mr|mm|h|homme|masculin|messieurs',
  honorific:
    'docteur|docteure|dr|dre|maître|me|mtre|professeur|professeure|pr|prof|général|colonel|commandant|capitaine|préfet|préfète',
  familyName: 'nom|noms|nom de famille|nom d’usage|patronyme',
  givenName: 'prénom|prénoms',
  filler:
    'de|du|des|d|la|le|les|l|un|une|à|au|aux|et|ou|en|sur|par|pour|dans|si|votre|vos|son|sa|ses|obligatoire|facultatif|optionnel|éventuel|éventuelle|indiquer|préciser|renseigner|jj|mm|aaaa|jj mm aaaa|n°|n|no|num|numéro',
  euro: 'euro|euros',
  thousand: 'mille|millier|milliers',
  million: 'million|millions|mio',
  billion: 'milliard|milliards|mrd',
  tax: 'HT|TTC|hors taxe|hors taxes|toutes taxes comprises',
  noon: 'midi',
  midnight: 'minuit',
  and: 'et|ou',
} as const;
