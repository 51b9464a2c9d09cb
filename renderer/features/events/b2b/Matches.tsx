import { Badge, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { basisInWords } from '#contract/basis-words.ts';
import type { MatchProposal } from '#contract/event.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';

const STEP = 40;
const kinds = ['all', 'undecided', 'decided'] as const;

export interface MatchesProps {
  readonly id: string;
  readonly isReadOnly: boolean;
}

/** Needs and offers that answer one another, best first, each with its reason. */
export function Matches({ id, isReadOnly }: MatchesProps) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const [decided, setDecided] = useState<(typeof kinds)[number]>('all');
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQuery(
    'matching:propose',
    { eventId: id, decided, limit },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return null;
  return (
    <>
      <Group gap="sm" mb="sm">
        <Select
          size="xs"
          w="14rem"
          aria-label={t('matches.shown')}
          data={kinds.map((value) => ({ value, label: t(`matches.kind.${value}`) }))}
          value={decided}
          allowDeselect={false}
          onChange={(next) => setDecided(next ?? decided)}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('matches.count', {
            count: data.total,
            shown: format.number(data.total),
            needs: format.number(data.needs),
            offers: format.number(data.offers),
          })}
        </Text>
      </Group>
      <ul className={classes['plain']}>
        {data.rows.map((row) => (
          <MatchRow key={`${row.needId} ${row.offerId}`} row={row} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {data.rows.length < data.total && limit < 500 && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setLimit((known) => Math.min(500, known + STEP))}
        >
          {t('more')}
        </Button>
      )}
    </>
  );
}

function MatchRow({
  row,
  isReadOnly,
}: {
  readonly row: MatchProposal;
  readonly isReadOnly: boolean;
}) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const pair = { buyer: row.buyerName ?? row.needTitle, company: row.companyName };
  const status = row.match?.status ?? null;
  const decide = (next: 'accepted' | 'refused'): void => {
    void doWrite('matching:decide', {
      pairs: [{ needId: row.needId, offerId: row.offerId }],
      status: next,
    });
  };
  return (
    <li className={classes['item']}>
      <div className={classes['line']}>
        <span className={classes['score']}>
          {t('matches.score', { value: format.number(Math.round(row.score * 100)) })}
        </span>
        <div className={classes['grow']}>
          <Text size="sm" fw={600}>
            {t('pair', pair)}
          </Text>
          <Text size="sm">
            {t('matches.answers', { need: row.needTitle, offer: row.offerTitle })}
          </Text>
          <Text size="xs" c="dimmed">
            {basisInWords((key, values) => t(key, values), row.basis)}
          </Text>
        </div>
        {status !== null && (
          <Badge variant="light" color={status === 'refused' ? 'red' : 'petrol'}>
            {t(`vocabulary:choice.match.status.${status}`)}
          </Badge>
        )}
        {!isReadOnly && status !== 'met' && status !== 'contracted' && (
          <Group gap={4} wrap="nowrap">
            <Button
              size="compact-xs"
              variant="default"
              disabled={status === 'accepted'}
              aria-label={t('matches.acceptOne', pair)}
              onClick={() => decide('accepted')}
            >
              {t('matches.accept')}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              disabled={status === 'refused'}
              aria-label={t('matches.refuseOne', pair)}
              onClick={() => decide('refused')}
            >
              {t('matches.refuse')}
            </Button>
          </Group>
        )}
      </div>
    </li>
  );
}
