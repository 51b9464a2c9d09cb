import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { ColumnsTable } from './ColumnsTable.tsx';
import { FixedValues } from './FixedValues.tsx';
import { Headway } from './Headway.tsx';
import { importActions, useImport } from './import.store.ts';
import { ImportOptions } from './ImportOptions.tsx';
import { MappingTools } from './MappingTools.tsx';
import { MissingColumns } from './MissingColumns.tsx';
import { missing, needed } from './spec.ts';
import { Step } from './Step.tsx';

/** Second step: which column of the sheet is which column of the register. */
export function ColumnsStep() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const guess = useImport((state) => state.guess);
  const spec = useImport((state) => state.spec);
  const guessing = useImport((state) => state.guessing);
  const isDone = useImport((state) => state.done !== null);
  const hasObstacles = useImport(({ plan }) => (plan?.obstacles.length ?? 0) > 0);
  const hasRegister = useImport((state) => state.register !== null);
  if (guess === null || spec === null) {
    const isRefused = guessing.error !== null;
    return (
      <Step
        name="columns"
        state={isRefused ? 'problem' : guessing.isBusy ? 'current' : 'waiting'}
        summary={hasRegister ? '' : t('exchange:step.waitingColumns')}
      >
        {guessing.isBusy ? (
          <Headway
            label={t('exchange:columns.guessing')}
            detail=""
            progress={guessing.progress}
            onStop={importActions.stopOpening}
          />
        ) : null}
        {guessing.error === null ? null : (
          <RefusalNote
            error={guessing.error}
            onRetry={() => void importActions.guessColumns(false)}
          />
        )}
      </Step>
    );
  }

  const asked = needed(spec, guess.available);
  const lacking = missing(spec, guess.available);
  const count = spec.mapping.length;
  const fixedCount = Object.keys(spec.fixed).length;
  const isProblem = lacking.length > 0 || count === 0 || hasObstacles;
  const parts = [
    t('exchange:columns.summary', {
      count,
      n: number(count),
      of: number(guess.columns.filter(({ isComputed }) => !isComputed).length),
    }),
    ...(fixedCount === 0
      ? []
      : [t('exchange:columns.summaryFixed', { count: fixedCount, n: number(fixedCount) })]),
    ...(lacking.length === 0
      ? []
      : [
          t('exchange:columns.summaryMissing', {
            names: lacking.map(({ label }) => label).join(', '),
          }),
        ]),
  ];
  return (
    <Step
      name="columns"
      state={isProblem ? 'problem' : 'done'}
      summary={
        guess.isRemembered && !isProblem
          ? `${parts.join(' · ')}. ${t('exchange:columns.remembered')}`
          : parts.join(' · ')
      }
      isFoldedAtFirst={(guess.isRemembered && !isProblem) || isDone}
    >
      {asked.length === 0 ? null : (
        <MissingColumns needed={asked} count={lacking.length} guess={guess} spec={spec} />
      )}
      <MappingTools spec={spec} isRemembered={guess.isRemembered} />
      <ColumnsTable guess={guess} spec={spec} />
      <FixedValues guess={guess} spec={spec} asked={asked} />
      <ImportOptions spec={spec} />
    </Step>
  );
}
