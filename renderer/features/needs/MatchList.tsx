import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { basisInWords } from '#contract/basis-words.ts';
import type { MatchProposal } from '#contract/event.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { FollowUp } from './FollowUp.tsx';
import styles from './Needs.module.css';

const STEP = 30;
const MOST = 500;

interface MatchListProps {
  readonly surveyId: string;
  /** One need alone, or all of the census. */
  readonly needId: string | null;
  readonly decided: 'all' | 'undecided' | 'decided';
  readonly isReadOnly: boolean;
}

/** Needs and the offers that answer them, the closest first, each with its reason. */
export function MatchList({ surveyId, needId, decided, isReadOnly }: MatchListProps) {
  const { t } = useTranslation('needs');
  const { number } = useFormat();
  const [limit, setLimit] = useState(STEP);
  const { data, error } = useQuery(
    'matching:propose',
    { surveyId, needId, decided, limit },
    { keepPrevious: true },
  );
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <LateLoader label={t('loading')} />;
  if (data.rows.length === 0) {
    return (
      <p className={styles['quiet']}>{t(data.offers === 0 ? 'matches.noOffer' : 'matches.none')}</p>
    );
  }
  return (
    <>
      {needId === null && (
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('matches.count', {
            count: data.total,
            shown: number(data.total),
            needs: number(data.needs),
            offers: number(data.offers),
          })}
        </Text>
      )}
      <ul className={styles['plain']} aria-label={t('view.matches')}>
        {data.rows.map((row) => (
          <MatchRow key={`${row.needId} ${row.offerId}`} row={row} isReadOnly={isReadOnly} />
        ))}
      </ul>
      {data.rows.length < data.total && limit < MOST && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setLimit((known) => Math.min(MOST, known + STEP))}
        >
          {t('matches.more')}
        </Button>
      )}
    </>
  );
}

interface MatchRowProps {
  readonly row: MatchProposal;
  readonly isReadOnly: boolean;
}

function MatchRow({ row, isReadOnly }: MatchRowProps) {
  const { t } = useTranslation('needs');
  const { number, date } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { match } = row;
  const status = match?.status ?? 'proposed';
  const pair = { buyer: row.buyerName ?? row.needTitle, company: row.companyName };
  const decide = (next: 'accepted' | 'refused' | 'proposed'): void => {
    operations
      .perform('matching:decide', {
        pairs: [{ needId: row.needId, offerId: row.offerId }],
        status: next,
      })
      .catch(reportError);
  };
  const isKept = status === 'accepted' || status === 'met' || status === 'contracted';
  return (
    <li className={styles['item']}>
      <span className={styles['score']}>
        {t('matches.score', { value: number(Math.round(row.score * 100)) })}
      </span>
      <div className={styles['grow']}>
        <Text size="sm" fw={600}>
          {t('matches.pair', pair)}
        </Text>
        <Text size="sm">
          {t('matches.answers', { need: row.needTitle, offer: row.offerTitle })}
        </Text>
        <p className={styles['quiet']}>
          {basisInWords((key, values) => t(key, values), row.basis)}
        </p>
        {(match?.followedUpOn ?? match?.outcome ?? null) !== null && (
          <p className={styles['quiet']}>
            {[
              match?.followedUpOn
                ? t('matches.followed', { date: date(match.followedUpOn) })
                : null,
              match?.outcome ?? null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        )}
      </div>
      {status !== 'proposed' && (
        <Badge variant="light" tt="none" color={status === 'refused' ? 'red' : 'petrol'}>
          {t(`vocabulary:choice.match.status.${status}`)}
        </Badge>
      )}
      {!isReadOnly && (
        <Group gap={4} wrap="nowrap">
          {status === 'proposed' ? (
            <>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('matches.acceptOne', pair)}
                onClick={() => decide('accepted')}
              >
                {t('matches.accept')}
              </Button>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t('matches.refuseOne', pair)}
                onClick={() => decide('refused')}
              >
                {t('matches.refuse')}
              </Button>
            </>
          ) : (
            (status === 'refused' || status === 'accepted') && (
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-label={t('matches.reopenOne', pair)}
                onClick={() => decide('proposed')}
              >
                {t('matches.reopen')}
              </Button>
            )
          )}
          {isKept && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('matches.followOne', pair)}
              aria-expanded={isOpen}
              onClick={() => setOpen((open) => !open)}
            >
              {t('matches.follow')}
            </Button>
          )}
        </Group>
      )}
      {isOpen && isKept && match !== null && (
        <FollowUp match={match} name={t('matches.followOne', pair)} onDone={() => setOpen(false)} />
      )}
    </li>
  );
}
