/** The screen of reports. */
export const reports = {
  title: 'Restitutions',
  description: 'Les documents du groupe, composés à partir de ses données du moment.',
  list: 'Documents disponibles',
  name: {
    synthesis: 'Synthèse à mi-année {{year}}',
    restitution: 'Restitution annuelle {{year}}',
  },
  what: {
    synthesis: 'Premiers constats et feuille de route',
    restitution: 'Bilan, résultats et perspectives',
  },
  export: 'Exporter',
  exportGroup: 'Exporter : {{name}}',
  exportAs: 'Exporter « {{name}} » en {{format}}',
  preparing: 'Préparation de l’aperçu',
  previewOf: 'Aperçu : {{name}}',
  running: 'Écriture de {{name}}…',
  open: 'Ouvrir',
  showInFolder: 'Afficher dans le dossier',
  empty: {
    title: 'Aucun document pour le moment',
    description:
      'Un document se compose des objectifs, des chiffres et des résultats d’une année. Il apparaîtra ici dès que le groupe en aura.',
  },
} as const;
