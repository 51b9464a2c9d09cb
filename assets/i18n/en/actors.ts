import type { actors as french } from '#i18n/fr/actors.ts';
import type { Translated } from '#i18n/translated.ts';

export const actors: Translated<typeof french> = {
  title: 'Actors',
  organisations: {
    tab: 'Organisations',
    new: 'New organisation',
    create: 'Create the organisation',
    filter: 'Filter by name',
    count_one: '{{shown}} organisation',
    count_many: '{{shown}} organisations',
    count_other: '{{shown}} organisations',
    emptyTitle: 'No organisation yet',
    emptyText:
      'Public buyers, innovative companies, platforms and institutions that the group works with belong here. Create the first one: a name is enough, the rest is saved as you type.',
  },
  people: {
    tab: 'People',
    new: 'New person',
    create: 'Create the record',
    filter: 'Filter by name',
    count_one: '{{shown}} person',
    count_many: '{{shown}} people',
    count_other: '{{shown}} people',
    emptyTitle: 'Nobody yet',
    emptyText:
      'Rapporteurs, leads, members and contacts belong here, with their positions and mandates over time. Create the first record: a name is enough.',
  },
  sheet: {
    aliases: 'Other spellings',
    addAlias: 'Add a spelling, then Enter',
    people: 'People',
    addPerson: 'Add a person',
    noPerson: 'Nobody belongs to it yet.',
    functions: 'Positions',
    addFunction: 'Add a position',
    noFunction: 'No known position.',
    mandates: 'Mandates',
    timeline: 'Over time',
    linked: 'Linked records',
    sources: 'Sources',
    noSource: 'No document is cited for this record.',
    add: 'Add',
    giveUp: 'Give up',
  },
};
