import type { documents as french } from '#i18n/fr/documents.ts';

type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };

/** Words the documents themselves need, whatever they report on. */
export const documents: Translated<typeof french> = {
  page: 'Page',
  pageOf: 'of',
  contents: 'Contents',
  plan: 'Outline',
  continued: '(continued)',
  sources: 'Sources of figures',
  source: 'Source',
  note: 'Note',
  notes: 'Notes',
  table: 'Table',
  figure: 'Figure',
  chart: 'Chart',
  chartData: 'Data of the chart',
  category: 'Category',
  deadline: 'Deadline',
  quota: 'Quota',
  step: 'Step',
  record: 'record',
  records: 'records',
  ofPrevious: 'of the previous step',
  skipToContent: 'Skip to content',
  formats: {
    docx: 'Word document (DOCX)',
    odt: 'OpenDocument text (ODT)',
    pptx: 'PowerPoint presentation (PPTX)',
    odp: 'OpenDocument presentation (ODP)',
    html: 'Web page (HTML)',
  },
};
