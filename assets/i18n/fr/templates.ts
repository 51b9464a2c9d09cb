/** Spreadsheets to fill in, for the import: the sheet that explains them. */
export const templates = {
  title: 'Modèle à remplir : {{register}}',
  guideSheet: 'Mode d’emploi',
  listsSheet: 'Listes',
  howTo: 'Comment faire',
  steps: {
    rows: 'Écrivez une ligne par fiche dans la première feuille, sous les titres.',
    headings:
      'Gardez les titres tels quels. Les colonnes peuvent changer d’ordre ou être supprimées.',
    blanks:
      'Laissez vide ce que vous ne savez pas. Seules les colonnes obligatoires doivent être remplies.',
    import: 'Enregistrez, puis ouvrez ce fichier dans Rapporteur, à l’écran Échanges.',
  },
  heading: {
    column: 'Colonne',
    required: 'Obligatoire',
    help: 'Que saisir',
    example: 'Exemple',
  },
  required: 'oui',
  optional: 'non',
  hintRequired: 'Obligatoire. {{help}}',
  hintExample: '{{help}} Exemple : {{example}}',
  hintInitial: '{{help}} Sans rien : {{initial}}',
  choices: '{{help}} Choix : {{choices}}.',
  /** What cells may look like, by what their column takes. */
  kind: {
    date: '15/09/2017',
    dateTime: '15/09/2017 14:30',
    time: '14:30',
    integer: '12',
    number: '12,5',
    url: 'www.structure.example',
    email: 'contact@structure.example',
    phone: '01 99 00 12 34',
    siren: '123456782',
    siret: '12345678200010',
    postalCode: '01000',
  },
  /** The same, for single columns. */
  column: {
    name: 'Communauté de communes des Deux Rives',
    acronym: 'CCDR',
    address: '1 place de la Mairie',
    communeName: 'Bourg-en-Bresse',
    communeCode: '01053',
    departementCode: '01',
    regionCode: '84',
    familyName: 'Martel',
    givenName: 'Inès',
    person: 'Inès Martel',
    function: 'Cheffe de projet',
    tags: 'bâtiment ; numérique',
    period: '3e trimestre 2017',
    place: 'Salle du conseil',
  },
} as const;
