import { Button, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Exchange.module.css';
import { PastImport } from './PastImport.tsx';

const PAGE = 20;
/** The most that one request may ask for. */
const LARGEST_REQUEST = 200;

/** Imports made so far, latest first; each can be undone as one. */
export function PastImports() {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQuery('imports:history', { offset: 0, limit }, { keepPrevious: true });
  return (
    <section className={classes['card']} aria-labelledby="exchange-history">
      <h2 id="exchange-history">{t('exchange:history.title')}</h2>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined && error === null ? <Skeleton h={96} radius="md" /> : null}
      {data?.length === 0 ? (
        <p className={classes['quiet']}>{t('exchange:history.empty')}</p>
      ) : null}
      {data === undefined || data.length === 0 ? null : (
        <ul className={classes['past']}>
          {data.map((operation) => (
            <PastImport key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
      {data !== undefined && data.length >= limit && limit < LARGEST_REQUEST ? (
        <Button
          variant="default"
          mt="sm"
          onClick={() => setLimit(Math.min(LARGEST_REQUEST, limit * 4))}
        >
          {t('exchange:history.more')}
        </Button>
      ) : null}
    </section>
  );
}
