import type { dashboard as french } from '#i18n/fr/dashboard.ts';
import type { Translated } from '#i18n/translated.ts';

/** The dashboard. */
export const dashboard: Translated<typeof french> = {
  title: 'Dashboard',
  asOf: 'As of {{day}}',
  late: {
    title: 'Late',
    nothing: 'Nothing is late.',
    days_one: '{{count}} day late',
    days_many: '{{count}} days late',
    days_other: '{{count}} days late',
    deliverables_one: '{{n}} late deliverable, its day or its quarter being over.',
    deliverables_many: '{{n}} late deliverables, their day or their quarter being over.',
    deliverables_other: '{{n}} late deliverables, their day or their quarter being over.',
    toMatrix: 'See the matrix of deliverables',
    toFollowUp: 'Follow up the late actions',
  },
  next: {
    title: 'Coming up',
    nothing: 'Nothing is coming up.',
    toCalendar: 'See the calendar of the year',
  },
  figures: {
    title: 'Figures',
    sources: 'Sources',
    source: 'source {{source}}',
    on: 'on {{day}}',
    atLeast: 'over {{value}}',
    all: 'See all {{n}} figures',
    fewer: 'See fewer figures',
  },
  funnel: {
    title: 'From the call to the event',
    received: 'Responses received',
  },
  subGroups: {
    title: 'Sub-groups and rapporteurs',
    nothing: 'No sub-group yet.',
    vacant: 'No rapporteur appointed',
  },
  recent: {
    title: 'Latest operations',
    all: 'Whole journal',
    nothing: 'No operation yet.',
  },
  reports: {
    title: 'Documents at hand',
    all: 'All reports',
    nothing: 'Documents will appear with the group’s objectives and results.',
    export: 'Export: {{name}}',
  },
  first: {
    title: 'Where to begin',
    description:
      'This group is still empty. Four steps bring it to life: each entry is saved at once and can be undone.',
    exchange: {
      title: 'Your spreadsheets',
      description: 'Import the lists you already keep: organisations, people, meetings…',
    },
    actors: {
      title: 'Actors',
      description: 'Add organisations and people, with their functions.',
    },
    subGroups: {
      title: 'Sub-groups',
      description: 'Create the thematic sub-groups and appoint their rapporteurs.',
    },
    settings: {
      title: 'Your name',
      description: 'Give the name under which your operations are written in the journal.',
    },
  },
};
