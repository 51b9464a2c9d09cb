import { buyerKinds } from './actor.ts';
import { defineEntity, periodInOrder } from './entity.ts';
import {
  choice,
  date,
  decimal,
  flag,
  longText,
  optional,
  personal,
  reference,
  text,
} from './fields.ts';

/** Census of buyers' needs (« recensement des besoins »). */
export const needsSurvey = defineEntity('needsSurvey', {
  fields: {
    workingGroupId: reference('workingGroup'),
    agreementId: optional(reference('agreement')),
    title: text(),
    description: optional(longText()),
    opensOn: optional(date()),
    closesOn: optional(date()),
  },
  label: ['title'],
  searched: ['description'],
  rules: (s) => periodInOrder(s.opensOn, s.closesOn, 'closesOn'),
});

/**
 * One buyer's answer to a census. `buyerKind` is null where the source counts the answer without
 * saying what kind of buyer gave it.
 */
export const need = defineEntity('need', {
  fields: {
    surveyId: reference('needsSurvey'),
    organisationId: optional(reference('organisation')),
    buyerKind: optional(choice(buyerKinds)),
    title: text(),
    description: optional(longText()),
    segmentId: optional(reference('purchaseSegment')),
    horizon: optional(text(60)),
    budgetEuros: optional(decimal()),
    receivedOn: optional(date()),
    /** Who answered for the buyer. */
    respondentName: optional(personal(text(200))),
    /** Line of the form file that brought it: the same file sent back is recognised by it. */
    formKey: optional(text(80)),
    isFictitious: flag(),
  },
  label: ['title'],
  searched: ['description'],
});

/** A buyer who was asked to answer a census: told apart from one who answered. */
export const surveyRecipient = defineEntity('surveyRecipient', {
  fields: {
    surveyId: reference('needsSurvey'),
    organisationId: reference('organisation'),
    askedOn: date(),
    note: optional(longText()),
  },
  label: [],
});

export const matchStatuses = ['proposed', 'accepted', 'refused', 'met', 'contracted'] as const;

export const match = defineEntity('match', {
  fields: {
    needId: reference('need'),
    offerId: reference('offer'),
    score: decimal(),
    reason: optional(longText()),
    status: choice(matchStatuses, 'proposed'),
    followedUpOn: optional(date()),
    outcome: optional(longText()),
  },
  label: [],
  searched: ['reason', 'outcome'],
});
