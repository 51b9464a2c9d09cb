import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { NamedRecord } from '#contract/schemas.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { EntityIcon } from '#ui/EntityIcon.tsx';
import { useFormat } from '#ui/format.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';

interface TaskListProps {
  readonly kind: 'late' | 'next';
  readonly title: string;
  readonly nothing: string;
  readonly asOfOn: string;
  readonly tasks: readonly (NamedRecord & { readonly onDay: string | null })[];
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** What is late, or what is next, each line leading to its record. */
export function TaskList({ kind, title, nothing, asOfOn, tasks }: TaskListProps) {
  const { t } = useTranslation('dashboard');
  const { date, entity } = useFormat();
  return (
    <Card
      title={title}
      aside={
        tasks.length === 0 ? (
          <Text c="dimmed" size="sm">
            {nothing}
          </Text>
        ) : (
          <span className={classes['count']} data-kind={kind}>
            {tasks.length}
          </span>
        )
      }
    >
      {tasks.length === 0 ? null : (
        <ul className={classes['tasks']}>
          {tasks.map(({ table, id, label, detail, onDay }) => (
            <li key={`${table} ${id}`}>
              <Link href={recordPath(table, id)} className={classes['task'] ?? ''}>
                <EntityIcon table={table} size={20} />
                <span className={classes['taskWords']}>
                  <span className={classes['taskLabel']}>{label}</span>
                  <span className={classes['taskDetail']}>
                    {detail === '' ? entity(table) : `${entity(table)} · ${detail}`}
                  </span>
                </span>
                {onDay === null ? null : (
                  <span className={classes['due']} data-kind={kind}>
                    <span>{date(onDay)}</span>
                    {kind === 'late' ? (
                      <span className={classes['delay']}>
                        {t('dashboard:late.days', { count: daysBetween(onDay, asOfOn) })}
                      </span>
                    ) : null}
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
