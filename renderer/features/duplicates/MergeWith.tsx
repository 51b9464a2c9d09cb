import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { DuplicateTable } from '#domain/duplicate.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import styles from './Duplicates.module.css';

interface MergeWithProps {
  readonly table: DuplicateTable;
  readonly id: string;
  readonly onChosen: (id: string) => void;
}

/** Finds the other record of an actor whose double nobody found by itself. */
export function MergeWith({ table, id, onChosen }: MergeWithProps) {
  const { t } = useTranslation('duplicates');
  const { data: named } = useQuery('records:label', { table, id });
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <div className={styles.with}>
      <h2 className={styles.question}>{t('with.title', { name: named?.label ?? '…' })}</h2>
      <Text c="dimmed">{t('with.description')}</Text>
      <ReferencePicker
        table={table}
        value={null}
        label={t(`with.${table}`)}
        port={recordPort}
        isOptional={false}
        isInitiallyFocused
        canCreate={false}
        error={problem}
        onChange={(chosen) => {
          if (chosen === id) setProblem(t('with.itself'));
          else if (chosen !== null) onChosen(chosen);
        }}
      />
      <Anchor component={Link} size="sm" href={recordPath(table, id)}>
        {t('with.cancel')}
      </Anchor>
    </div>
  );
}
