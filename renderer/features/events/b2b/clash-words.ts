import { useTranslation } from 'react-i18next';

import type { Clash } from '#contract/timetable.channels.ts';

/** What cannot stand together, as a sentence. */
export function useClashWords(): (clash: Clash) => string {
  const { t } = useTranslation('eventsScreen');
  return ({ kind, name, startsAt, limit, meetings }) => {
    const pairs = meetings.map(({ buyerName, companyName }) =>
      t('pair', { buyer: buyerName, company: companyName }),
    );
    const why = t(`planning:clash.${kind}`);
    const what = [name, startsAt ?? ''].filter((part) => part !== '').join(', ');
    return t('clash', {
      what: what === '' ? t('timetable.room') : what,
      why: limit === null ? why : t('clashLimit', { why, limit }),
      meetings: pairs.join(t('planning:basis.between')),
    });
  };
}
