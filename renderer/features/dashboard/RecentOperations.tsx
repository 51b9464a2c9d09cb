import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { useFormat } from '#ui/format.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';
import type { DashboardData } from './DashboardScreen.tsx';

/** What was done lately, and by whom. */
export function RecentOperations({ operations }: { readonly operations: DashboardData['recent'] }) {
  const { t } = useTranslation('dashboard');
  const { dateTime, reason } = useFormat();
  return (
    <Card
      title={t('dashboard:recent.title')}
      aside={
        <Anchor component={Link} href="/journal" size="sm">
          {t('dashboard:recent.all')}
        </Anchor>
      }
    >
      {operations.length === 0 ? (
        <Text c="dimmed">{t('dashboard:recent.nothing')}</Text>
      ) : (
        <ul className={classes['operations']}>
          {operations.slice(0, 5).map((operation) => (
            <li key={operation.id} data-undone={operation.isUndone || undefined}>
              <span>{reason(operation.reason)}</span>
              <span className={classes['taskDetail']}>
                {operation.author} · {dateTime(operation.at)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
