import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { DuplicatesBar } from './DuplicatesBar.tsx';
import { FateFilter } from './FateFilter.tsx';
import { Headway } from './Headway.tsx';
import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';
import { PlanRows } from './PlanRows.tsx';
import type { StepState } from './Step.tsx';
import { Step } from './Step.tsx';
import { Warnings } from './Warnings.tsx';

/** Third step: what would become of each row. Nothing is written. */
export function PreviewStep() {
  const { t } = useTranslation();
  const format = useFormat();
  const plan = useImport((state) => state.plan);
  const isFresh = useImport((state) => state.isPlanFresh);
  const planning = useImport((state) => state.planning);
  const isDone = useImport((state) => state.done !== null);
  const isStopped = planning.error?.code === 'request.cancelled';
  const isRefused = planning.error !== null && !isStopped;
  const obstacles = plan?.obstacles ?? [];
  const hasProblem = isRefused || obstacles.length > 0;

  const state = ((): StepState => {
    if (plan === null && !planning.isBusy && planning.error === null) return 'waiting';
    if (hasProblem) return 'problem';
    return plan !== null && isFresh ? 'done' : 'current';
  })();
  const creates = (plan?.creates ?? [])
    .filter(({ count }) => count > 0)
    .map(({ table, count }) =>
      t('exchange:preview.createsOne', {
        n: format.number(count),
        entity: format.entity(table, count).toLocaleLowerCase(format.language),
      }),
    )
    .join(', ');
  const summary =
    plan === null
      ? state === 'waiting'
        ? t('exchange:step.waitingPreview')
        : ''
      : t('exchange:preview.summary', { count: plan.rows, n: format.number(plan.rows) });

  return (
    <Step name="preview" state={state} summary={summary} isFoldedAtFirst={isDone}>
      {planning.isBusy ? (
        <Headway
          label={t('exchange:preview.working')}
          detail={progressText(planning.progress?.done ?? 0, planning.progress?.total ?? null)}
          progress={planning.progress}
          onStop={importActions.stopPlan}
        />
      ) : null}
      {isStopped ? (
        <p className={classes['stopped']}>
          {t('exchange:preview.stopped')}{' '}
          <Button size="xs" variant="default" onClick={() => void importActions.planNow()}>
            {t('exchange:preview.again')}
          </Button>
        </p>
      ) : null}
      {isRefused && planning.error !== null ? (
        <RefusalNote
          error={planning.error}
          title={t('exchange:preview.refused')}
          onRetry={() => void importActions.planNow()}
        />
      ) : null}
      {obstacles.length === 0 ? null : (
        <div
          className={classes['missing']}
          role="group"
          aria-label={t('exchange:preview.obstacles')}
        >
          <h3>{t('exchange:preview.obstacles')}</h3>
          <ul>
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{obstacle}</li>
            ))}
          </ul>
        </div>
      )}
      {plan === null || obstacles.length > 0 ? null : (
        <div data-stale={isFresh ? undefined : true} className={classes['planned']}>
          <Warnings title={t('exchange:preview.warnings')} warnings={plan.warnings} />
          {creates === '' ? null : (
            <p className={classes['creates']}>{t('exchange:preview.creates', { what: creates })}</p>
          )}
          <FateFilter plan={plan} />
          <DuplicatesBar plan={plan} />
          <PlanRows />
        </div>
      )}
    </Step>
  );

  function progressText(done: number, total: number | null): string {
    if (done === 0) return '';
    const shown = { done: format.number(done), total: format.number(total ?? 0) };
    return t(total === null ? 'exchange:preview.workingRows' : 'exchange:preview.workingOf', shown);
  }
}
