import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';

import { useImport } from './import.store.ts';
import { importPath, pastePath } from './paths.ts';
import { useBegin } from './use-begin.ts';

/** Importing by name, from every screen (Ctrl+K). */
export function useImportCommands(): void {
  const { t } = useTranslation();
  const [location, go] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const hasImport = useImport((state) => state.source !== null);
  const { pick } = useBegin();
  const group = t('exchange:command.group');
  const keywords = t('exchange:command.keywords');
  useCommand(
    isReadOnly
      ? null
      : {
          id: 'import.pick',
          label: t('exchange:command.pick'),
          group,
          keywords,
          run: () => void pick(),
        },
  );
  useCommand(
    isReadOnly
      ? null
      : {
          id: 'import.paste',
          label: t('exchange:command.paste'),
          group,
          keywords,
          run: () => go(pastePath),
        },
  );
  useCommand(
    hasImport && !location.startsWith(importPath)
      ? {
          id: 'import.resume',
          label: t('exchange:command.resume'),
          group,
          keywords,
          run: () => go(importPath),
        }
      : null,
  );
}
