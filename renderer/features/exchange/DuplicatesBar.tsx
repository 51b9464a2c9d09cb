import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ImportPlan } from '#contract/import.channels.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { importActions, useImport } from './import.store.ts';
import classes from './Preview.module.css';

/** How many possible duplicates wait for a word, and the same word for all of them. */
export function DuplicatesBar({ plan }: { readonly plan: ImportPlan }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const fate = useImport((state) => state.fate);
  const { isBusy, error } = useImport((state) => state.deciding);
  const count = plan.undecided;
  if (plan.counts.duplicate === 0 || (count === 0 && fate !== 'duplicate')) return null;
  return (
    <>
      <div className={classes['duplicates']} data-decided={count === 0 || undefined}>
        <p role="status">
          {count === 0
            ? t('exchange:duplicate.allDecided')
            : t('exchange:duplicate.undecided', { count, n: number(count) })}
        </p>
        {count > 0 && fate !== 'duplicate' ? (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => importActions.showFate('duplicate')}
          >
            {t('exchange:duplicate.show')}
          </Button>
        ) : null}
        {count > 0 && fate === 'duplicate' ? (
          <div
            className={classes['forAll']}
            role="group"
            aria-label={t('exchange:duplicate.allOf')}
          >
            <span>{t('exchange:duplicate.allOf')}</span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={isBusy}
              onClick={() => void importActions.decideBest()}
            >
              {t('exchange:duplicate.allSame')}
            </Button>
            {(['create', 'skip'] as const).map((kind) => (
              <Button
                key={kind}
                size="compact-sm"
                variant="default"
                disabled={isBusy}
                onClick={() => void importActions.decide('undecided', { kind })}
              >
                {t(
                  kind === 'create' ? 'exchange:duplicate.allCreate' : 'exchange:duplicate.allSkip',
                )}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
      {error === null ? null : <RefusalNote error={error} />}
    </>
  );
}
