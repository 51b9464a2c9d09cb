import { useTranslation } from 'react-i18next';

import type { PlaceView } from '#contract/selection.channels.ts';

/** Where a response stands, in words: « à juger », « pitch », « liste complémentaire, rang 2 ». */
export function usePlaceWords(): (place: PlaceView) => string {
  const { t } = useTranslation('selection');
  return ({ kind, outcome, rank, phaseName }) => {
    if (kind === 'withdrawn' || kind === 'duplicate') return t(`place.${kind}`);
    if (kind === 'pending' || outcome === null) {
      return phaseName === null ? t('place.pending') : t('place.pendingIn', { phase: phaseName });
    }
    if (outcome === 'reserve' && rank !== null) return t('place.reserveRank', { rank });
    return t(`place.${outcome}`);
  };
}
