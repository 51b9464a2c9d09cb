import { Button, Text, Title } from '@mantine/core';
import { IconArrowForward } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Candidates, CarryPreview } from '#contract/steering.views.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { CarryChoices } from './CarryChoices.tsx';
import styles from './Closing.module.css';
import { useCarryChoice } from './use-carry-choice.ts';

interface CarryOverProps {
  readonly groupId: string;
  readonly candidates: Candidates;
  readonly isReadOnly: boolean;
}

/** What goes on in the next year: chosen, seen in advance, then written as one operation. */
export function CarryOver({ groupId, candidates, isReadOnly }: CarryOverProps) {
  const { t } = useTranslation('steering');
  const choice = useCarryChoice(groupId, candidates);
  const { data: preview } = useQuery('steering:previewCarryOver', choice.request, {
    keepPrevious: true,
  });
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const next = candidates.year.year + 1;
  const isBegun = candidates.next !== null;
  const isShut = candidates.next?.status === 'closed';
  const made = preview?.made.length ?? 0;

  async function carry(): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setError(null);
    try {
      await operations.perform('steering:openNextYear', choice.request);
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <section aria-labelledby="next-year">
      <Title order={2} size="h4" id="next-year">
        {t(isBegun ? 'carry.into' : 'carry.open', { year: next })}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(isShut ? 'carry.shut' : 'carry.text', { year: next })}
      </Text>
      {!isShut && (
        <>
          <CarryChoices candidates={candidates} choice={choice} isReadOnly={isReadOnly} />
          {preview !== undefined && made > 0 && <Preview preview={preview} year={next} />}
          {error !== null && <RefusalNote error={error} />}
          {!isReadOnly && (
            <Button
              mt="sm"
              variant={candidates.year.status === 'closed' ? 'filled' : 'default'}
              leftSection={<IconArrowForward size="1.1rem" aria-hidden />}
              disabled={isBegun && made === 0}
              onClick={() => void carry()}
            >
              {isBegun
                ? t('carry.apply', { count: made, n: made, year: next })
                : t('carry.open', { year: next })}
            </Button>
          )}
        </>
      )}
    </section>
  );
}

function Preview({ preview, year }: { readonly preview: CarryPreview; readonly year: number }) {
  const { t } = useTranslation('steering');
  const { number, date, entity } = useFormat();
  return (
    <details className={styles['preview']}>
      <summary>
        {t('carry.preview', { count: preview.made.length, n: number(preview.made.length), year })}
      </summary>
      <ul>
        {preview.made.map(({ table, title, from, depth, target }) => (
          <li
            key={`${from.table} ${from.id}`}
            style={{ '--depth': depth } as Record<string, number>}
          >
            <span className={styles['kind']}>{entity(table)}</span> {title}
            {target !== null && (
              <span className={styles['quiet']}>
                {' – '}
                {target.value === null
                  ? t('carry.noTarget')
                  : t('carry.target', { value: number(target.value) })}
                {target.on !== null && ` ${t('carry.by', { day: date(target.on) })}`}
              </span>
            )}
            {from.table === 'remedy' && (
              <span className={styles['quiet']}> – {t('carry.fromRemedy')}</span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
