import { Progress, SegmentedControl, Text } from '@mantine/core';
import { IconArrowsJoin2, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { DuplicateTable } from '#domain/duplicate.ts';
import { duplicateTables } from '#domain/duplicate.ts';
import type { DuplicateState } from '#stores/duplicates.ts';
import { useDuplicates } from '#stores/duplicates.ts';
import { recordPath, useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';

import styles from './Duplicates.module.css';
import { MergeWith } from './MergeWith.tsx';
import type { ListedPair } from './PairList.tsx';
import { PairList } from './PairList.tsx';
import { PairReview } from './PairReview.tsx';
import { addressOf, placeAt, positionOf } from './place.ts';

export interface DuplicatesProps {
  readonly openId: string | null;
  readonly go: (address: string | null) => void;
}

const LISTED = 100;

/** Records that may be one: the pairs that were found and, beside them, the one that is judged. */
export function Duplicates({ openId, go }: DuplicatesProps) {
  const { t } = useTranslation('duplicates');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const [takesFocus, setTakesFocus] = useState(false);
  const place = placeAt(openId);
  const { table } = place;
  const state = useDuplicates();
  const { data } = useQuery(
    'duplicates:list',
    { table, offset: 0, limit: LISTED },
    { keepPrevious: true },
  );
  const pairs = data?.pairs ?? [];
  const isWith = place.firstId !== null && place.secondId === null;
  const isByHand = place.secondId !== null && positionOf(pairs, place) < 0;
  const at = isWith || isByHand ? -1 : Math.max(0, positionOf(pairs, place));
  const listed = pairs[at];
  useBreadcrumb([{ label: t('tab') }]);

  function open(pair: ListedPair | undefined): void {
    setTakesFocus(true);
    if (pair === undefined) go(addressOf({ table, firstId: null, secondId: null }));
    else go(addressOf({ table, firstId: pair.first.id, secondId: pair.second.id }));
  }
  function step(by: 1 | -1): void {
    const next = pairs[at + by];
    if (next !== undefined) open(next);
  }

  function body() {
    if (isWith && place.firstId !== null) {
      const { firstId } = place;
      return (
        <MergeWith
          key={firstId}
          table={table}
          id={firstId}
          onChosen={(secondId) => {
            setTakesFocus(true);
            go(addressOf({ table, firstId, secondId }));
          }}
        />
      );
    }
    const firstId = (isByHand ? place.firstId : listed?.first.id) ?? null;
    const secondId = (isByHand ? place.secondId : listed?.second.id) ?? null;
    if (firstId === null || secondId === null) return null;
    return (
      <PairReview
        key={`${firstId} ${secondId}`}
        table={table}
        firstId={firstId}
        secondId={secondId}
        isReadOnly={isReadOnly}
        takesFocus={takesFocus}
        position={isByHand ? null : { at, total: data?.total ?? pairs.length }}
        onStep={step}
        onDone={(keptId) => {
          if (!isByHand) open(pairs[at + 1] ?? pairs[at - 1]);
          else if (keptId !== null) setLocation(recordPath(table, keptId));
          else open(undefined);
        }}
        onLeave={() => {
          open(undefined);
        }}
      />
    );
  }

  const shown = body();
  const isEmpty = data !== undefined && pairs.length === 0;
  return (
    <div className={styles.duplicates}>
      <div className={styles.list}>
        <Kinds
          table={table}
          state={state}
          onTable={(next) => {
            go(addressOf({ table: next, firstId: null, secondId: null }));
          }}
        />
        <PairList
          table={table}
          pairs={pairs}
          openAt={at}
          hasMore={pairs.length < (data?.total ?? 0)}
        />
      </div>
      <div className={styles.page}>
        {shown ??
          (isEmpty && state !== undefined && (
            <EmptyScreen
              icon={state.isCurrent ? IconArrowsJoin2 : IconSearch}
              title={t(state.isCurrent ? 'none.title' : 'first.title')}
              description={t(state.isCurrent ? 'none.description' : 'first.description')}
            />
          ))}
      </div>
    </div>
  );
}

interface KindsProps {
  readonly table: DuplicateTable;
  readonly state: DuplicateState | undefined;
  readonly onTable: (table: DuplicateTable) => void;
}

/** Which kind of records is looked at, how many pairs there are of each, and how far the search is. */
function Kinds({ table, state, onTable }: KindsProps) {
  const { t } = useTranslation('duplicates');
  const { number } = useFormat();
  const share = state === undefined || state.total === 0 ? 0 : (state.done / state.total) * 100;
  return (
    <div className={styles.kinds}>
      <SegmentedControl
        fullWidth
        aria-label={t('kind.label')}
        value={table}
        data={duplicateTables.map((value) => {
          const { count = 0, hasMore = false } = state?.[value] ?? {};
          const found = count === 0 ? '' : ` (${number(count)}${hasMore ? '+' : ''})`;
          return { value, label: `${t(`kind.${value}`)}${found}` };
        })}
        onChange={(next) => {
          const chosen = duplicateTables.find((name) => name === next);
          if (chosen !== undefined) onTable(chosen);
        }}
      />
      {state?.isCurrent === false && (
        <div role="status">
          <Text size="xs" c="dimmed" mb={4}>
            {t('searching')}
          </Text>
          <Progress value={share} size="xs" aria-label={t('searching')} />
        </div>
      )}
    </div>
  );
}
