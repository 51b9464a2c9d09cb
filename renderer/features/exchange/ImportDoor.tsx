import { IconFileImport, IconLock } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { selectIsReadOnly, useSession } from '#stores/session.store.ts';

import classes from './ImportDoor.module.css';
import { isUnderWay } from './import-state.ts';
import { importActions, useImport } from './import.store.ts';
import { nameOf } from './source-name.ts';
import { carriedSource } from './sources.ts';
import { useBegin } from './use-begin.ts';
import { useDroppedFile } from './use-dropped-file.ts';
import { useImportCommands } from './use-import-commands.ts';

/** Lets files in on every screen: dropped anywhere, or asked for by a command. */
export function ImportDoor() {
  const { t } = useTranslation();
  const isReadOnly = useSession(selectIsReadOnly);
  const replaced = useImport((state) => (isUnderWay(state) ? nameOf(state, t) : null));
  const { begin } = useBegin();
  useImportCommands();
  // The import belongs to the store that is open.
  useEffect(() => () => importActions.abandon(), []);
  const isOver = useDroppedFile((carried) => {
    void carriedSource(carried).then((source) => {
      if (source !== null) begin(source);
    });
  });
  if (!isOver) return null;
  const IconOf = isReadOnly ? IconLock : IconFileImport;
  return (
    <div className={classes['overlay']} role="status">
      <div className={classes['frame']}>
        <IconOf size={56} stroke={1.3} aria-hidden="true" />
        <strong>{t(isReadOnly ? 'exchange:drop.overlayReadOnly' : 'exchange:drop.overlay')}</strong>
        {isReadOnly ? null : (
          <span>
            {replaced === null
              ? t('exchange:drop.overlayDetail')
              : t('exchange:drop.overlayReplaces', { name: replaced })}
          </span>
        )}
      </div>
    </div>
  );
}
