import { Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';

import styles from './Duplicates.module.css';
import { Likeness } from './Likeness.tsx';
import { addressOf } from './place.ts';

export type ListedPair = ChannelOutput<'duplicates:list'>['pairs'][number];

interface PairListProps {
  readonly table: DuplicateTable;
  readonly pairs: readonly ListedPair[];
  readonly openAt: number;
  readonly hasMore: boolean;
}

/** The pairs that await a judgement, the surest first. */
export function PairList({ table, pairs, openAt, hasMore }: PairListProps) {
  const { t } = useTranslation('duplicates');
  const open = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (openAt >= 0) open.current?.scrollIntoView({ block: 'nearest' });
  }, [openAt]);
  return (
    <nav aria-label={t('list')}>
      <ul className={styles.pairs}>
        {pairs.map(({ first, second, score, reasons }, at) => (
          <li key={`${first.id} ${second.id}`}>
            <Link
              ref={at === openAt ? open : null}
              href={`/actors/duplicates/${addressOf({ table, firstId: first.id, secondId: second.id })}`}
              className={styles.pair ?? ''}
              aria-current={at === openAt ? 'true' : undefined}
            >
              <Named {...first} />
              <Named {...second} />
              <Likeness score={score} reasons={reasons.slice(0, 2)} />
            </Link>
          </li>
        ))}
      </ul>
      {hasMore && (
        <Text size="sm" c="dimmed" p="md">
          {t('more')}
        </Text>
      )}
    </nav>
  );
}

function Named({ label, detail }: { readonly label: string; readonly detail: string }) {
  return (
    <span className={styles.named}>
      <span className={styles.name}>{label}</span>
      {detail !== '' && <span className={styles.detail}>{detail}</span>}
    </span>
  );
}
