import { join } from 'node:path';

import type { BrowserWindow } from 'electron';
import { app, dialog, nativeTheme, session } from 'electron';

import type { Preferences } from '#contract/app.channels.ts';
import type { MenuCommand } from '#contract/bridge.ts';
import { wire } from '#contract/bridge.ts';
import { AppError } from '#contract/errors.ts';
import type { MainEventName, MainEvents } from '#contract/port.ts';
import { translatorOf } from '#ipc/failures.ts';
import { changeStore, createMainHandlers, grantPath } from '#ipc/main.handlers.ts';
import type { Caller } from '#ipc/main-router.ts';
import { openMainDoor } from '#ipc/main-router.ts';
import { createRouter } from '#ipc/router.ts';
import type { StoreSupervisor } from '#ipc/store-supervisor.ts';
import { superviseStore } from '#ipc/store-supervisor.ts';
import { createGrants } from '#platform/grants.ts';
import { readLaunch } from '#platform/launch.ts';
import { errorFacts, openLog } from '#platform/log.ts';
import type { HomePaths } from '#platform/paths.ts';
import { openSettings } from '#platform/settings.ts';
import { sqliteBinding } from '#platform/sqlite-binding.ts';
import { denyFiles, servePage } from '#windows/app-protocol.ts';
import { denyPermissions } from '#windows/hardening.ts';
import { checkDropped, extensionsOf } from '#windows/import-files.ts';
import { checkKept } from '#windows/kept-files.ts';
import { openMainWindow } from '#windows/main-window.ts';
import { installMenu } from '#windows/menu.ts';
import { denyNetwork } from '#windows/network.ts';
import { printPdf } from '#windows/print-window.ts';
import { nativeTexts, setNativeLanguage } from '#windows/texts.ts';

/** Address of the development server, never in a release. */
function developmentServer(): string | null {
  return app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null);
}

/** The application with its window: everything from `ready` to quitting. */
export function startApplication(paths: HomePaths, file: string | null): void {
  const settings = openSettings(paths.settings);
  // What Chromium draws itself, such as the time in a field, follows from its start on.
  const { language: chosen } = settings.current().preferences;
  app.commandLine.appendSwitch('lang', chosen === 'fr' ? 'fr' : 'en-GB');
  const log = openLog(paths.logs);
  const grants = createGrants();
  const ours = new Set<BrowserWindow>();
  const language = (): Preferences['language'] => settings.current().preferences.language;

  function tell<E extends MainEventName>(event: E, news: MainEvents[E]): void {
    for (const window of ours) window.webContents.send(wire.event, event, news);
  }

  const command = (name: MenuCommand): void => tell('menu:command', { command: name });

  async function handPort(window: BrowserWindow): Promise<void> {
    const port = await supervisor.connect(window.id);
    if (!window.isDestroyed()) window.webContents.postMessage(wire.port, null, [port]);
  }

  const supervisor: StoreSupervisor = superviseStore({
    home: paths.home,
    binding: sqliteBinding(app.isPackaged ? process.resourcesPath : null),
    checksAnswers: !app.isPackaged,
    preferences: () => settings.current().preferences,
    log,
    print: (html, options) => printPdf(html, options),
    onStopped: (restarted) => {
      tell('store:stopped', { restarted });
      if (restarted) for (const window of ours) void handPort(window);
    },
  });

  /** A file that came from outside the page: its window must learn what became of it. */
  async function openFromOutside(path: string): Promise<void> {
    try {
      await changeStore({ settings, supervisor }, { kind: 'open', path, readOnly: false });
    } catch (error) {
      const [window] = ours;
      const { message } = translatorOf(language()).failure(error);
      const { cannotOpen, close } = nativeTexts().dialog;
      const notice = {
        type: 'warning' as const,
        message: cannotOpen,
        detail: message,
        buttons: [close],
      };
      if (window !== undefined) void dialog.showMessageBox(window, notice);
    }
    command('refresh');
  }

  /** The file asked for, otherwise the group of last time; when that fails the page offers the choice. */
  async function openAtStart(): Promise<void> {
    const path = file ?? settings.current().recent[0];
    if (path === undefined) return;
    if (file !== null) await openFromOutside(file);
    else await supervisor.request({ kind: 'open', path, readOnly: false });
  }

  function applyPreferences(preferences: Preferences): void {
    setNativeLanguage(preferences.language);
    nativeTheme.themeSource = preferences.theme;
    installMenu(command);
  }

  function openWindow(): void {
    const window = openMainWindow(settings);
    const { id } = window;
    ours.add(window);
    window.once('closed', () => {
      ours.delete(window);
      grants.revokeOwner(id);
      void supervisor.request({ kind: 'revoke', owner: id });
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      log.write({ level: 'error', from: 'window', event: 'window.gone', facts: { reason } });
      if (reason !== 'clean-exit') window.webContents.reload();
    });
  }

  function focusWindow(): void {
    const [window] = ours;
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  }

  app.on('second-instance', (_event, argv, folder) => {
    focusWindow();
    const launch = readLaunch(argv, app.isPackaged, folder);
    if (launch.kind === 'window' && launch.file !== null) void openFromOutside(launch.file);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void app.whenReady().then(() => openFromOutside(path));
  });
  app.on('window-all-closed', () => app.quit());
  closeBeforeQuitting(supervisor);
  const logFailure = (channel: string, error: unknown): void =>
    log.write({
      level: 'error',
      from: 'main',
      event: 'channel.failed',
      facts: { channel, ...errorFacts(error) },
    });
  const logUnhandled = (error: unknown): void =>
    log.write({ level: 'error', from: 'main', event: 'unhandled', facts: errorFacts(error) });
  process.on('unhandledRejection', logUnhandled);
  process.on('uncaughtException', logUnhandled);

  void app.whenReady().then(() => {
    const server = developmentServer();
    denyPermissions(session.defaultSession);
    denyNetwork(session.defaultSession, server);
    denyFiles(session.defaultSession);
    servePage(session.defaultSession, join(import.meta.dirname, '../renderer'), server);
    applyPreferences(settings.current().preferences);
    void supervisor.start(); // while the page loads
    const opening = openAtStart();
    const handlers = createMainHandlers({
      settings,
      supervisor,
      grants,
      examplePath: paths.example,
      opening,
      onPreferences: applyPreferences,
    });
    openMainDoor({
      dispatch: createRouter<Caller>({
        door: 'main',
        handlers,
        language,
        checksAnswers: () => !app.isPackaged,
        onUnexpected: logFailure,
      }),
      language,
      onUnexpected: (error) => logFailure('drop', error),
      takeDropped: async ({ window }, path, purpose) => {
        const fileName =
          purpose === 'attachment' ? checkKept(path) : checkDropped(path, extensionsOf[purpose]);
        const granted = purpose === 'attachment' ? purpose : 'import';
        const grant = await grantPath({ supervisor, grants }, path, granted, window.id);
        return { grant, fileName };
      },
      isOurs: (window) => ours.has(window),
      connect: async ({ window }) => {
        try {
          await handPort(window);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          tell('store:stopped', { restarted: false });
        }
      },
    });
    openWindow();
  });
}

/** The store is closed properly (its log emptied, its lock released) before the program ends. */
function closeBeforeQuitting(supervisor: StoreSupervisor): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void supervisor.stop().then(() => {
      isClosed = true;
      app.quit();
    });
  });
}
