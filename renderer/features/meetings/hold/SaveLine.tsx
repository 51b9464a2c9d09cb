import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { asRefusal } from '#stores/refusal.ts';

import classes from './Hold.module.css';
import type { LiveSaver } from '#stores/live-saver.ts';
import { useSaverState } from '#stores/use-saver-state.ts';

/** Whether what is typed is kept. */
export function SaveLine({ saver }: { readonly saver: LiveSaver }) {
  const { t } = useTranslation('meetings');
  const state = useSaverState(saver);
  const isFailed = state === 'failed';
  return (
    <p className={classes['saveLine']} data-state={state} role={isFailed ? 'alert' : undefined}>
      {state === 'saved' && <IconCheck size="0.95rem" aria-hidden />}
      {isFailed && <IconAlertTriangle size="0.95rem" aria-hidden />}
      <span>
        {t(`hold.${state}`)}
        {isFailed && ` (${asRefusal(saver.error).message})`}
      </span>
      {isFailed && (
        <Button size="compact-xs" variant="default" onClick={() => void saver.flush()}>
          {t('hold.retry')}
        </Button>
      )}
    </p>
  );
}
