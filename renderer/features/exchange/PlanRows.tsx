import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportDecision } from '#contract/import.channels.ts';
import { toApiError } from '#api/api-error.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { importActions, useImport } from './import.store.ts';
import classes from './Preview.module.css';
import { RowDetail } from './RowDetail.tsx';
import { RowList } from './RowList.tsx';
import type { PlanRow } from './use-plan-rows.ts';
import { usePlanRows } from './use-plan-rows.ts';

/** The rows of the sheet, and beside them the one that is looked at, in full. */
export function PlanRows() {
  const { t } = useTranslation();
  const cache = usePlanRows();
  const fate = useImport((state) => state.fate);
  const isFresh = useImport((state) => state.isPlanFresh);
  const hasDuplicates = useImport(({ plan }) => (plan?.counts.duplicate ?? 0) > 0);
  const [at, setAt] = useState({ fate, index: 0 });
  const total = cache.total ?? 0;
  const index = Math.min(at.fate === fate ? at.index : 0, Math.max(0, total - 1));
  const row = cache.row(index);
  const go = (next: number): void => setAt({ fate, index: Math.max(0, Math.min(total - 1, next)) });
  const decide = (decided: PlanRow, decision: ImportDecision | null): void => {
    void importActions.decide([decided.row], decision);
  };

  return (
    <div className={classes['rows']}>
      {cache.error === null || !isFresh ? null : (
        <RefusalNote error={toApiError(cache.error)} onRetry={() => cache.refresh()} />
      )}
      <RowList
        cache={cache}
        listKey={fate ?? 'all'}
        index={index}
        hasDuplicates={hasDuplicates}
        onIndex={go}
        onDecide={(decided, decision) => {
          decide(decided, decision);
          if (decision !== null) go(index + 1);
        }}
      />
      {/* It scrolls, so the keyboard must get there. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={classes['detail']} aria-label={t('exchange:preview.detail')} tabIndex={0}>
        {row === undefined ? (
          <p className={classes['quiet']}>
            {cache.total === 0 ? t('exchange:preview.none') : t('exchange:preview.pick')}
          </p>
        ) : (
          <RowDetail key={row.id} row={row} onDecide={(decision) => decide(row, decision)} />
        )}
      </section>
    </div>
  );
}
