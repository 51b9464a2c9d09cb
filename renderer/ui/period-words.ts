import type { TFunction } from 'i18next';

import { isQuarter } from '#domain/quarters.ts';

/** A period as people read it: « T3 2017 » for a quarter, otherwise the words it was written in. */
export const periodWords = (period: string, t: TFunction): string =>
  isQuarter(period)
    ? t('deliverables:quarter', { number: period.slice(6), year: period.slice(0, 4) })
    : period;
