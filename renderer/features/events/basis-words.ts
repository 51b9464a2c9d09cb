import { useTranslation } from 'react-i18next';

import type { MatchBasis } from '#contract/event.channels.ts';

/** Why two sides are brought together, as a sentence; empty when nothing brings them together. */
export function useBasisWords(): (basis: MatchBasis) => string {
  const { t } = useTranslation('planning');
  return ({ segment, segmentName, offerSegmentName, words, buyerWish, companyWish }) => {
    const name = (segment === 'offerNarrower' ? offerSegmentName : segmentName) ?? '';
    const parts = [
      ...(segment === 'none' ? [] : [t(`basis.segment.${segment}`, { name })]),
      ...(words.length === 0 ? [] : [t('basis.words', { words: words.join(', ') })]),
      ...(buyerWish === 0 ? [] : [t('basis.buyerWish', { strength: buyerWish })]),
      ...(companyWish === 0 ? [] : [t('basis.companyWish', { strength: companyWish })]),
    ];
    const sentence = parts.join(t('basis.between'));
    return sentence === '' ? '' : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  };
}
