import { IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Notice } from '#stores/activity.store.ts';
import { useActivity } from '#stores/activity.store.ts';
import { assertNever } from '#stores/dialogs.store.ts';
import { openExport } from '#stores/exports.store.ts';
import { redo, undo } from '#stores/undo.store.ts';
import type { Format } from '#ui/format.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Shell.module.css';

/** How long a notice stays; it waits while pointed at or focused. Errors stay until closed. */
const SHOWN_MS = 8000;

/** The one place where operations are answered: what was done, and « Annuler ». */
export function NoticeBar() {
  const notice = useActivity((state) => state.notice);
  return (
    <div className={classes['notices']} role="status" aria-live="polite">
      {notice === null ? null : <NoticeLine key={notice.id} notice={notice} />}
    </div>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dismiss = useActivity((state) => state.dismiss);
  const [isHeld, setHeld] = useState(false);

  useEffect(() => {
    if (isHeld || notice.kind === 'error') return undefined;
    const timer = setTimeout(() => dismiss(notice.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [dismiss, isHeld, notice]);

  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(false);
  return (
    <div
      className={classes['notice']}
      data-kind={notice.kind}
      onMouseEnter={hold}
      onMouseLeave={release}
      onFocus={hold}
      onBlur={release}
    >
      <p>{textOf(notice, t, format)}</p>
      {actionsOf(notice).map(({ labelKey, run }) => (
        <button
          key={labelKey}
          type="button"
          className={classes['noticeAction']}
          onClick={() => {
            dismiss(notice.id);
            run();
          }}
        >
          {t(labelKey)}
        </button>
      ))}
      <button
        type="button"
        className={classes['noticeClose']}
        aria-label={t('shell:notice.close')}
        onClick={() => dismiss(notice.id)}
      >
        <IconX size={16} aria-hidden="true" />
      </button>
    </div>
  );
}

function textOf(notice: Notice, t: ReturnType<typeof useTranslation>['t'], format: Format): string {
  switch (notice.kind) {
    case 'operation': {
      const { along } = notice.operation;
      const deed = format.deed(notice.operation.reason);
      const went = along.map(({ table, count }) => format.entity(table, count)).join(', ');
      const what = went === '' ? deed : t('shell:notice.along', { what: deed, went });
      if (notice.operation.kind === 'undo') return t('shell:notice.undone', { what });
      return notice.operation.kind === 'redo' ? t('shell:notice.redone', { what }) : what;
    }
    case 'error':
      return format.refusal(notice.error);
    case 'info':
      return t(notice.messageKey, notice.params);
    case 'export':
      return [
        t('shell:notice.exported', { fileName: notice.fileName }),
        notice.without.length > 0 ? t('houseStyle:lost', { names: notice.without.join(', ') }) : '',
      ]
        .join(' ')
        .trim();
    default:
      return assertNever(notice);
  }
}

interface NoticeAction {
  readonly labelKey: string;
  run(): void;
}

function actionsOf(notice: Notice): NoticeAction[] {
  if (notice.kind === 'operation') {
    return notice.operation.kind === 'undo'
      ? [{ labelKey: 'shell:redo.name', run: () => void redo() }]
      : [{ labelKey: 'shell:undo.name', run: () => void undo() }];
  }
  if (notice.kind !== 'export') return [];
  const { grant, isUndoable } = notice;
  return [
    { labelKey: 'shell:notice.open', run: () => openExport(grant, 'open') },
    { labelKey: 'shell:notice.showInFolder', run: () => openExport(grant, 'showInFolder') },
    ...(isUndoable ? [{ labelKey: 'shell:undo.name', run: () => void undo() }] : []),
  ];
}
