import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { RankedApplicationView } from '#contract/committee.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Committee.module.css';

interface DiscussionProps {
  readonly phaseId: string;
  readonly cut: number;
  readonly onOpen: (row: RankedApplicationView) => void;
}

/** Where members agree least: what the meeting should spend its time on. */
export function Discussion({ phaseId, cut, onOpen }: DiscussionProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const request = { phaseId, limit: 15, ...(cut > 0 ? { cut } : {}) };
  const { data } = useQuery('committee:discussion', request, { keepPrevious: true });
  return (
    <section>
      <h2 className={styles.heading}>{t('results.discussion')}</h2>
      <Text size="xs" c="dimmed">
        {t('results.discussionText')}
      </Text>
      {data?.rows.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('results.noDiscussion')}
        </Text>
      )}
      <ol className={styles.talk}>
        {data?.rows.map((row) => (
          <li key={row.applicationId}>
            <button type="button" className={styles.talkLine} onClick={() => onOpen(row)}>
              <span>{t('who', { number: row.number, name: row.organisationName })}</span>
              {row.isDecisive && (
                <Badge size="xs" color="yellow" className={styles.badge ?? ''}>
                  {t('results.decisive')}
                </Badge>
              )}
              <span className={styles.figure}>
                {row.dispersion === null ? t('none') : number(row.dispersion)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
