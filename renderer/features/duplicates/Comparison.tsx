import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import type { FieldChoice } from '#contract/duplicate.channels.ts';
import type { DuplicateTable } from '#domain/duplicate.ts';
import { recordPath } from '#stores/navigation.store.ts';

import type { Sides } from './choices.ts';
import { sortFields } from './choices.ts';
import styles from './Duplicates.module.css';
import { useCounted } from './Effects.tsx';
import { FieldRow } from './FieldRow.tsx';
import { useFieldWords } from './use-field-words.ts';

type Pair = NonNullable<ChannelOutput<'duplicates:pair'>>;

interface ComparisonProps {
  readonly pair: Pair;
  readonly table: DuplicateTable;
  readonly sides: Sides;
  readonly isReadOnly: boolean;
  readonly onSides: (change: (known: Sides) => Sides) => void;
  readonly onSwap: () => void;
  /** What comes between what is chosen and what is not. */
  readonly children: ReactNode;
}

/** Both records column by column: what differs first, then what completes, then what is the same. */
export function Comparison({
  pair,
  table,
  sides,
  isReadOnly,
  onSides,
  onSwap,
  children,
}: ComparisonProps) {
  const { t } = useTranslation('duplicates');
  const words = useFieldWords(table, pair.names);
  const counted = useCounted();
  const { toChoose, completed, same } = sortFields(pair.fields);

  function record(which: 'kept' | 'lost') {
    const { id, label, links } = pair[which];
    return (
      <div className={styles.side} data-side={which}>
        <span className={styles.role}>{t(which)}</span>
        <Link
          href={recordPath(table, id)}
          className={styles.record ?? ''}
          aria-label={t('openRecord', { name: label })}
        >
          {label}
        </Link>
        <span className={styles.quiet}>{counted(links)}</span>
      </div>
    );
  }
  function rows(fields: readonly FieldChoice[], isOpen: boolean) {
    return fields.map((choice) => (
      <FieldRow
        key={choice.field}
        table={table}
        choice={choice}
        side={sides[choice.field] ?? choice.suggested}
        words={words}
        onChoose={
          isOpen && !isReadOnly
            ? (side) => {
                onSides((known) => ({ ...known, [choice.field]: side }));
              }
            : null
        }
      />
    ));
  }

  return (
    <div className={styles.comparison}>
      <div className={styles.sides}>
        <span className={styles.swap}>
          {!isReadOnly && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowsExchange size="1rem" aria-hidden />}
              title={t('swapHint')}
              onClick={onSwap}
            >
              {t('swap')}
            </Button>
          )}
        </span>
        {record('kept')}
        {record('lost')}
      </div>
      <Part title={t('toChoose')}>
        {toChoose.length === 0 ? (
          <p className={styles.quiet}>{t('nothingToChoose')}</p>
        ) : (
          rows(toChoose, true)
        )}
      </Part>
      {children}
      {completed.length > 0 && <Part title={t('completed')}>{rows(completed, false)}</Part>}
      {same.length > 0 && <Part title={t('same')}>{rows(same, false)}</Part>}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
