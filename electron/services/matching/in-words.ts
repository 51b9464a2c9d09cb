import type { MatchBasis } from '#contract/event.channels.ts';
import type { Translate } from '#platform/translate.ts';

/** Why two sides are brought together, as a sentence; empty when nothing brings them together. */
export function basisInWords(t: Translate, basis: MatchBasis): string {
  const { segment, segmentName, offerSegmentName, words, buyerWish, companyWish } = basis;
  const name = (segment === 'offerNarrower' ? offerSegmentName : segmentName) ?? '';
  const parts = [
    ...(segment === 'none' ? [] : [t(`planning:basis.segment.${segment}`, { name })]),
    ...(words.length === 0 ? [] : [t('planning:basis.words', { words: words.join(', ') })]),
    ...(buyerWish === 0 ? [] : [t('planning:basis.buyerWish', { strength: buyerWish })]),
    ...(companyWish === 0 ? [] : [t('planning:basis.companyWish', { strength: companyWish })]),
  ];
  const sentence = parts.join(t('planning:basis.between'));
  return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
