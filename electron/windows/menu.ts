import type { MenuItemConstructorOptions } from 'electron';
import { app, Menu } from 'electron';

import type { MenuCommand } from '#contract/bridge.ts';
import { nativeTexts } from '#windows/texts.ts';

type Item = MenuItemConstructorOptions;
type Send = (command: MenuCommand) => void;

/** The page hears these keys itself; the menu only shows them. */
function command(label: string, name: MenuCommand, send: Send, accelerator?: string): Item {
  return {
    id: name,
    label,
    click: () => send(name),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  };
}

const separator: Item = { type: 'separator' };

function fileMenu(send: Send): Item[] {
  const { menu } = nativeTexts();
  return [
    command(menu.newGroup, 'newGroup', send),
    command(menu.openFile, 'openFile', send),
    command(menu.openExample, 'openExample', send),
    separator,
    command(menu.closeStore, 'closeStore', send),
    separator,
    command(menu.settings, 'settings', send),
    separator,
    { role: 'quit', label: menu.quit },
  ];
}

function editMenu(send: Send): Item[] {
  const { menu } = nativeTexts();
  return [
    command(menu.undo, 'undo', send, 'CommandOrControl+Z'),
    command(menu.redo, 'redo', send, 'CommandOrControl+Shift+Z'),
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
    separator,
    command(menu.search, 'search', send, 'CommandOrControl+K'),
  ];
}

function viewMenu(): Item[] {
  const { menu } = nativeTexts();
  const developer: Item[] = [separator, { role: 'toggleDevTools', label: menu.developer }];
  return [
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    { role: 'resetZoom', label: menu.actualSize },
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(app.isPackaged ? [] : developer),
  ];
}

/** Makes the menu in the current language; commands go to the window through `send`. */
export function installMenu(send: Send): void {
  const { menu } = nativeTexts();
  const apple: Item[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...apple,
      { label: menu.file, submenu: fileMenu(send) },
      { label: menu.edit, submenu: editMenu(send) },
      { label: menu.view, submenu: viewMenu() },
      { label: menu.window, submenu: [{ role: 'minimize', label: menu.minimize }] },
      { label: menu.help, submenu: [command(menu.shortcuts, 'shortcuts', send)] },
    ]),
  );
}
