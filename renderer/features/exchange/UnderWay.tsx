import { Button } from '@mantine/core';
import { IconProgressCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import classes from './Exchange.module.css';
import { importActions, useImport } from './import.store.ts';
import { importPath } from './paths.ts';
import { nameOf } from './source-name.ts';

/** Says that an import was left half-way, and leads back to it. */
export function UnderWay() {
  const { t } = useTranslation();
  const hasImport = useImport((state) => state.source !== null);
  const isDone = useImport((state) => state.done !== null);
  const isRunning = useImport((state) => state.running.isBusy);
  const name = useImport((state) => nameOf(state, t));
  if (!hasImport) return null;
  return (
    <section className={classes['underWay']} aria-label={t('exchange:underWay.title')}>
      <IconProgressCheck size={22} stroke={1.7} aria-hidden="true" />
      <p>{t(isDone ? 'exchange:underWay.done' : 'exchange:underWay.text', { name })}</p>
      <Button size="sm" component={Link} href={importPath}>
        {t(isDone ? 'exchange:underWay.see' : 'exchange:underWay.resume')}
      </Button>
      {isRunning ? null : (
        <Button size="sm" variant="default" onClick={importActions.abandon}>
          {t(isDone ? 'exchange:paste.close' : 'exchange:underWay.abandon')}
        </Button>
      )}
    </section>
  );
}
