import type { FormMark } from '#services/form-file/read.ts';

/** Marks a form of ours; followed by its version and the call. */
export const FORM: FormMark = { mark: 'rapporteur-application-form', version: 1 };
export const QUESTION_MARK = 'question';
export const OFFERS = 3;

export const fixedCodes = [
  'organisation.name',
  'organisation.siret',
  'organisation.communeName',
  'organisation.website',
  'contact.givenName',
  'contact.familyName',
  'contact.email',
  'contact.phone',
  'contact.role',
  'response.title',
  'response.summary',
  'response.maturity',
] as const;
export type FixedCode = (typeof fixedCodes)[number];

export const offerParts = ['title', 'description', 'segment', 'isMarketed'] as const;
export type OfferPart = (typeof offerParts)[number];

export const offerCode = (offer: number, part: OfferPart): string => `offer.${offer}.${part}`;
export const markOf = (callId: string): string => `${FORM.mark}:${FORM.version}:${callId}`;
export const questionCode = (id: string, fingerprint: string): string =>
  `${QUESTION_MARK}:${id}:${fingerprint}`;
