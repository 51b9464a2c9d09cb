import { defineEntity } from './entity.ts';
import { choice, dateTime, longText, optional, reference, text } from './fields.ts';
import { phaseOutcomes } from './selection.ts';

/** The moment from which the decisions of a phase stand; later ones of it are released in their turn. */
export const phaseRelease = defineEntity('phaseRelease', {
  fields: {
    phaseId: reference('phase'),
    releasedAt: dateTime(),
    releasedById: optional(reference('person')),
    note: optional(longText()),
  },
  label: [],
});

/** Exception (« dérogation »): a decision changed after its release, and why. */
export const decisionException = defineEntity('decisionException', {
  fields: {
    phaseDecisionId: reference('phaseDecision'),
    fromOutcome: choice(phaseOutcomes),
    toOutcome: choice(phaseOutcomes),
    reason: longText(),
    statedAt: dateTime(),
    statedById: optional(reference('person')),
  },
  label: [],
  searched: ['reason'],
});

/** What is written to those who got an outcome; the fields between braces are filled in for each. */
export const letterTemplate = defineEntity('letterTemplate', {
  fields: {
    callId: reference('callForInterest'),
    outcome: choice(['pitch', 'stand', 'reserve', 'notRetained', 'excluded', 'nextPhase']),
    subject: text(300),
    body: longText(),
  },
  label: ['subject'],
});

/** A letter or e-mail draft made for an application. */
export const outcomeLetter = defineEntity('outcomeLetter', {
  fields: {
    applicationId: reference('application'),
    outcome: choice(phaseOutcomes),
    madeAt: dateTime(),
    medium: choice(['letter', 'email']),
  },
  label: [],
});
