import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { app } from 'electron';

import { mainReaders } from '#ipc/import-readers.ts';
import { sqliteBinding } from '#platform/sqlite-binding.ts';
import { printPdf } from '#windows/print-window.ts';

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((done) => stream.write('', () => done()));
}

/** The command line within Electron: no window, the browser's printer at hand, its exit code. */
export function runCommandLine(args: readonly string[]): void {
  // Beside a window that is open: Chromium's own files are for this run alone.
  const browser = mkdtempSync(join(tmpdir(), 'rapporteur-cli-'));
  app.setPath('userData', browser);
  process.once('exit', () => rmSync(browser, { recursive: true, force: true }));
  app.disableHardwareAcceleration();
  app.on('window-all-closed', () => undefined); // the printing window comes and goes
  void app.whenReady().then(async () => {
    const { runCli } = await import('#cli/run.ts');
    const { stdout, stderr } = process;
    const binding = sqliteBinding(app.isPackaged ? process.resourcesPath : null);
    const code = await runCli(args, {
      stdout: (text) => stdout.write(text),
      stderr: (text) => stderr.write(text),
      printPdf,
      spawnReader: mainReaders(),
      ...(binding === null ? {} : { binding }),
    });
    await Promise.all([flush(stdout), flush(stderr)]);
    app.exit(code);
  });
}
