import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { recordPath } from '#stores/navigation.store.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';
import type { DashboardData } from './DashboardScreen.tsx';

/** Sub-groups with those who report for them on the day shown. */
export function SubGroupList({ subGroups }: { readonly subGroups: DashboardData['subGroups'] }) {
  const { t } = useTranslation('dashboard');
  return (
    <Card title={t('dashboard:subGroups.title')}>
      {subGroups.length === 0 ? (
        <Text c="dimmed">{t('dashboard:subGroups.nothing')}</Text>
      ) : (
        <ul className={classes['tasks']}>
          {subGroups.map(({ id, name, rapporteurs }) => (
            <li key={id}>
              <Link href={recordPath('subGroup', id)} className={classes['task'] ?? ''}>
                <span className={classes['taskWords']}>
                  <span className={classes['taskLabel']}>{name}</span>
                  <span className={classes['taskDetail']}>
                    {rapporteurs.length === 0
                      ? t('dashboard:subGroups.vacant')
                      : rapporteurs.join(', ')}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
