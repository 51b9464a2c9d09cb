import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { reportError } from '#stores/activity.store.ts';
import { useCommand, useCommandList } from '#stores/commands.store.ts';
import { useDialogs } from '#stores/dialogs.store.ts';
import { useSession } from '#stores/session.store.ts';
import { redo, undo, useUndo } from '#stores/undo.store.ts';
import { useFormat } from '#ui/format.ts';

import { screens } from './screens.ts';

/** Where the follow-up of decisions and actions is: a part of the meetings' screen. */
const FOLLOW_UP = '/meetings/follow-up';

function useGoCommands(): void {
  const { t } = useTranslation();
  const [, go] = useLocation();
  const group = t('shell:command.screens');
  const goTo = (screen: string): string => t('shell:command.goTo', { screen });
  useCommandList([
    ...screens.map(({ id, letter, path }) => ({
      id: `go.${id}`,
      label: goTo(t(`shell:screen.${id}`)),
      group,
      keys: `g ${letter}`,
      run: () => go(path),
    })),
    {
      id: 'go.follow-up',
      label: goTo(t('followUp:title')),
      group,
      keywords: t('followUp:remind.title'),
      run: () => go(FOLLOW_UP),
    },
  ]);
}

/** Commands that every screen offers: the screens, undo and redo, theme, language, file. */
export function useAppCommands(): void {
  useGoCommands();
  useUndoCommands();
  usePreferenceCommands();
  useFileCommands();
}

function useUndoCommands(): void {
  const { t } = useTranslation();
  const { deed } = useFormat();
  const state = useUndo();
  const group = t('shell:command.general');
  const labelOf = (way: 'undo' | 'redo'): string => {
    const target = state[way];
    return target === null ? '' : `${t(`shell:${way}.name`)} – ${deed(target.reason)}`;
  };
  useCommand(
    state.undo === null
      ? null
      : { id: 'undo', label: labelOf('undo'), group, keys: 'Ctrl+Z', run: () => void undo() },
  );
  useCommand(
    state.redo === null
      ? null
      : { id: 'redo', label: labelOf('redo'), group, keys: 'Ctrl+Y', run: () => void redo() },
  );
  useCommand({
    id: 'shortcuts',
    label: t('shell:shortcuts.title'),
    group,
    keys: '?',
    run: () => useDialogs.getState().show({ kind: 'shortcuts' }),
  });
}

function usePreferenceCommands(): void {
  const { t } = useTranslation();
  const theme = useSession((state) => state.app?.preferences.theme);
  const language = useSession((state) => state.app?.preferences.language);
  const setPreferences = useSession((state) => state.setPreferences);
  const group = t('shell:command.appearance');
  const themeCommand = (value: 'light' | 'dark' | 'system') =>
    theme === value
      ? null
      : {
          id: `theme.${value}`,
          label: t(`shell:theme.${value}`),
          group,
          run: () => void setPreferences({ theme: value }).catch(reportError),
        };
  useCommand(themeCommand('light'));
  useCommand(themeCommand('dark'));
  useCommand(themeCommand('system'));
  const other = language === 'en' ? 'fr' : 'en';
  useCommand({
    id: 'language',
    label: t('shell:command.otherLanguage'),
    group,
    keywords: 'langue language français english anglais french',
    run: () => void setPreferences({ language: other }).catch(reportError),
  });
}

function useFileCommands(): void {
  const { t } = useTranslation();
  const open = useSession((state) => state.open);
  const close = useSession((state) => state.close);
  const group = t('shell:command.file');
  useCommand({
    id: 'file.open',
    label: t('shell:command.openFile'),
    group,
    run: () => void open({ kind: 'file', readOnly: false }),
  });
  useCommand({
    id: 'file.close',
    label: t('shell:command.closeStore'),
    group,
    run: () => void close().catch(reportError),
  });
}
