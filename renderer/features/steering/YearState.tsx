import { Button, Text, Textarea, Title } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Checklist } from '#contract/steering.views.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import styles from './Closing.module.css';

interface YearStateProps {
  readonly groupId: string;
  readonly checklist: Checklist;
  readonly isReadOnly: boolean;
}

/** Whether the year is open or closed, and what changes that. */
export function YearState({ groupId, checklist, isReadOnly }: YearStateProps) {
  const { t } = useTranslation('steering');
  const { date } = useFormat();
  const { year, status, closedOn, note } = checklist.year;
  const isClosed = status === 'closed';
  return (
    <section aria-labelledby="year-state">
      <Title order={2} size="h4" id="year-state">
        {t(isClosed ? 'closing.isClosed' : 'closing.close', { year })}
      </Title>
      {isClosed ? (
        <>
          {closedOn !== null && (
            <Text size="sm">{t('closing.closedOn', { day: date(closedOn) })}</Text>
          )}
          {note !== null && <Text size="sm">{note}</Text>}
          <Frozen frozen={checklist.frozen} isClosed />
          {!isReadOnly && <Reopen groupId={groupId} year={year} />}
        </>
      ) : (
        <>
          <Frozen frozen={checklist.frozen} isClosed={false} />
          {!isReadOnly && <CloseYear groupId={groupId} year={year} note={note} />}
        </>
      )}
    </section>
  );
}

function Frozen({
  frozen,
  isClosed,
}: {
  readonly frozen: Checklist['frozen'];
  readonly isClosed: boolean;
}) {
  const { t } = useTranslation('steering');
  const { entity, number } = useFormat();
  const counts = frozen.map(
    ({ table, count }) => `${number(count)} ${entity(table, count).toLocaleLowerCase()}`,
  );
  return (
    <Text size="sm" c="dimmed" my="xs">
      {t(isClosed ? 'closing.frozen' : 'closing.willFreeze')}
      {counts.length > 0 && ` ${t('closing.counts', { counts: counts.join(', ') })}`}
    </Text>
  );
}

/** Does one thing at a time and keeps what was refused, to be shown beside it. */
function useDeed(): {
  readonly error: ApiError | null;
  readonly run: (deed: () => Promise<unknown>) => Promise<void>;
} {
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  return {
    error,
    async run(deed) {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setError(null);
      try {
        await deed();
      } catch (thrown) {
        setError(toApiError(thrown));
      } finally {
        isUnderWay.current = false;
      }
    },
  };
}

interface CloseYearProps {
  readonly groupId: string;
  readonly year: number;
  /** What was said of the year when it was last closed. */
  readonly note: string | null;
}

function CloseYear({ groupId, year, note: former }: CloseYearProps) {
  const { t } = useTranslation('steering');
  const { error, run } = useDeed();
  const [closedOn, setClosedOn] = useState<string | null>(localToday);
  const [note, setNote] = useState(former ?? '');
  const close = (): void => {
    if (closedOn === null) return;
    void run(() =>
      operations.perform('steering:closeYear', {
        groupId,
        year,
        closedOn,
        note: note.trim() === '' ? null : note,
      }),
    );
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <DayInput
        label={t('closing.day')}
        size="sm"
        width="14rem"
        isRequired
        value={closedOn}
        onChange={setClosedOn}
      />
      <Textarea
        label={t('closing.note')}
        description={t('closing.noteHelp')}
        autosize
        minRows={2}
        maxRows={8}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {error !== null && <RefusalNote error={error} />}
      <div>
        <Button
          type="submit"
          leftSection={<IconLock size="1.1rem" aria-hidden />}
          disabled={closedOn === null}
        >
          {t('closing.close', { year })}
        </Button>
      </div>
    </form>
  );
}

function Reopen({ groupId, year }: { readonly groupId: string; readonly year: number }) {
  const { t } = useTranslation('steering');
  const { error, run } = useDeed();
  return (
    <>
      {error !== null && <RefusalNote error={error} />}
      <Button
        variant="default"
        leftSection={<IconLockOpen size="1.1rem" aria-hidden />}
        onClick={() => void run(() => operations.perform('steering:reopenYear', { groupId, year }))}
      >
        {t('closing.reopen', { year })}
      </Button>
    </>
  );
}
