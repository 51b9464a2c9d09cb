import type { planning as french } from '#i18n/fr/planning.ts';
import type { Translated } from '#i18n/translated.ts';

/** Words for what brings two sides together, and for what keeps a timetable from working. */
export const planning: Translated<typeof french> = {
  basis: {
    segment: {
      same: 'same segment: {{name}}',
      offerNarrower: 'segment of the offer within that of the need: {{name}}',
      offerBroader: 'segment of the need within that of the offer: {{name}}',
      sibling: 'neighbouring segments: {{name}}',
    },
    words: 'common words: {{words}}',
    buyerWish: 'wish of the buyer ({{strength}}/3)',
    companyWish: 'wish of the company ({{strength}}/3)',
    between: '; ',
  },
  clash: {
    sameParticipant: 'already in a meeting at that time',
    samePerson: 'the same person is already in a meeting for another organisation',
    samePair: 'these two organisations meet already',
    sameTable: 'the table is already taken',
    roomFull: 'all tables are taken',
    unavailable: 'organisation not available at that time',
    pitch: 'on stage at that time',
    demo: 'in a demonstration at that time',
    break: 'break at that time',
    withdrawn: 'organisation that has withdrawn',
    outsideSlots: 'time outside the slots',
    tooMany: 'more meetings than allowed',
  },
};
