import { Button, NumberInput, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { PhaseView } from '#contract/selection.channels.ts';
import { reportError } from '#stores/activity.store.ts';
import { useQuery } from '#stores/use-query.ts';

import styles from './Committee.module.css';
import type { RankedMove } from './CommitteeTab.tsx';
import { keepFirst } from './ranked-moves.ts';

interface KeepFirstProps {
  readonly phase: PhaseView;
  readonly count: number;
  /** Applications with a rank: no others can be kept by it. */
  readonly ranked: number;
  readonly onCount: (count: number) => void;
  readonly onMove: (move: RankedMove) => void;
}

/** How many are to be kept, and the step that shows what that would change. */
export function KeepFirst({ phase, count, ranked, onCount, onMove }: KeepFirstProps) {
  const { t } = useTranslation('committeeScreen');
  const isUnderWay = useRef(false);
  const reached = Math.min(count, ranked);
  const { data: around } = useQuery(
    'committee:results',
    reached > 0 && reached < ranked ? { phaseId: phase.id, offset: reached - 1, limit: 2 } : null,
  );
  const [last, next] = around?.rows ?? [];
  const isTied = last !== undefined && next !== undefined && last.rank === next.rank;

  async function begin(): Promise<void> {
    if (isUnderWay.current || reached === 0) return;
    isUnderWay.current = true;
    try {
      onMove(await keepFirst(phase, reached));
    } catch (thrown) {
      reportError(thrown);
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <div className={styles.keep}>
      {isTied && (
        <Text size="xs" c="var(--r-warning)">
          {t('results.tiedAtCut', { rank: last.rank })}
        </Text>
      )}
      {count > ranked && ranked > 0 && (
        <Text size="xs" c="var(--r-warning)">
          {t('results.tooFew', { count: ranked, n: ranked })}
        </Text>
      )}
      <NumberInput
        size="xs"
        w="5rem"
        min={0}
        max={10_000}
        allowDecimal={false}
        aria-label={t('results.keepCount')}
        value={count}
        onChange={(value) => {
          if (typeof value === 'number') onCount(value);
        }}
      />
      <Button
        size="xs"
        disabled={reached === 0}
        leftSection={<IconCheck size="1rem" aria-hidden />}
        onClick={() => void begin()}
      >
        {t('results.keepRun', { count: reached, n: reached })}
      </Button>
    </div>
  );
}
