import type { subGroups as french } from '#i18n/fr/sub-groups.ts';
import type { Translated } from '#i18n/translated.ts';

export const subGroups: Translated<typeof french> = {
  title: 'Sub-groups',
  new: 'New sub-group',
  create: 'Create the sub-group',
  filter: 'Filter by name',
  count_one: '{{shown}} sub-group',
  count_many: '{{shown}} sub-groups',
  count_other: '{{shown}} sub-groups',
  emptyTitle: 'No sub-group yet',
  emptyText:
    'Thematic sub-groups, their mission and the succession of their rapporteurs belong here. Create the first one: a name is enough.',
  mandates: 'Mandates',
  addMandate: 'Add a mandate',
  noMandate: 'No mandate: add the first rapporteur.',
  asOf: 'As of',
  rapporteurIs_one: 'Rapporteur: {{names}}',
  rapporteurIs_many: 'Rapporteurs: {{names}}',
  rapporteurIs_other: 'Rapporteurs: {{names}}',
  noRapporteur: 'No rapporteur on that day.',
  handOver: 'Hand over',
  handOverOf: 'Hand over from {{name}}',
  after: 'After {{name}}',
  takesOverOn: 'Takes over on',
  linked: 'Milestones, deliverables, meetings',
  sources: 'Sources',
  noSource: 'No document is cited for this sub-group.',
  add: 'Add',
  giveUp: 'Give up',
};
