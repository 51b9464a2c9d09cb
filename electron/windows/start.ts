import { mkdirSync } from 'node:fs';

import { app } from 'electron';

import { readLaunch } from '#platform/launch.ts';
import { dataHome, homePaths } from '#platform/paths.ts';
import { startApplication } from '#windows/application.ts';
import { runCommandLine } from '#windows/command-line.ts';

/** Chooses between the command line and the window; a second window gives way to the first. */
export function start(): void {
  const launch = readLaunch(process.argv, app.isPackaged, process.cwd());
  if (launch.kind === 'cli') {
    runCommandLine(launch.args);
    return;
  }
  const paths = homePaths(dataHome());
  mkdirSync(paths.browser, { recursive: true });
  app.setPath('userData', paths.browser);
  if (app.requestSingleInstanceLock()) startApplication(paths, launch.file);
  else app.quit();
}
