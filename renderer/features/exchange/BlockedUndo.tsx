import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ApiError } from '#api/api-error.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Exchange.module.css';
import { operationsInTheWay, useOperations } from './use-operations.ts';

const SHOWN = 6;

/** Why an import cannot be undone, and what was done since that stands on it. */
export function BlockedUndo({ error }: { readonly error: ApiError }) {
  const { t } = useTranslation();
  const { dateTime, number, reason } = useFormat();
  const ids = operationsInTheWay(error);
  const operations = useOperations(ids);
  const others = ids.length - Math.min(SHOWN, operations.length);
  return (
    <div className={classes['blocked']}>
      <RefusalNote
        error={error}
        title={t('exchange:history.blocked')}
        actions={
          operations.length === 0 ? null : (
            <div className={classes['inTheWay']}>
              <p>{t('exchange:history.inTheWay')}</p>
              <ul>
                {operations.slice(0, SHOWN).map((operation) => (
                  <li key={operation.id}>
                    {reason(operation.reason)}
                    <span className={classes['quiet']}>
                      {' '}
                      – {operation.author}, {dateTime(operation.at)}
                    </span>
                  </li>
                ))}
                {others > 0 ? (
                  <li>
                    {t('exchange:history.inTheWayMore', { count: others, n: number(others) })}
                  </li>
                ) : null}
              </ul>
              <Button size="xs" variant="default" component={Link} href="/journal">
                {t('exchange:history.journal')}
              </Button>
            </div>
          )
        }
      />
    </div>
  );
}
