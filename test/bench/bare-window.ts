import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const MAIN = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.RAPPORTEUR_HOME + '/bare');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>Fenêtre nue</title><h1>Fenêtre nue</h1><p>Rien d'autre qu'un texte dans une fenêtre.</p>`;
const PRINT = `const { app, BrowserWindow } = require('electron');
const { readFileSync, writeFileSync } = require('node:fs');
const [from, to, options] = process.argv.slice(-3);
app.disableHardwareAcceleration();
app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, frame: false, webPreferences: { offscreen: true, sandbox: true } });
  await window.loadFile(from);
  writeFileSync(to, await window.webContents.printToPDF(JSON.parse(readFileSync(options, 'utf8'))));
  app.exit(0);
});
`;

/** An Electron application that is nothing but a window with a line of text; the peer of ours. */
export async function makeBareWindow(folder: string): Promise<string> {
  const bare = join(folder, 'bare-window');
  await mkdir(bare, { recursive: true });
  await writeFile(join(bare, 'package.json'), '{"name":"bare","main":"main.cjs"}');
  await writeFile(join(bare, 'main.cjs'), MAIN);
  await writeFile(join(bare, 'index.html'), PAGE);
  return bare;
}

/** An Electron application that prints one HTML file: `… FILE.html FILE.pdf OPTIONS.json`. */
export async function makePrinter(folder: string): Promise<string> {
  const printer = join(folder, 'printer');
  await mkdir(printer, { recursive: true });
  await writeFile(join(printer, 'package.json'), '{"name":"printer","main":"main.cjs"}');
  await writeFile(join(printer, 'main.cjs'), PRINT);
  return printer;
}
