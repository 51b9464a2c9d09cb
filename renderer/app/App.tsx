import { Center, MantineProvider } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';

import { useSession } from '#stores/session.store.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { cssVariables, theme } from '#ui/theme.ts';

import { FirstRunScreen } from '../features/first-run/FirstRunScreen.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { pageNonce } from './page-nonce.ts';
import { Shell } from './Shell.tsx';
import { useMenuCommands } from './use-menu-commands.ts';

/** The window: theme and language of the person, then the first-run screen or the shell. */
export function App() {
  const preferences = useSession((state) => state.app?.preferences);
  const { i18n } = useTranslation();
  const scheme = preferences?.theme ?? 'system';
  const language = preferences?.language;

  useEffect(() => {
    if (language === undefined) return;
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [language, i18n]);

  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={pageNonce}
      defaultColorScheme="auto"
      {...(scheme === 'system' ? {} : { forceColorScheme: scheme })}
    >
      <ErrorBoundary>
        {/* The router takes its kind of location as a hook. */}
        {/* oxlint-disable-next-line react/hooks */}
        <Router hook={useHashLocation}>
          <Content />
        </Router>
      </ErrorBoundary>
    </MantineProvider>
  );
}

function Content() {
  const { t } = useTranslation();
  const isReady = useSession((state) => state.app !== null);
  const error = useSession((state) => state.error);
  const path = useSession((state) => state.app?.store?.path);
  const load = useSession((state) => state.load);
  useMenuCommands();
  useStartOfStore(isReady, path);

  if (!isReady) {
    return (
      <main style={{ height: '100%' }}>
        {error === null ? (
          <LateLoader label={t('shell:loading')} />
        ) : (
          <Center h="100%" p="xl">
            <RefusalNote error={error} onRetry={() => void load()} />
          </Center>
        )}
      </main>
    );
  }
  return path === undefined ? <FirstRunScreen /> : <Shell key={path} />;
}

/** Another store begins on its dashboard, wherever one was in the former; a reload stays in place. */
function useStartOfStore(isReady: boolean, path: string | undefined): void {
  const [, go] = useLocation();
  const former = useRef<string | null>(null);
  useEffect(() => {
    if (!isReady) return;
    const current = path ?? '';
    if (former.current !== null && former.current !== current) go('/', { replace: true });
    former.current = current;
  }, [isReady, path, go]);
}
