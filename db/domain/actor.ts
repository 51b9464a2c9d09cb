import { z } from 'zod';

import { defineEntity, periodInOrder } from './entity.ts';
import { isValidSiren, isValidSiret } from './siren.ts';
import {
  choice,
  date,
  flag,
  json,
  labels,
  longText,
  optional,
  personal,
  reference,
  text,
} from './fields.ts';

export const organisationKinds = ['buyer', 'company', 'platform', 'institution'] as const;
export const buyerKinds = ['state', 'localAuthority', 'hospital', 'other'] as const;

/** Which columns of an actor may appear in published material; asked column by column. */
const publication = () => json(z.record(z.string(), z.boolean()), {});

/** Organisation (« structure »): buyer, company, regional platform or institution. */
export const organisation = defineEntity('organisation', {
  fields: {
    name: text(300),
    acronym: optional(text(60)),
    kind: choice(organisationKinds),
    buyerKind: optional(choice(buyerKinds)),
    parentId: optional(reference('organisation')),
    siren: optional(text(9)),
    siret: optional(text(14)),
    address: optional(text(300)),
    postalCode: optional(text(10)),
    communeCode: optional(text(5)),
    communeName: optional(text(120)),
    departementCode: optional(text(3)),
    regionCode: optional(text(3)),
    website: optional(text(500)),
    email: optional(personal(text(254))),
    phone: optional(personal(text(40))),
    description: optional(longText()),
    notes: optional(longText()),
    tags: labels(),
    publication: publication(),
    isFictitious: flag(),
  },
  label: ['name'],
  sortedBy: ['name', 'acronym'],
  searched: ['acronym', 'siren', 'siret', 'communeName', 'description', 'notes'],
  indexed: ['kind', 'communeName', 'departementCode', 'siren'],
  rules: (o) => [
    ...(o.siren !== null && !isValidSiren(o.siren)
      ? [{ field: 'siren' as const, rule: 'invalidSiren' }]
      : []),
    ...(o.siret !== null && !isValidSiret(o.siret)
      ? [{ field: 'siret' as const, rule: 'invalidSiret' }]
      : []),
    ...(o.siren !== null && o.siret !== null && !o.siret.startsWith(o.siren)
      ? [{ field: 'siret' as const, rule: 'siretOfAnotherSiren' }]
      : []),
    ...(o.buyerKind !== null && o.kind !== 'buyer'
      ? [{ field: 'buyerKind' as const, rule: 'onlyBuyersHaveAKind' }]
      : []),
  ],
});

export const person = defineEntity('person', {
  fields: {
    civility: optional(choice(['madam', 'sir'])),
    givenName: optional(personal(text(120))),
    familyName: personal(text(120)),
    email: optional(personal(text(254))),
    phone: optional(personal(text(40))),
    notes: optional(personal(longText())),
    tags: labels(),
    publication: publication(),
    isFictitious: flag(),
  },
  label: ['givenName', 'familyName'],
  sortedBy: ['familyName', 'givenName'],
  searched: ['email', 'notes'],
});

/** Function of a person in an organisation (« fonction »), over a period. */
export const affiliation = defineEntity('affiliation', {
  fields: {
    personId: reference('person'),
    organisationId: reference('organisation'),
    title: optional(text(300)),
    fromOn: optional(date()),
    toOn: optional(date()),
    note: optional(longText()),
  },
  label: ['title'],
  searched: ['note'],
  rules: (a) => periodInOrder(a.fromOn, a.toOn, 'toOn'),
});

/** Segments in which an organisation buys or offers. */
export const organisationSegment = defineEntity('organisationSegment', {
  fields: {
    organisationId: reference('organisation'),
    purchaseSegmentId: reference('purchaseSegment'),
  },
  label: [],
});
