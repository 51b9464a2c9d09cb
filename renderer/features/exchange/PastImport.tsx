import { Badge, Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useUndoOperation } from '#stores/use-undo-operation.ts';
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
  const { undo, isBusy, error } = useUndoOperation(operation.id);
  const what = useImportName(operation);

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
