import { Button, Center, Skeleton } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import classes from './Journal.module.css';
import { OperationRow } from './OperationRow.tsx';
import type { JournalOperation } from './use-journal.ts';
import { useJournal } from './use-journal.ts';

function localDay(instant: string): string {
  const at = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

function byDay(operations: readonly JournalOperation[]): [string, JournalOperation[]][] {
  const days = new Map<string, JournalOperation[]>();
  for (const operation of operations) {
    const day = localDay(operation.at);
    const known = days.get(day);
    if (known === undefined) days.set(day, [operation]);
    else known.push(operation);
  }
  return [...days];
}

/** Everything that was done, by whom and when; each operation can be undone. */
export function JournalScreen() {
  const { t } = useTranslation('journal');
  const { date } = useFormat();
  const { operations, error, hasMore, readMore } = useJournal();
  return (
    <Screen title={t('journal:title')} description={t('journal:description')} width="reading">
      {error === null ? null : <RefusalNote error={error} />}
      {operations === undefined && error === null ? <Skeleton h={280} radius="md" /> : null}
      {operations?.length === 0 ? (
        <EmptyScreen
          icon={IconHistory}
          title={t('journal:empty.title')}
          description={t('journal:empty.description')}
        />
      ) : null}
      {byDay(operations ?? []).map(([day, ofDay]) => (
        <section key={day} className={classes['day']} aria-labelledby={`journal-${day}`}>
          <h2 id={`journal-${day}`}>{date(day)}</h2>
          <ul>
            {ofDay.map((operation) => (
              <OperationRow key={operation.id} operation={operation} />
            ))}
          </ul>
        </section>
      ))}
      {hasMore ? (
        <Center mt="lg">
          <Button variant="default" onClick={readMore}>
            {t('journal:more')}
          </Button>
        </Center>
      ) : null}
    </Screen>
  );
}
