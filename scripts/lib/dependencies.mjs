import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messages } from './messages.mjs';
import { modules, projectNode, root } from './paths.mjs';
import { npmCommand, run, SetupError } from './run.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const lockFile = path.join(root, 'package-lock.json');
const MIN_NODE = [22, 14];

function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(lockFile)).digest('hex');
  return `${process.platform}-${process.arch} ${hash}`;
}

/** True when npm's own record of what it installed says the same as the lock file. */
function matchesLock() {
  const record = path.join(modules, '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
  return wanted.every(
    ([where, entry]) =>
      where === '' ||
      (where in installed
        ? installed[where].version === entry.version
        : entry.optional === true || entry.devOptional === true || entry.peer === true),
  );
}

const runnable = () => existsSync(projectNode) || hostIsRecent();

function hostIsRecent() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1]);
}

const upToDate = () =>
  readStamp('dependencies') === wantedStamp() && existsSync(modules) && runnable();

async function install(report) {
  if (matchesLock() && runnable()) {
    writeStamp('dependencies', wantedStamp());
    return;
  }
  const started = Date.now();
  report.action(messages.installing());
  const [npm, ...before] = npmCommand();
  // Windows cannot remove the very Node that runs this script, so it is updated in place there.
  const inPlace = process.platform === 'win32' && process.execPath.startsWith(modules);
  const command = inPlace ? ['install', '--no-save'] : ['ci'];
  const flags = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code } = await run(npm, [...before, ...command, ...flags], { stdio: report.childStdio });
  if (code !== 0) throw new SetupError(messages.installFailed());
  writeStamp('dependencies', wantedStamp());
  report.action(messages.installed(Math.round((Date.now() - started) / 1000)));
}

/** Installs the packages of the lock file when they are not; gives the Node that runs the project. */
export async function ensureDependencies(report, locked) {
  if (!upToDate()) await locked(async () => (upToDate() ? undefined : install(report)));
  if (existsSync(projectNode)) return projectNode;
  if (hostIsRecent()) return process.execPath;
  throw new SetupError(messages.noNode(process.version));
}
