import { Badge, Button } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconFileImport,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useUndoOperation } from '#stores/use-undo-operation.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Journal.module.css';
import type { JournalOperation } from './use-journal.ts';

const icons = {
  undo: IconArrowBackUp,
  redo: IconArrowForwardUp,
  import: IconFileImport,
  create: IconPlus,
  remove: IconTrash,
  edit: IconPencil,
} satisfies Record<string, Icon>;

function pictureOf({ kind, reason }: JournalOperation): keyof typeof icons {
  if (kind === 'founding') return 'import';
  if (kind !== 'edit') return kind;
  return reason.key === 'create' || reason.key === 'remove' ? reason.key : 'edit';
}

/** One operation: what, who, when, and the means to undo it or why it cannot be. */
export function OperationRow({ operation }: { readonly operation: JournalOperation }) {
  const { t } = useTranslation('journal');
  const { dateTime, number, reason } = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const { undo, isBusy, error } = useUndoOperation(operation.id);
  const what = reason(operation.reason);
  const IconOf = icons[pictureOf(operation)];

  return (
    <li className={classes['operation']} data-undone={operation.isUndone || undefined}>
      <div className={classes['line']}>
        <span className={classes['icon']}>
          <IconOf size={18} stroke={1.7} aria-hidden="true" />
        </span>
        <span className={classes['words']}>
          <span className={classes['what']}>{what}</span>
          <span className={classes['detail']}>
            {operation.author} · <time dateTime={operation.at}>{dateTime(operation.at)}</time> ·{' '}
            {t('journal:changes', { count: operation.changes, n: number(operation.changes) })}
          </span>
        </span>
        {operation.isUndone ? (
          <Badge variant="light" color="gray" c="dimmed" tt="none">
            {t('journal:undone')}
          </Badge>
        ) : (
          <Button
            size="compact-sm"
            variant="default"
            loading={isBusy}
            disabled={isReadOnly}
            aria-label={t('journal:undoOne', { what })}
            onClick={() => void undo()}
          >
            {t('journal:undo')}
          </Button>
        )}
      </div>
      {error === null ? null : <RefusalNote error={error} title={t('journal:blocked')} />}
    </li>
  );
}
