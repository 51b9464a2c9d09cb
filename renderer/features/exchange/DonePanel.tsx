import { Button, Menu } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconDownload } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { spreadsheetFormats } from '#contract/schemas.ts';
import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { useFormat } from '#ui/format.ts';

import { BlockedUndo } from './BlockedUndo.tsx';
import classes from './Import.module.css';
import type { ImportDone } from './import-state.ts';
import { importActions, useImport } from './import.store.ts';
import { registerPath } from './paths.ts';
import { nameOf, stemOf } from './source-name.ts';
import { useBegin } from './use-begin.ts';

const figures = ['created', 'updated', 'unchanged', 'left'] as const;

/** What an import did, and what can be done next: undo it, keep what was left, see the records. */
export function DonePanel({ done }: { readonly done: ImportDone }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const register = useImport((state) => state.register);
  const undoing = useImport((state) => state.undoing);
  const { pick } = useBegin();
  const path = register === null ? null : registerPath(register);
  const canUndo = done.operationId !== null && !done.isUndone;
  return (
    <div className={classes['done']} data-undone={done.isUndone || undefined}>
      <Outcome key={String(done.isUndone)} isUndone={done.isUndone} />
      {done.isUndone ? <p>{t('exchange:done.undoneText')}</p> : null}
      {done.operationId === null ? <p>{t('exchange:done.nothing')}</p> : null}
      {done.isUndone ? null : (
        <ul className={classes['figures']}>
          {figures.map((name) => (
            <li key={name} data-zero={done[name] === 0 || undefined}>
              <strong>{number(done[name])}</strong>
              <span>{t(`exchange:done.${name}`, { count: done[name] })}</span>
            </li>
          ))}
        </ul>
      )}
      {undoing.error === null ? null : <BlockedUndo error={undoing.error} />}
      <div className={classes['runButtons']}>
        {path === null || done.isUndone ? null : (
          <Button component={Link} href={path}>
            {t('exchange:done.see')}
          </Button>
        )}
        {done.left > 0 && !done.isUndone ? <RejectedMenu /> : null}
        {canUndo ? (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={18} aria-hidden="true" />}
            loading={undoing.isBusy}
            onClick={() => void importActions.undoImport()}
          >
            {t('exchange:done.undo')}
          </Button>
        ) : null}
        {done.isUndone ? (
          <Button onClick={() => void importActions.planNow()}>{t('exchange:done.back')}</Button>
        ) : null}
        <Button variant="default" onClick={() => void pick()}>
          {t('exchange:done.another')}
        </Button>
      </div>
    </div>
  );
}

/** What has become of the import; the keyboard goes there, so that it is read out. */
function Outcome({ isUndone }: { readonly isUndone: boolean }) {
  const { t } = useTranslation();
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const IconOf = isUndone ? IconArrowBackUp : IconCircleCheck;
  return (
    <h3 ref={title} tabIndex={-1}>
      <IconOf size={26} stroke={1.8} aria-hidden="true" />
      {t(isUndone ? 'exchange:done.titleUndone' : 'exchange:done.title')}
    </h3>
  );
}

/** The rows that were left, as a spreadsheet with the reasons. */
function RejectedMenu() {
  const { t } = useTranslation();
  const importId = useImport((state) => state.file?.importId ?? '');
  const stem = useImport((state) => stemOf(nameOf(state, t)));
  const save = (format: SpreadsheetFormatName): void => {
    const name = t('exchange:done.rejectedName', { name: stem });
    void exportFile(format, `${name}.${format}`, (grant, options) =>
      call('imports:rejected', { importId, format, grant }, options),
    );
  };
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          title={t('exchange:done.rejectedHint')}
          leftSection={<IconDownload size={18} aria-hidden="true" />}
        >
          {t('exchange:done.rejected')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {spreadsheetFormats.map((format) => (
          <Menu.Item key={format} onClick={() => save(format)}>
            {t('exchange:done.rejectedIn', { format: t(`exchange:format.${format}`) })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
