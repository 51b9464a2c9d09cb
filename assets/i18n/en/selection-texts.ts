import type { selectionTexts as french } from '#i18n/fr/selection-texts.ts';
import type { Translated } from '#i18n/translated.ts';

/** What a new selection begins with, and what the program writes into it. */
export const selectionTexts: Translated<typeof french> = {
  calledUp: 'Called up after the withdrawal of application {{number}}.',
  committee: 'Committee – {{title}}',
  phase: {
    triage: {
      name: 'Triage of the applications',
      description:
        'Leave out solutions that cannot be marketed, do not suit the public sector or come from outside the region.',
    },
    committee: {
      name: 'Selection committee',
      description:
        'Score the applications and keep 20 to 30 companies to invite. The next ones form a ranked reserve list.',
    },
    final: {
      name: 'Choice of the 9 pitches',
      description:
        'Choose the 9 companies that will pitch to public buyers. The other invited ones hold a stand.',
    },
  },
  exclusion: {
    notMarketed: 'Solution that cannot be marketed',
    notForPublicSector: 'Solution not suited to the public sector',
    outsideRegion: 'Outside the region',
  },
  criterion: {
    novelty: 'Novelty',
    fit: 'Fit with the needs of public buyers',
    readiness: 'Maturity of the solution',
    capacity: 'Capacity of the company to deliver',
  },
  letter: {
    nextPhase: {
      subject: 'Your answer to the call for expressions of interest',
      body: 'Dear Sir or Madam,\n\nYour application {numero}, “{reponse}”, goes on to the next step of the selection. We will keep you informed.\n\nYours faithfully,',
    },
    pitch: {
      subject: 'Your company is invited to pitch',
      body: 'Dear Sir or Madam,\n\nYour application {numero}, “{reponse}”, is selected: {structure} is invited to present its solution to public buyers at {evenement}. We will let you know your place in the order.\n\nYours faithfully,',
    },
    stand: {
      subject: 'Your company is invited to hold a stand',
      body: 'Dear Sir or Madam,\n\nYour application {numero}, “{reponse}”, is selected: {structure} is invited to hold a stand, free of charge, at {evenement}. You will be able to meet public buyers there.\n\nYours faithfully,',
    },
    reserve: {
      subject: 'Your application is on the reserve list',
      body: 'Dear Sir or Madam,\n\nYour application {numero}, “{reponse}”, is on the reserve list, in place {rang}. We will write to you if a place becomes free.\n\nYours faithfully,',
    },
    notRetained: {
      subject: 'Your application was not retained',
      body: 'Dear Sir or Madam,\n\nThank you for your application {numero}, “{reponse}”. The committee did not retain it, for this reason: {motif}\n\nYours faithfully,',
    },
    excluded: {
      subject: 'Your application was not retained',
      body: 'Dear Sir or Madam,\n\nThank you for your application {numero}, “{reponse}”. It is outside the scope of the call, for this reason: {motif}\n\nYours faithfully,',
    },
  },
};
