import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { useFormat } from '#ui/format.ts';

import classes from './Dashboard.module.css';

/** How many deliverables are late, as the matrix counts them, and the way there. */
export function LateDeliverables({ count }: { readonly count: number }) {
  const { t } = useTranslation('dashboard');
  const { number } = useFormat();
  if (count === 0) return null;
  return (
    <p className={classes['note']}>
      {t('late.deliverables', { count, n: number(count) })}{' '}
      <Anchor component={Link} href="/deliverables/matrix" size="sm">
        {t('late.toMatrix')}
      </Anchor>
    </p>
  );
}

/** The way to the calendar of the year. */
export function CalendarLink() {
  const { t } = useTranslation('dashboard');
  return (
    <p className={classes['note']}>
      <Anchor component={Link} href="/meetings/calendar" size="sm">
        {t('next.toCalendar')}
      </Anchor>
    </p>
  );
}

/** The late actions of all meetings, where each can be followed up at once. */
export function FollowUpLink() {
  const { t } = useTranslation('dashboard');
  return (
    <p className={classes['note']}>
      <Anchor component={Link} href="/meetings/follow-up/actions/state=late" size="sm">
        {t('dashboard:late.toFollowUp')}
      </Anchor>
    </p>
  );
}
