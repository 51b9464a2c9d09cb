import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { RefusalNote } from '#ui/RefusalNote.tsx';
import { useFormat } from '#ui/format.ts';

import { Headway } from './Headway.tsx';
import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';
import { nameOf } from './source-name.ts';
import { useBegin } from './use-begin.ts';

/** The file while it is being read, and why it could not be. */
export function Opening() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { isBusy, progress, error } = useImport((state) => state.opening);
  const name = useImport((state) => nameOf(state, t));
  const { pick } = useBegin();
  if (isBusy) {
    const count = progress?.step === 'rows' ? progress.done : 0;
    return (
      <div className={classes['panel']}>
        <Headway
          label={t('exchange:page.opening', { name })}
          detail={count === 0 ? '' : t('exchange:page.openingRows', { count, n: number(count) })}
          progress={progress}
          onStop={importActions.stopOpening}
        />
      </div>
    );
  }
  if (error === null) return null;
  const again = (
    <Button size="xs" variant="default" onClick={() => void importActions.reopen()}>
      {t('exchange:page.reopen')}
    </Button>
  );
  if (error.code === 'request.cancelled') {
    return (
      <div className={classes['panel']}>
        <p className={classes['stopped']}>
          {t('exchange:page.stopped')} {again}
        </p>
      </div>
    );
  }
  return (
    <div className={classes['panel']}>
      <RefusalNote
        error={error}
        title={t('exchange:page.refused')}
        actions={
          <>
            {again}
            <Button size="xs" variant="default" onClick={() => void pick()}>
              {t('exchange:page.another')}
            </Button>
          </>
        }
      />
    </div>
  );
}
