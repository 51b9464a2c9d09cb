import { defineEntity, periodInOrder } from './entity.ts';
import { choice, date, integer, longText, optional, reference, text } from './fields.ts';
import { workStatuses } from './meeting.ts';

/** Roadmap (« feuille de route ») of the group or of one of its sub-groups. */
export const roadmap = defineEntity('roadmap', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    title: text(),
    introduction: optional(longText()),
    fromOn: optional(date()),
    toOn: optional(date()),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['introduction'],
  rules: (r) => periodInOrder(r.fromOn, r.toOn, 'toOn'),
});

export const milestone = defineEntity('milestone', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    roadmapId: optional(reference('roadmap')),
    title: text(),
    description: optional(longText()),
    dueOn: optional(date()),
    period: optional(text(60)),
    doneOn: optional(date()),
    status: choice(workStatuses, 'upcoming'),
    dependsOnId: optional(reference('milestone')),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['description'],
});

export const deliverableKinds = [
  'roadmap',
  'writtenContribution',
  'presentation',
  'report',
] as const;

/** Deliverable (« livrable »): what a body owes, when it came in and where it was published. */
export const deliverable = defineEntity('deliverable', {
  fields: {
    workingGroupId: reference('workingGroup'),
    subGroupId: optional(reference('subGroup')),
    meetingId: optional(reference('meeting')),
    kind: choice(deliverableKinds),
    title: text(),
    description: optional(longText()),
    authorPersonId: optional(reference('person')),
    authorOrganisationId: optional(reference('organisation')),
    quarter: optional(text(7)),
    dueOn: optional(date()),
    receivedOn: optional(date()),
    validatedOn: optional(date()),
    presentedOn: optional(date()),
    publishedOn: optional(date()),
    publishedAt: optional(text(1000)),
    status: choice(workStatuses, 'upcoming'),
    version: integer(1, 10_000),
  },
  scope: { kind: 'subGroup', field: 'subGroupId' },
  label: ['title'],
  searched: ['description', 'publishedAt'],
  indexed: ['dueOn'],
});

/** File kept in the store's own folder under the SHA-256 of its bytes. */
export const attachment = defineEntity('attachment', {
  fields: {
    recordTable: text(60),
    recordId: text(36),
    sha256: text(64),
    fileName: text(255),
    mimeType: optional(text(120)),
    byteSize: integer(0, 100_000_000_000),
    addedOn: optional(date()),
  },
  label: ['fileName'],
  indexed: ['recordId'],
});
