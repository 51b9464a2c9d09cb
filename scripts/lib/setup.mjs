import path from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { electronSwitches, hasDisplay } from './display.mjs';
import { ensureElectron, presentElectron } from './electron.mjs';
import { withLock } from './lock.mjs';
import { modules } from './paths.mjs';
import { complain, say, SetupError } from './run.mjs';
import { ensureSystem } from './system.mjs';

/**
 * Who is told what. `quiet`: decisions are kept silent and actions go to stderr, for commands whose
 * standard output belongs to somebody else.
 */
export function reporter({ quiet = false } = {}) {
  return {
    decision: quiet ? () => {} : say,
    action: quiet ? complain : say,
    childStdio: quiet ? ['ignore', process.stderr, process.stderr] : 'inherit',
  };
}

/**
 * Puts in place what a command needs: `deps`, `electron`, `display`, `libreoffice`. Does nothing
 * that is already done, keeps everything under `.runtime/`, and fails with a message for a person.
 */
export async function ensureSetup({ needs = ['deps'], quiet = false } = {}) {
  const report = reporter({ quiet });
  const locked = (work) => withLock(report, work);
  const system = needs.filter((need) => need !== 'display' || !hasDisplay());
  await ensureSystem(system, report, locked);
  const node = await ensureDependencies(report, locked);
  const none = { electronExecutable: null, electronVersion: null, sqliteBinding: null };
  const electron = needs.includes('electron')
    ? await ensureElectron(node, report, locked)
    : (presentElectron() ?? { ...none, isFallback: false, electronDist: null });
  return { node, ...electron };
}

/**
 * Environment for the project's own programs. `windowless`: they may only print, not show windows.
 * `sqlite`: they run inside Electron, so the fallback's native module must be named. Programs that
 * run on Node use its own module, and hand the other one to the Electron that they start.
 */
export function childEnvironment(setup, { windowless = false, sqlite = false } = {}) {
  const env = { ...process.env };
  env.PATH = [path.join(modules, '.bin'), process.env.PATH].join(path.delimiter);
  delete env.RAPPORTEUR_SQLITE_BINDING;
  if (setup.electronExecutable) {
    env.RAPPORTEUR_ELECTRON = setup.electronExecutable;
    env.RAPPORTEUR_ELECTRON_ARGS = JSON.stringify(electronSwitches({ windowless }));
  }
  if (setup.isFallback) {
    env.ELECTRON_OVERRIDE_DIST_PATH = setup.electronDist;
    env.ELECTRON_EXEC_PATH = setup.electronExecutable;
  }
  if (setup.sqliteBinding) env.RAPPORTEUR_ELECTRON_SQLITE_BINDING = setup.sqliteBinding;
  if (sqlite && setup.sqliteBinding) env.RAPPORTEUR_SQLITE_BINDING = setup.sqliteBinding;
  return env;
}

/** Runs a script's main function; a set-up failure is shown as its message alone. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    complain(error instanceof SetupError ? error.message : error.stack);
    process.exitCode = 1;
  }
}
