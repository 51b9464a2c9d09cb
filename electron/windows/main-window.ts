import { join } from 'node:path';

import { app, BrowserWindow, nativeTheme, screen } from 'electron';

import type { SettingsFile } from '#platform/settings.ts';
import { minimumSize, windowBounds } from '#windows/window-bounds.ts';
import { pageUrl } from '#windows/resource-path.ts';

/** The page's own colours, so that nothing flashes before it is painted. */
const pageColors = { light: '#ffffff', dark: '#1a1d21' };

const pageColor = (): string =>
  nativeTheme.shouldUseDarkColors ? pageColors.dark : pageColors.light;

function rememberState(window: BrowserWindow, settings: SettingsFile): void {
  window.on('close', () => {
    settings.change({ window: { ...window.getNormalBounds(), isMaximized: window.isMaximized() } });
  });
}

/** Makes the window and loads the page into it; it shows itself once the page is painted. */
export function openMainWindow(settings: SettingsFile): BrowserWindow {
  const { window: remembered } = settings.current();
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...windowBounds(remembered, areas),
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: app.name,
    show: false,
    backgroundColor: pageColor(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: !app.isPackaged,
    },
  });
  rememberState(window, settings);
  const recolor = (): void => window.setBackgroundColor(pageColor());
  nativeTheme.on('updated', recolor);
  window.once('closed', () => nativeTheme.off('updated', recolor));
  window.once('ready-to-show', () => {
    if (remembered?.isMaximized === true) window.maximize();
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}
