import { Suspense, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Redirect, Route, Switch, useLocation } from 'wouter';

import { useNavigation } from '#stores/navigation.store.ts';
import { LateLoader } from '#ui/LateLoader.tsx';

import { ImportDoor } from '../features/exchange/ImportDoor.tsx';
import { Palette } from '../features/search/Palette.tsx';
import { LostFilesNotice } from '../features/settings/LostFilesNotice.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { Rail } from './Rail.tsx';
import { preloads, RecordScreen, screenAt, screens } from './screens.ts';
import classes from './Shell.module.css';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TopBar } from './TopBar.tsx';
import { useAppCommands } from './use-app-commands.ts';
import { usePreload } from './use-preload.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** What surrounds every screen of an open store: rail, top bar, palette, notices, shortcuts. */
export function Shell() {
  const { t } = useTranslation();
  const isCollapsed = useNavigation((state) => state.isRailCollapsed);
  useAppCommands();
  useShortcuts();
  usePreload(preloads);

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
      <ImportDoor />
      <NoticeBar />
      <LostFilesNotice />
      <Palette />
      <ShortcutsDialog />
    </div>
  );
}

/** The screen of the address. A new one's heading takes the focus: a screen reader says where one is. */
function Screens() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const screen = screenAt(location)?.id;
  const announced = useRef(screen);
  const announce = useCallback(() => {
    if (announced.current === screen) return;
    announced.current = screen;
    document.querySelector<HTMLElement>('[data-screen-title]')?.focus({ preventScroll: true });
  }, [screen]);

  useEffect(() => {
    const name = screen === undefined ? '' : `${t(`shell:screen.${screen}`)} – `;
    document.title = `${name}Rapporteur`;
  }, [screen, t]);

  return (
    <ErrorBoundary key={screen ?? location}>
      <Suspense fallback={<LateLoader label={t('shell:loading')} />}>
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
        <Arrival onArrive={announce} />
      </Suspense>
    </ErrorBoundary>
  );
}

/** Tells that a screen is shown. Stands beside it, so that it waits for the screen's code as well. */
function Arrival({ onArrive }: { onArrive(this: void): void }) {
  useEffect(() => {
    onArrive();
  }, [onArrive]);
  return null;
}
