import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ReactNode } from 'react';
import { Link } from 'wouter';

import { recordPath } from '#stores/navigation.store.ts';
import { EntityIcon } from '#ui/EntityIcon.tsx';
import { useFormat } from '#ui/format.ts';
import { periodWords } from '#ui/period-words.ts';

import { Card } from './Card.tsx';
import classes from './Dashboard.module.css';
import type { DashboardData } from './DashboardScreen.tsx';

interface TaskListProps {
  readonly kind: 'late' | 'next';
  readonly title: string;
  readonly nothing: string;
  readonly asOfOn: string;
  readonly tasks: DashboardData['next'];
  /** How many there are, where not all are listed. */
  readonly count?: number;
  /** What stands below the list. */
  readonly note: ReactNode;
}

const DAY_MS = 86_400_000;

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** What is late, or what is next, each line leading to its record. */
export function TaskList(props: TaskListProps) {
  const { kind, title, nothing, asOfOn, tasks, count = tasks.length, note } = props;
  const { t } = useTranslation('dashboard');
  const { date, entity, number } = useFormat();
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
            {number(count)}
          </span>
        )
      }
    >
      {tasks.length === 0 ? null : (
        <ul className={classes['tasks']}>
          {tasks.map(({ table, id, label, detail, onDay, period, part }) => (
            <li key={`${table} ${id} ${part}`}>
              <Link href={recordPath(table, id)} className={classes['task'] ?? ''}>
                <EntityIcon table={table} size={20} />
                <span className={classes['taskWords']}>
                  <span className={classes['taskLabel']}>{label}</span>
                  <span className={classes['taskDetail']}>
                    {[part === null ? entity(table) : t(`calendar:part.${part}`), detail]
                      .filter((words) => words !== '')
                      .join(' · ')}
                  </span>
                </span>
                <span className={classes['due']} data-kind={kind}>
                  <span>{period === null ? date(onDay) : periodWords(period, t)}</span>
                  {kind === 'late' ? (
                    <span className={classes['delay']}>
                      {t('dashboard:late.days', { count: daysBetween(onDay, asOfOn) })}
                    </span>
                  ) : null}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {note}
    </Card>
  );
}
