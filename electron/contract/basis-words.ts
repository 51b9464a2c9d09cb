import type { MatchBasis } from './event.channels.ts';

/** Gives the text of a key of the interface, with its values. */
type Say = (key: `planning:${string}`, values: Record<string, string | number>) => string;

/** Why two sides are brought together, as a sentence; empty when nothing brings them together. */
export function basisInWords(say: Say, basis: MatchBasis): string {
  const { segment, segmentName, offerSegmentName, words, buyerWish, companyWish } = basis;
  const name = (segment === 'offerNarrower' ? offerSegmentName : segmentName) ?? '';
  const parts = [
    ...(segment === 'none' ? [] : [say(`planning:basis.segment.${segment}`, { name })]),
    ...(words.length === 0 ? [] : [say('planning:basis.words', { words: words.join(', ') })]),
    ...(buyerWish === 0 ? [] : [say('planning:basis.buyerWish', { strength: buyerWish })]),
    ...(companyWish === 0 ? [] : [say('planning:basis.companyWish', { strength: companyWish })]),
  ];
  const sentence = parts.join(say('planning:basis.between', {}));
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
