import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportPlan } from '#contract/import.channels.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { DonePanel } from './DonePanel.tsx';
import { Headway } from './Headway.tsx';
import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';
import { Step } from './Step.tsx';

/** Last step: writing it, as one operation, and what came of it. */
export function RunStep() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const plan = useImport((state) => state.plan);
  const running = useImport((state) => state.running);
  const done = useImport((state) => state.done);
  if (done !== null) {
    return (
      <Step name="run" state="done" summary="">
        <DonePanel done={done} />
      </Step>
    );
  }
  if (plan === null || plan.obstacles.length > 0) {
    return (
      <Step name="run" state="waiting" summary={t('exchange:step.waitingRun')}>
        {null}
      </Step>
    );
  }
  const { progress } = running;
  const written =
    progress === null
      ? ''
      : progress.total !== null && progress.done >= progress.total
        ? t('exchange:run.finishing')
        : t('exchange:run.workingOf', {
            done: number(progress.done),
            total: number(progress.total ?? 0),
          });
  return (
    <Step name="run" state="current" summary={t('exchange:run.oneOperation')}>
      {running.isBusy ? (
        <Headway
          label={t('exchange:run.working')}
          detail={written}
          progress={progress}
          onStop={importActions.stopRun}
        />
      ) : (
        <>
          {running.wasCancelled ? (
            <p className={classes['stopped']} role="status">
              {t('exchange:run.cancelled')}
            </p>
          ) : null}
          {running.error === null ? null : (
            <RefusalNote error={running.error} title={t('exchange:run.refused')} />
          )}
          <RunButtons plan={plan} />
        </>
      )}
    </Step>
  );
}

function RunButtons({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const id = useId();
  const isFresh = useImport((state) => state.isPlanFresh);
  const isReadOnly = useSession(selectIsReadOnly);
  const { ready } = plan;
  const left = plan.counts.error + plan.undecided;
  const isBlocked = isReadOnly || !isFresh || ready === 0;
  const why = ((): string => {
    if (isReadOnly) return t('exchange:run.readOnly');
    if (!isFresh) return t('exchange:run.outdated');
    if (ready === 0) return t('exchange:run.nothing');
    const { error: count } = plan.counts;
    if (count > 0) return t('exchange:run.allBlockedErrors', { count, n: number(count) });
    return plan.undecided === 0
      ? t('exchange:run.allHint')
      : t('exchange:run.allBlockedUndecided', {
          count: plan.undecided,
          n: number(plan.undecided),
        });
  })();
  return (
    <div className={classes['run']}>
      <p className={classes['ready']} role="status">
        {ready === 0 ? null : t('exchange:run.ready', { count: ready, n: number(ready) })}{' '}
        {left === 0 ? null : t('exchange:run.left', { count: left, n: number(left) })}
      </p>
      <div className={classes['runButtons']}>
        <Button
          size="md"
          leftSection={<IconFileImport size={19} aria-hidden="true" />}
          disabled={isBlocked}
          aria-describedby={`${id}-why`}
          onClick={() => void importActions.run('valid')}
        >
          {t('exchange:run.valid', { count: ready, n: number(ready) })}
        </Button>
        <Button
          size="md"
          variant="default"
          disabled={isBlocked || left > 0}
          aria-describedby={`${id}-why`}
          onClick={() => void importActions.run('all')}
        >
          {t('exchange:run.all')}
        </Button>
      </div>
      <p id={`${id}-why`} className={classes['quiet']}>
        {why}
      </p>
    </div>
  );
}
