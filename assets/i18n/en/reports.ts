import type { reports as french } from '#i18n/fr/reports.ts';
import type { Translated } from '#i18n/translated.ts';

/** The screen of reports. */
export const reports: Translated<typeof french> = {
  title: 'Reports',
  description: 'The group’s documents, composed from its present data.',
  list: 'Available documents',
  name: {
    synthesis: 'Mid-year synthesis {{year}}',
    restitution: 'Annual restitution {{year}}',
  },
  what: {
    synthesis: 'First findings and roadmap',
    restitution: 'Review, results and outlook',
  },
  export: 'Export',
  exportGroup: 'Export: {{name}}',
  exportAs: 'Export “{{name}}” as {{format}}',
  preparing: 'Preparing the preview',
  previewOf: 'Preview: {{name}}',
  running: 'Writing {{name}}…',
  open: 'Open',
  showInFolder: 'Show in folder',
  empty: {
    title: 'No document yet',
    description:
      'A document is composed of a year’s objectives, figures and results. It will appear here as soon as the group has some.',
  },
};
