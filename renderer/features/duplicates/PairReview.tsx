import { ActionIcon, Button, Group, Kbd, Skeleton } from '@mantine/core';
import { IconArrowsJoin2, IconChevronDown, IconChevronUp, IconEyeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { FieldChoice } from '#contract/duplicate.channels.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import type { Sides } from './choices.ts';
import { stepped, turned } from './choices.ts';
import { Comparison } from './Comparison.tsx';
import styles from './Duplicates.module.css';
import { Effects } from './Effects.tsx';
import { Likeness } from './Likeness.tsx';
import { useReviewKeys } from './use-review-keys.ts';

type Pair = NonNullable<ChannelOutput<'duplicates:pair'>>;

export interface PairReviewProps {
  readonly table: DuplicateTable;
  readonly firstId: string;
  readonly secondId: string;
  readonly isReadOnly: boolean;
  /** Where the pair stands in the list, null when it was brought together by hand. */
  readonly position: { readonly at: number; readonly total: number } | null;
  /** Whether its heading takes the keyboard, because the person just came from another pair. */
  readonly takesFocus: boolean;
  readonly onStep: (step: 1 | -1) => void;
  /** The pair is settled; `keptId` is the record that stays, null when both do. */
  readonly onDone: (keptId: string | null) => void;
  readonly onLeave: () => void;
}

/** Two records side by side, to be judged: one, or two. */
export function PairReview(props: PairReviewProps) {
  const { table, firstId, secondId, isReadOnly, position, onStep, onDone } = props;
  const { t } = useTranslation('duplicates');
  const [keepId, setKeepId] = useState<string | null>(null);
  const [sides, setSides] = useState<Sides>({});
  const [refusal, setRefusal] = useState<ApiError | null>(null);
  const isBusy = useRef(false);
  const panel = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const { data: pair, error } = useQuery(
    'duplicates:pair',
    { table, firstId, secondId, keepId },
    { keepPrevious: true },
  );
  const isShown = pair !== undefined && pair !== null;
  const { takesFocus } = props;
  useEffect(() => {
    if (isShown && takesFocus) heading.current?.focus();
  }, [isShown, takesFocus]);

  async function settle(write: () => Promise<unknown>, keptId: string | null): Promise<void> {
    if (isBusy.current || isReadOnly) return;
    isBusy.current = true;
    setRefusal(null);
    try {
      await write();
      onDone(keptId);
    } catch (thrown) {
      setRefusal(toApiError(thrown));
    } finally {
      isBusy.current = false;
    }
  }
  function merge({ kept, lost }: Pair): void {
    const request = { table, keepId: kept.id, loseId: lost.id, fields: sides };
    void settle(() => operations.perform('duplicates:merge', request), kept.id);
  }
  function tellApart(): void {
    const request = { table, firstId, secondId };
    void settle(() => operations.perform('duplicates:distinct', request), null);
  }
  function sideOf({ field, suggested }: FieldChoice) {
    return sides[field] ?? suggested;
  }

  useReviewKeys(
    panel,
    isShown
      ? {
          onStep,
          onMerge: () => merge(pair),
          onApart: tellApart,
          onSide: (field, step) => {
            const choice = pair.fields.find((known) => known.field === field);
            if (choice === undefined || isReadOnly) return;
            const side = stepped(sideOf(choice), step, choice.canJoin);
            setSides((known) => ({ ...known, [field]: side }));
          },
        }
      : null,
  );

  if (pair === null) {
    return (
      <EmptyScreen
        icon={IconEyeOff}
        title={t('gone.title')}
        description={t('gone.description')}
        actions={
          <Button variant="default" onClick={props.onLeave}>
            {t('gone.back')}
          </Button>
        }
      />
    );
  }
  if (pair === undefined) {
    return error === null ? <Skeleton h={320} radius="md" /> : <RefusalNote error={error} />;
  }
  return (
    <div ref={panel} className={styles.review}>
      <header className={styles.head}>
        <div>
          <h2 ref={heading} tabIndex={-1} className={styles.question}>
            {t(`question.${table}`)}
          </h2>
          {pair.score !== null && <Likeness score={pair.score} reasons={pair.reasons} />}
        </div>
        {position !== null && (
          <Group gap={4} wrap="nowrap" align="center" style={{ alignSelf: 'start' }}>
            <span className={styles.quiet}>
              {t('position', { at: position.at + 1, total: position.total })}
            </span>
            <Step label={t('previous')} onClick={() => onStep(-1)} isOff={position.at === 0}>
              <IconChevronUp size="1.1rem" aria-hidden />
            </Step>
            <Step
              label={t('next')}
              onClick={() => onStep(1)}
              isOff={position.at >= position.total - 1}
            >
              <IconChevronDown size="1.1rem" aria-hidden />
            </Step>
          </Group>
        )}
        {!isReadOnly && (
          <div className={styles.actions}>
            <Button
              leftSection={<IconArrowsJoin2 size="1.1rem" aria-hidden />}
              rightSection={<Kbd size="xs">↵</Kbd>}
              aria-keyshortcuts="Enter"
              onClick={() => {
                merge(pair);
              }}
            >
              {t('merge')}
            </Button>
            <Button
              variant="default"
              rightSection={<Kbd size="xs">D</Kbd>}
              aria-keyshortcuts="D"
              onClick={tellApart}
            >
              {t('apart')}
            </Button>
          </div>
        )}
      </header>
      {refusal !== null && <RefusalNote error={refusal} />}
      <Comparison
        pair={pair}
        table={table}
        sides={sides}
        isReadOnly={isReadOnly}
        onSides={setSides}
        onSwap={() => {
          setKeepId(pair.lost.id);
          setSides(turned);
        }}
      >
        <Effects moved={pair.moved} folded={pair.folded} />
      </Comparison>
      {!isReadOnly && <Keys isInList={position !== null} />}
    </div>
  );
}

/** The keys that the buttons do not tell. */
function Keys({ isInList }: { readonly isInList: boolean }) {
  const { t } = useTranslation('duplicates');
  return (
    <ul className={styles.keys} aria-label={t('keys.label')}>
      <li>
        <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {t('keys.fields')}
      </li>
      <li>
        <Kbd size="xs">←</Kbd> <Kbd size="xs">→</Kbd> {t('keys.choose')}
      </li>
      {isInList && (
        <li>
          <Kbd size="xs">J</Kbd> <Kbd size="xs">K</Kbd> {t('keys.step')}
        </li>
      )}
    </ul>
  );
}

interface StepProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Step({ label, isOff, onClick, children }: StepProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onClick}
    >
      {children}
    </ActionIcon>
  );
}
