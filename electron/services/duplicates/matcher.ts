import type { DuplicateReason } from '#domain/duplicate.ts';

/** A record's columns as the store, a form or an imported row gives them. */
export type ActorValues = Readonly<Record<string, unknown>>;

/** What is known of a record beside its own columns. */
export interface Beside {
  /** Other spellings of its name. */
  readonly aliases: readonly string[];
  /** Organisations that a person works or worked for. */
  readonly organisationIds: readonly string[];
}

export const NOTHING_BESIDE: Beside = { aliases: [], organisationIds: [] };

export interface Likeness {
  /** From 0 to 1. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** How the records of one table are told from each other. */
export interface Matcher<P> {
  readonly profile: (id: string, values: ActorValues, beside: Beside) => P;
  /**
   * Keys under which the record is found: records that share none are never compared. A key under
   * which more than `most` records stand says nothing and is passed over.
   */
  readonly keys: (profile: P, emit: (key: number, most: number) => void) => void;
  /** The key that counts namesakes. */
  readonly nameKey: (profile: P) => number;
  /** `namesakes`: how many records bear the more common of the two names. */
  readonly compare: (a: P, b: P, namesakes: number) => Likeness;
}

/** One sign that two records are one, and how far it alone would prove it, from 0 to 1. */
export interface Evidence {
  readonly reason: DuplicateReason;
  readonly weight: number;
}

/** Signs that are independent of each other add up; what speaks against weakens them all. */
export function weigh(evidence: readonly Evidence[], doubts: number): Likeness {
  let unproven = 1;
  for (const { weight } of evidence) unproven *= 1 - weight;
  const score = Math.round((1 - unproven) * doubts * 1000) / 1000;
  return { score, reasons: evidence.map(({ reason }) => reason) };
}

const FEW_NAMESAKES = 3;
export const MANY_NAMESAKES = 12;

/** A name that many bear proves little. */
export function namesakeDoubts(namesakes: number): number {
  if (namesakes <= FEW_NAMESAKES) return 1;
  return namesakes <= MANY_NAMESAKES ? 0.85 : 0.6;
}

export function textIn(values: ActorValues, field: string): string | null {
  const value = values[field];
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' ? null : text;
}

export function digitsIn(values: ActorValues, field: string): string | null {
  const digits = textIn(values, field)?.replaceAll(/\D/g, '') ?? '';
  return digits === '' ? null : digits;
}

const FRENCH_PREFIX = /^(?:00)?33(?=[1-9]\d{8}$)/;
const LEAST_PHONE = 8;

/** A telephone number without signs, French ones in their national form. */
export function phoneIn(values: ActorValues): string | null {
  const digits = digitsIn(values, 'phone')?.replace(FRENCH_PREFIX, '0') ?? '';
  return digits.length < LEAST_PHONE ? null : digits;
}

export function emailIn(values: ActorValues): string | null {
  const email = textIn(values, 'email')?.toLowerCase() ?? null;
  return email?.includes('@') === true ? email : null;
}

/** Sites under which many organisations have a page. */
const SHARED_SITES = new Set([
  'facebook.com', 'fr.linkedin.com', 'instagram.com', 'linkedin.com', 'sites.google.com',
  'twitter.com', 'x.com', 'youtube.com',
]); // prettier-ignore

/** A site without what all addresses share; with its path where it is a page of a larger site. */
export function websiteIn(values: ActorValues): string | null {
  const address = textIn(values, 'website')?.toLowerCase() ?? '';
  const site = address.replace(/^[a-z]+:\/\//, '').replace(/^www\./, '');
  const place = site.replace(/[?#].*$/, '').replace(/\/+(?:index\.[a-z]+)?$/, '');
  return place.includes('.') && !SHARED_SITES.has(place) ? place : null;
}
