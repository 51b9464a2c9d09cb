import { defineEntity, periodInOrder } from './entity.ts';
import { choice, date, flag, integer, longText, optional, reference, text } from './fields.ts';

/** Working group (« groupe de travail »): the body whose secretariat keeps this store. */
export const workingGroup = defineEntity('workingGroup', {
  fields: {
    name: text(),
    acronym: optional(text(40)),
    observatoryId: optional(reference('organisation')),
    scopeDefinition: optional(longText()),
    scopeReference: optional(text()),
    strategy: optional(longText()),
    strategyOrigin: optional(longText()),
    mission: optional(longText()),
    startedOn: optional(date()),
    endedOn: optional(date()),
  },
  label: ['name'],
  searched: ['acronym', 'scopeDefinition', 'mission', 'strategy'],
  rules: (g) => periodInOrder(g.startedOn, g.endedOn, 'endedOn'),
});

/** Thematic sub-group (« sous-groupe thématique »). */
export const subGroup = defineEntity('subGroup', {
  fields: {
    workingGroupId: reference('workingGroup'),
    name: text(),
    position: integer(0, 1000),
    strategicAxisId: optional(reference('strategicAxis')),
    mission: optional(longText()),
    startedOn: optional(date()),
    endedOn: optional(date()),
  },
  label: ['name'],
  searched: ['mission'],
  rules: (g) => periodInOrder(g.startedOn, g.endedOn, 'endedOn'),
});

export const purchaseSegment = defineEntity('purchaseSegment', {
  fields: {
    workingGroupId: reference('workingGroup'),
    parentId: optional(reference('purchaseSegment')),
    name: text(),
    description: optional(longText()),
    stage: choice(['current', 'later', 'dropped'], 'current'),
    position: integer(0, 1000),
  },
  label: ['name'],
  searched: ['description'],
});

export const strategicAxis = defineEntity('strategicAxis', {
  fields: {
    workingGroupId: reference('workingGroup'),
    name: text(),
    position: integer(0, 1000),
    description: optional(longText()),
  },
  label: ['name'],
  searched: ['description'],
});

export const mandateRoles = [
  'rapporteur',
  'coRapporteur',
  'lead',
  'member',
  'secretariat',
  'chair',
] as const;

/**
 * Who holds which role in which body, from when to when. A null `fromOn` means « since before the
 * records begin », a null `toOn` means « still in office ».
 */
export const mandate = defineEntity('mandate', {
  fields: {
    personId: reference('person'),
    organisationId: optional(reference('organisation')),
    workingGroupId: optional(reference('workingGroup')),
    subGroupId: optional(reference('subGroup')),
    committeeId: optional(reference('committee')),
    role: choice(mandateRoles, 'member'),
    fromOn: optional(date()),
    toOn: optional(date()),
    note: optional(longText()),
  },
  label: [],
  searched: ['note'],
  rules: (m) => {
    const bodies = [m.workingGroupId, m.subGroupId, m.committeeId].filter((id) => id !== null);
    return [
      ...periodInOrder(m.fromOn, m.toOn, 'toOn'),
      ...(bodies.length === 1 ? [] : [{ field: 'subGroupId' as const, rule: 'exactlyOneBody' }]),
    ];
  },
});

/** Agreement (« convention ») that the group applies, such as the one between the State and a purchasing body. */
export const agreement = defineEntity('agreement', {
  fields: {
    workingGroupId: reference('workingGroup'),
    name: text(),
    purpose: optional(longText()),
    signedOn: optional(date()),
    fromOn: optional(date()),
    toOn: optional(date()),
    status: choice(['planned', 'inForce', 'ended'], 'inForce'),
  },
  label: ['name'],
  searched: ['purpose'],
  rules: (a) => periodInOrder(a.fromOn, a.toOn, 'toOn'),
});

export const agreementParty = defineEntity('agreementParty', {
  fields: {
    agreementId: reference('agreement'),
    organisationId: reference('organisation'),
    role: optional(text()),
    isSignatory: flag(true),
  },
  label: [],
});
