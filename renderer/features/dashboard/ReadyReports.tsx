import { Anchor, Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { documentFormats } from '#contract/schemas.ts';
import { exportReport } from '#stores/exports.store.ts';
import { useQuery } from '#stores/use-query.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';

/** Latest reports offered here; the others are on their own screen. */
const SHOWN = 2;

/** The documents of the latest year, each format one click away. */
export function ReadyReports({ year: latest }: { readonly year: number }) {
  const { t } = useTranslation('dashboard');
  const { data } = useQuery('reports:list', {});
  // A year yet to come has objectives, but nothing to report.
  const reports = (data ?? []).filter(({ year }) => year <= latest).slice(0, SHOWN);
  return (
    <Card
      title={t('dashboard:reports.title')}
      aside={
        <Anchor component={Link} href="/reports" size="sm">
          {t('dashboard:reports.all')}
        </Anchor>
      }
    >
      {reports.length === 0 ? <Text c="dimmed">{t('dashboard:reports.nothing')}</Text> : null}
      <ul className={classes['reports']}>
        {reports.map(({ report, groupId, year }) => {
          const name = t(`reports:name.${report}`, { year });
          return (
            <li key={`${report} ${groupId} ${year}`}>
              <Link
                href={`/reports/${report}/${groupId}/${year}`}
                className={classes['report'] ?? ''}
              >
                {name}
              </Link>
              <Group gap={6} role="group" aria-label={t('dashboard:reports.export', { name })}>
                {documentFormats.map((format) => (
                  <Button
                    key={format}
                    size="compact-sm"
                    variant="default"
                    aria-label={t('reports:exportAs', { name, format: format.toUpperCase() })}
                    onClick={() => void exportReport({ report, groupId, year }, format, name)}
                  >
                    {format.toUpperCase()}
                  </Button>
                ))}
              </Group>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
