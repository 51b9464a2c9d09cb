import { ActionIcon, Badge, Kbd, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconChevronRight,
  IconSearch,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';

import { useDialogs } from '#stores/dialogs.store.ts';
import type { Crumb } from '#stores/navigation.store.ts';
import { useNavigation } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { redo, undo, useUndo } from '#stores/undo.store.ts';
import { useFormat } from '#ui/format.ts';

import { Activity } from './Activity.tsx';
import { screenAt } from './screens.ts';
import classes from './Shell.module.css';

/** Where one is, the search, undo and redo, and what is going on. */
export function TopBar() {
  const { t } = useTranslation();
  const show = useDialogs((state) => state.show);
  const isReadOnly = useSession(selectIsReadOnly);
  return (
    <header className={classes['bar']}>
      <Breadcrumb />
      {isReadOnly ? (
        <Badge variant="light" color="yellow" c="var(--r-warning)" tt="none">
          {t('shell:readOnly')}
        </Badge>
      ) : null}
      <Activity />
      <UndoButton way="undo" />
      <UndoButton way="redo" />
      <button
        type="button"
        className={classes['search']}
        aria-keyshortcuts="Control+K"
        onClick={() => show({ kind: 'palette' })}
      >
        <IconSearch size={17} aria-hidden="true" />
        <span>{t('shell:search')}</span>
        <Kbd aria-hidden="true">Ctrl K</Kbd>
      </button>
    </header>
  );
}

function Breadcrumb() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const storeName = useSession((state) => state.app?.store);
  const crumbs = useNavigation((state) => state.crumbs);
  const screen = screenAt(location);
  const group = storeName?.isExample === true ? t('shell:exampleStore') : storeName?.fileName;
  const all: Crumb[] = [
    { label: group ?? '', path: '/' },
    ...(screen === undefined ? [] : [{ label: t(`shell:screen.${screen.id}`), path: screen.path }]),
    ...crumbs,
  ];
  return (
    <nav className={classes['crumbs']} aria-label={t('shell:breadcrumb')}>
      <ol>
        {all.map(({ label, path }, index) => (
          <li key={`${path ?? ''} ${label}`}>
            {index === 0 ? null : <IconChevronRight size={14} aria-hidden="true" />}
            {path === undefined || index === all.length - 1 ? (
              <span aria-current={index === all.length - 1 ? 'page' : undefined}>{label}</span>
            ) : (
              <Link href={path}>{label}</Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function UndoButton({ way }: { readonly way: 'undo' | 'redo' }) {
  const { t } = useTranslation();
  const { deed } = useFormat();
  const target = useUndo((state) => state[way]);
  const name = t(`shell:${way}.name`);
  const what = target === null ? t(`shell:${way}.nothing`) : deed(target.reason);
  const IconOf = way === 'undo' ? IconArrowBackUp : IconArrowForwardUp;
  return (
    <Tooltip label={`${name} (${t(`shell:${way}.keys`)}) – ${what}`} multiline maw={320}>
      <ActionIcon
        variant="subtle"
        color="gray"
        c={target === null ? 'dimmed' : 'var(--r-text)'}
        size="lg"
        aria-label={target === null ? name : `${name} – ${what}`}
        aria-keyshortcuts={way === 'undo' ? 'Control+Z' : 'Control+Shift+Z Control+Y'}
        aria-disabled={target === null}
        onClick={() => {
          if (target !== null) void (way === 'undo' ? undo() : redo());
        }}
      >
        <IconOf size={20} stroke={1.8} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
