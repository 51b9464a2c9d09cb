/** What an actor is bound to, in the order of their page. */
export const actorGroupKeys = [
  'actions',
  'meetings',
  'deliverables',
  'applications',
  'offers',
  'needs',
  'agreements',
  'committees',
  'events',
  'conflicts',
] as const;
export type ActorGroupKey = (typeof actorGroupKeys)[number];

/** What an actor is in such a thing, where that is not plain from the group. */
export const actorRoles = [
  'contact',
  'withdrawn',
  'representative',
  'signatory',
  'party',
  'seat',
  'registered',
  'attended',
  'stand',
  'demo',
  'b2bMeeting',
  'pitch',
  'organiser',
  'host',
  'declaredConflict',
  'detectedConflict',
  'recusal',
] as const;
export type ActorRole = (typeof actorRoles)[number];

/** Columns that appear in published material only if the actor agreed, each on its own. */
export const publishableFields = {
  person: ['name', 'functions', 'email', 'phone'],
  organisation: ['address', 'website', 'email', 'phone', 'description'],
} as const;
