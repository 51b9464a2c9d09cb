/** What the import says of whole rows, columns and files. */
export const engineTexts = {
  /** What to write in a column, by what it takes. */
  help: {
    id: 'Laissez tel quel : il relie la ligne à la fiche d’où elle a été exportée.',
    text: 'Du texte.',
    longText: 'Du texte, sur plusieurs lignes au besoin.',
    identifier: 'Un code, au format Texte pour garder les zéros du début.',
    date: 'Une date complète : 15/09/2017, ou 15 septembre 2017.',
    dateTime: 'Une date et une heure : 15/09/2017 14:30.',
    time: 'Une heure : 14h30 ou 14:30.',
    integer: 'Un nombre entier.',
    number: 'Un nombre, avec une virgule au besoin.',
    boolean: 'Oui ou non.',
    choice: 'Un des choix de la liste.',
    labels: 'Un ou plusieurs mots, séparés par des points-virgules.',
    url: 'Une adresse de site : www.exemple.fr.',
    email: 'Une adresse électronique : nom@exemple.fr.',
    phone: 'Un numéro de téléphone, au format Texte.',
    siren: 'Les neuf chiffres du SIREN, au format Texte.',
    siret: 'Les quatorze chiffres du SIRET, au format Texte.',
    postalCode: 'Les cinq chiffres du code postal, au format Texte.',
    reference: 'Le nom exact d’une fiche déjà enregistrée.',
    person: 'Le prénom et le nom de la personne.',
    body: 'Le nom du groupe, du sous-groupe ou du comité.',
    fullName: 'Prénom et nom dans une seule cellule, par exemple Anne Dupont.',
    segments: 'Un ou plusieurs segments d’achat, séparés par des points-virgules.',
    employer: 'La structure où la personne travaille.',
    function: 'Ce que la personne fait dans cette structure.',
  },
  refusal: {
    unknownName:
      '« {{text}} » n’est pas enregistré. Corrigez le nom, ou créez d’abord la fiche. Connus : {{known}}.',
    nothingToName:
      '« {{text}} » n’est pas enregistré, et aucune fiche de cette sorte ne l’est encore. Créez-la d’abord.',
    namesakes:
      '« {{text}} » désigne {{count}} fiches différentes. Précisez le nom, ou fusionnez-les d’abord.',
  },
  told: {
    recognised: '« {{text}} » est reconnu malgré une orthographe différente.',
  },
  ignored: {
    blank: 'Aucune des colonnes choisies n’est remplie.',
    totals: 'Ligne de total.',
    header: 'Titres répétés.',
  },
  undecided:
    'Ressemble à une fiche déjà enregistrée ({{name}}) : personne n’a décidé si c’est la même.',
  rejected: {
    sheet: 'Lignes non importées',
    row: 'Ligne',
    reason: 'Motif',
  },
  warning: {
    hiddenSheet: 'La feuille « {{sheet}} » est masquée dans le classeur.',
    hiddenRows: 'Des lignes masquées sont lues aussi ({{count}}, la première en {{first}}).',
    mergedCells:
      'Des cellules fusionnées ne comptent que pour leur première cellule ({{count}}, la première en {{first}}).',
    errorCells:
      'Des cellules contiennent une erreur de calcul ({{count}}, la première en {{first}}).',
    mangledNumbers:
      'Des numéros ont perdu des chiffres dans le tableur ({{count}}, le premier en {{first}}).',
    formulaWithoutValue:
      'Des formules n’ont pas de résultat enregistré ({{count}}, la première en {{first}}) : ouvrez le fichier dans votre tableur et enregistrez-le.',
    brokenText:
      'Des caractères sont illisibles ({{count}}, les premiers en {{first}}) : changez d’encodage.',
    oddQuotes: 'Des guillemets sont mal placés ({{count}}, les premiers en {{first}}).',
    macros: 'Ce fichier contient des macros : elles ne sont ni lues ni exécutées.',
    externalLinks: 'Ce fichier renvoie à d’autres fichiers : ils ne sont pas lus.',
    embeddedFiles: 'Ce fichier en contient d’autres : ils ne sont pas lus.',
    noRows: 'Cette feuille n’a aucune ligne : 0 ligne lue.',
    noSheet: 'Ce classeur n’a aucune feuille.',
  },
  obstacle: {
    required:
      'Aucune colonne ne remplit « {{column}} », qui est obligatoire. Choisissez une colonne, ou une valeur pour toutes les lignes.',
    context:
      'Il y en a plusieurs : dites de quel « {{column}} » il s’agit, par une colonne ou une valeur pour toutes les lignes.',
    nothing: 'Choisissez au moins une colonne à importer.',
  },
  pasted: 'Tableau collé',
};
