/** What a template of the organisation lacks, or carries that documents do without. */
export const templatesCheck = {
  reading: 'Lecture du modèle en cours…',
  complete: 'Il ne manque rien : les documents prennent tous les styles de ce modèle.',
  count_one: '{{count}} remarque',
  count_other: '{{count}} remarques',
  unusable: 'Ce modèle ne peut pas servir. Les documents gardent la présentation de la charte.',
  accent: 'Couleur reprise : {{color}}',
  fonts: 'Police reprise : {{font}}',
  mark: 'Pour garder une couverture ou des mentions du modèle autour du rapport, écrivez {{mark}} à l’endroit où le rapport doit venir.',
  severity: {
    warning: 'À corriger',
    info: 'Pour information',
  },
  places: {
    styles: 'Styles',
    body: 'Texte du modèle',
    page: 'Mise en page',
    header: 'En-tête ou pied de page',
    settings: 'Réglages du fichier',
    file: 'Fichier',
    outline: 'Numérotation des titres',
    slides: 'Diapositives du modèle',
    cover: 'Disposition « Diapositive de titre »',
    content: 'Disposition « Titre et contenu »',
    divider: 'Disposition « Titre de section »',
    layout: 'Disposition « {{name}} »',
    style: 'Style « {{name}} »',
  },
  lacks: {
    style: {
      what: 'Le modèle n’a pas ce style.',
      consequence: 'Il est ajouté avec la police et la couleur du modèle.',
    },
    ownStyles: {
      what: 'Le modèle n’a pas les styles propres aux rapports (encadrés, chiffres clés, étapes…).',
      consequence:
        'Ils sont ajoutés avec la police et la couleur du modèle ; vous pouvez les y définir sous ces noms : {{names}}.',
    },
    tableStyle: {
      what: 'Le modèle n’a pas de style de tableau avec une ligne d’en-tête.',
      consequence: 'Les tableaux prennent celui du programme, dans la couleur du modèle.',
    },
    noTheme: {
      what: 'Le modèle n’a pas de thème.',
      consequence: 'Les couleurs du programme sont gardées.',
    },
    noPage: {
      what: 'Le modèle ne dit rien de la page.',
      consequence: 'Les documents sont au format A4 avec des marges de 25 mm.',
    },
    columns: {
      what: 'Le texte du modèle est sur {{count}} colonnes.',
      consequence: 'Les rapports sont mis sur une colonne : tableaux et graphiques en ont besoin.',
    },
    narrow: {
      what: 'La page ne laisse que {{width}} mm au texte.',
      consequence: 'Les tableaux larges seront serrés. Réduisez les marges du modèle.',
    },
    bodyIgnored: {
      what: 'Le modèle contient du texte.',
      consequence: 'Ce texte n’est pas repris, faute de la marque qui dit où placer le rapport.',
    },
    macros: {
      what: 'Le modèle contient des macros ou des commandes.',
      consequence: 'Elles sont retirées des documents.',
    },
    external: {
      what: 'Le modèle va chercher quelque chose hors du fichier : {{target}}.',
      consequence: 'Ce lien est coupé. Intégrez l’image ou le texte dans le modèle.',
    },
    embedded: {
      what: 'Le modèle contient un objet d’un autre logiciel.',
      consequence: 'Cet objet est retiré. Remplacez-le par une image.',
    },
    field: {
      what: 'Un champ {{field}} va chercher un autre fichier.',
      consequence: 'Ce champ est vidé.',
    },
    protection: {
      what: 'Le modèle est protégé contre les modifications.',
      consequence: 'Les documents ne le sont pas, pour rester modifiables.',
    },
    revisions: {
      what: 'Le modèle suit les modifications.',
      consequence: 'Les documents ne les suivent pas.',
    },
    layout: {
      what: 'Le modèle n’a pas cette disposition.',
      consequence: 'La plus proche est prise à sa place.',
    },
    noTitle: {
      what: 'Cette disposition n’a pas de place pour le titre.',
      consequence: 'Le titre est posé en haut de la diapositive.',
    },
    noBody: {
      what: 'Cette disposition n’a pas de place pour le contenu.',
      consequence: 'Le contenu est posé sous le titre.',
    },
    noFooter: {
      what: 'Cette disposition n’a pas de pied de page.',
      consequence: 'Les diapositives n’en ont pas.',
    },
    noNumber: {
      what: 'Cette disposition n’a pas de numéro de diapositive.',
      consequence: 'Les diapositives ne sont pas numérotées.',
    },
    smallBody: {
      what: 'La place du contenu est trop petite pour un tableau ou un graphique.',
      consequence: 'Le contenu prend toute la place sous le titre.',
    },
    masterPage: {
      what: 'Le modèle n’a pas de style de page.',
      consequence: 'Les documents prennent la page ordinaire de votre logiciel, sans en-tête.',
    },
    outline: {
      what: 'Les titres du modèle ne sont pas numérotés.',
      consequence: 'La numérotation du programme (1, 1.1, 1.1.1) est ajoutée.',
    },
    slidesIgnored: {
      what: 'Le modèle contient des diapositives ({{count}}).',
      consequence: 'Elles ne sont pas reprises : seules les dispositions le sont.',
    },
  },
} as const;
