import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';

import { useNavigation } from '#stores/navigation.store.ts';

import { RecordScreen } from '../features/record/RecordScreen.tsx';
import { Palette } from '../features/search/Palette.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { Rail } from './Rail.tsx';
import { screenAt, screens } from './screens.ts';
import classes from './Shell.module.css';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What surrounds every screen of an open store: rail, top bar, palette, notices, shortcuts. */
export function Shell() {
  const { t } = useTranslation();
  const isCollapsed = useNavigation((state) => state.isRailCollapsed);
  useAppCommands();
  useShortcuts();
  useScreenFocus();

  return (
    <div className={classes['shell']} data-collapsed={isCollapsed || undefined}>
      <a
        className={classes['skip']}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
      >
        {t('shell:skip')}
      </a>
      <Rail />
      <TopBar />
      <main id="main" className={classes['main']} tabIndex={-1}>
        <Screens />
      </main>
      <NoticeBar />
      <Palette />
      <ShortcutsDialog />
    </div>
  );
}

function Screens() {
  const [location] = useLocation();
  return (
    <ErrorBoundary key={screenAt(location)?.id ?? location}>
      <Switch>
        {screens.map(({ id, path, screen }) => (
          <Route key={id} path={path === '/' ? '/' : `${path}/*?`} component={screen} />
        ))}
        <Route path="/records/:table/:id">
          {({ table, id }) => <RecordScreen key={`${table}/${id}`} table={table} id={id} />}
        </Route>
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </ErrorBoundary>
  );
}

/** Moves the focus to the new screen's heading, so that a screen reader says where one is. */
function useScreenFocus(): void {
  const { t } = useTranslation();
  const [location] = useLocation();
  const screen = screenAt(location)?.id;
  const former = useRef(screen);
  useEffect(() => {
    const name = screen === undefined ? '' : `${t(`shell:screen.${screen}`)} – `;
    document.title = `${name}Rapporteur`;
    if (former.current === screen) return;
    former.current = screen;
    document.querySelector<HTMLElement>('[data-screen-title]')?.focus({ preventScroll: true });
  }, [screen, t]);
}
