import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { messages } from './messages.mjs';
import { packageDir, root } from './paths.mjs';
import { run, SetupError } from './run.mjs';
import { childEnvironment, reporter } from './setup.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const INPUTS = [
  'assets',
  'db',
  'electron',
  'renderer',
  'electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'postcss.config.cjs',
  'postcss.config.mjs',
  'tsconfig.json',
];
const OUTPUTS = ['dist/main/main.js', 'dist/preload', 'dist/renderer/index.html'];

function files(input) {
  const full = path.join(root, input);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [input];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)));
}

function fingerprint() {
  const hash = createHash('sha256').update(process.platform);
  for (const file of INPUTS.flatMap(files).sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)));
  }
  return hash.digest('hex');
}

const complete = () => OUTPUTS.every((output) => existsSync(path.join(root, output)));

/** Builds the application into `dist/` when its sources changed since the last build. */
export async function ensureBuild(setup, { quiet = false, force = false } = {}) {
  const report = reporter({ quiet });
  const isCurrent = () => complete() && readStamp('build') === fingerprint();
  if (!force && isCurrent()) return;
  await withLock(report, async () => {
    if (!force && isCurrent()) return;
    const before = fingerprint();
    const started = Date.now();
    report.action(messages.building());
    const cli = path.join(packageDir('electron-vite'), 'bin', 'electron-vite.js');
    const { code } = await run(setup.node, [cli, 'build', '--logLevel', 'warn'], {
      env: childEnvironment(setup),
      stdio: report.childStdio,
    });
    if (code !== 0 || !complete()) throw new SetupError(messages.buildFailed());
    writeStamp('build', before);
    report.action(messages.built(((Date.now() - started) / 1000).toFixed(1)));
  });
}
