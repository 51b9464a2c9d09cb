import { Badge, Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { undoOperation } from '#stores/undo.store.ts';
import { useFormat } from '#ui/format.ts';

import { BlockedUndo } from './BlockedUndo.tsx';
import classes from './Exchange.module.css';

interface PastImportProps {
  readonly operation: ChannelOutput<'imports:history'>[number];
}

/** What was imported: the file and its register, where the journal knows them. */
function useImportName({ reason }: PastImportProps['operation']): string {
  const { t } = useTranslation();
  const format = useFormat();
  const { file, register, count } = reason.params ?? {};
  if (typeof file !== 'string' || typeof register !== 'string' || typeof count !== 'number') {
    return format.reason(reason);
  }
  return t('exchange:history.what', {
    file: file === '' ? t('exchange:paste.name') : file,
    register: t(`registers:${register}.name`),
    count,
    n: format.number(count),
  });
}

/** One import: what, who, when, whether it still stands, and the means to undo it. */
export function PastImport({ operation }: PastImportProps) {
  const { t } = useTranslation();
  const { dateTime, number } = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const what = useImportName(operation);

  const undo = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await undoOperation(operation.id);
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <li className={classes['pastImport']} data-undone={operation.isUndone || undefined}>
      <div className={classes['pastLine']}>
        <IconFileImport size={20} stroke={1.6} aria-hidden="true" />
        <span className={classes['pastWords']}>
          <span>{what}</span>
          <span className={classes['quiet']}>
            {operation.author} · <time dateTime={operation.at}>{dateTime(operation.at)}</time> ·{' '}
            {t('journal:changes', { count: operation.changes, n: number(operation.changes) })}
          </span>
        </span>
        {operation.isUndone ? (
          <Badge variant="light" color="gray" c="dimmed" tt="none">
            {t('exchange:history.undone')}
          </Badge>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            disabled={isReadOnly}
            aria-label={t('exchange:history.undoOne', { what })}
            onClick={() => void undo()}
          >
            {t('exchange:history.undo')}
          </Button>
        )}
      </div>
      {error === null ? null : <BlockedUndo error={error} />}
    </li>
  );
}
