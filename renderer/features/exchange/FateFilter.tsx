import { useTranslation } from 'react-i18next';

import type { ImportPlan } from '#contract/import.channels.ts';
import { fates } from '#contract/import.channels.ts';
import { useFormat } from '#ui/format.ts';

import { fateIcons } from './fate-icons.ts';
import { importActions, useImport } from './import.store.ts';
import classes from './Preview.module.css';

/** How many rows share each fate; choosing one shows those rows alone. */
export function FateFilter({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const shown = useImport((state) => state.fate);
  return (
    <div className={classes['fates']} role="group" aria-label={t('exchange:preview.fates')}>
      {([null, ...fates] as const).map((fate) => {
        const count = fate === null ? plan.rows : plan.counts[fate];
        // Rows left out are rare: no need to speak of them when there are none.
        if (fate === 'ignored' && count === 0 && shown !== fate) return null;
        const IconOf = fate === null ? null : fateIcons[fate];
        return (
          <button
            key={fate ?? 'all'}
            type="button"
            className={classes['fate']}
            data-fate={fate ?? undefined}
            aria-pressed={shown === fate}
            disabled={count === 0 && shown !== fate}
            onClick={() => importActions.showFate(fate)}
          >
            {IconOf === null ? null : <IconOf size={16} stroke={2} aria-hidden="true" />}
            {t(`exchange:fate.${fate ?? 'all'}`)}
            <span className={classes['count']}>{number(count)}</span>
          </button>
        );
      })}
    </div>
  );
}
