import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { useBreadcrumb } from '#stores/navigation.store.ts';
import { Screen } from '#ui/Screen.tsx';

import { ColumnsStep } from './ColumnsStep.tsx';
import { FileStep } from './FileStep.tsx';
import classes from './Import.module.css';
import { importActions, useImport } from './import.store.ts';
import { NoFile } from './NoFile.tsx';
import { Opening } from './Opening.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RunStep } from './RunStep.tsx';
import { nameOf } from './source-name.ts';
import { useBegin, usePasteAnywhere } from './use-begin.ts';

/** One import from file to records: four steps on one page, each of which can be gone back to. */
export function ImportPage() {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const hasSource = useImport((state) => state.source !== null);
  const hasFile = useImport((state) => state.file !== null);
  const isOpening = useImport((state) => state.opening.isBusy || state.opening.error !== null);
  const isRunning = useImport((state) => state.running.isBusy);
  const isDone = useImport((state) => state.done !== null);
  const name = useImport((state) => nameOf(state, t));
  const { begin } = useBegin();
  usePasteAnywhere(begin);
  useBreadcrumb([{ label: t('exchange:page.title') }]);

  const leave = (): void => {
    importActions.abandon();
    go('/exchange');
  };
  return (
    <Screen
      title={hasSource ? t('exchange:page.of', { name }) : t('exchange:page.title')}
      actions={
        hasSource && !isRunning && !isDone ? (
          <Button
            variant="default"
            leftSection={<IconX size={17} aria-hidden="true" />}
            onClick={leave}
          >
            {t('exchange:page.abandon')}
          </Button>
        ) : null
      }
    >
      {hasSource ? null : <NoFile />}
      {isOpening ? <Opening /> : null}
      {hasFile ? (
        <div className={classes['steps']}>
          <FileStep />
          <ColumnsStep />
          <PreviewStep />
          <RunStep />
        </div>
      ) : null}
    </Screen>
  );
}
