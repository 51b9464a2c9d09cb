import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { messages } from './messages.mjs';
import { cache, packageDir, runtime, tmp } from './paths.mjs';
import { hostNode, run, SetupError, whichAll } from './run.mjs';
import { ensureSystem } from './system.mjs';

const source = packageDir('better-sqlite3');

/** SQLite's native module for the fallback Electron, whose Node-API is older than the prebuild's. */
export function bindingFile() {
  const { version } = JSON.parse(readFileSync(path.join(source, 'package.json'), 'utf8'));
  return path.join(runtime, 'native', `better_sqlite3-${version}.node`);
}

/** A Node installation that came with its headers, so that nothing has to be downloaded. */
function headersRoot() {
  const nodes = [process.execPath, ...whichAll('node')].map((file) =>
    path.resolve(file, '..', '..'),
  );
  return [...nodes, '/usr', '/usr/local'].find((dir) =>
    existsSync(path.join(dir, 'include', 'node', 'node_api.h')),
  );
}

async function build(work) {
  await cp(source, work, { recursive: true });
  await cp(packageDir('node-addon-api'), path.join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const recipe = path.join(work, 'binding.gyp');
  const text = await readFile(recipe, 'utf8');
  const wanted = "'NAPI_EXPERIMENTAL', 'NAPI_VERSION=2147483647'";
  if (!text.includes("'NAPI_VERSION=10'"))
    throw new SetupError(messages.nativeFailed('binding.gyp'));
  await writeFile(recipe, text.replace("'NAPI_VERSION=10'", wanted));
  const headers = headersRoot();
  const gyp = path.join(packageDir('node-gyp'), 'bin', 'node-gyp.js');
  const args = ['rebuild', '--release', '--force_build=1', `--jobs=${os.availableParallelism()}`];
  args.push(headers ? `--nodedir=${headers}` : `--devdir=${path.join(cache, 'node-gyp')}`);
  const { code, output } = await run(hostNode(), [gyp, ...args], { cwd: work, quiet: true });
  if (code !== 0) throw new SetupError(messages.nativeFailed(output));
  return path.join(work, 'build', 'Release', 'better_sqlite3.node');
}

async function verify(node, file) {
  const script = `const D = require('better-sqlite3');
    const db = new D(':memory:', { nativeBinding: ${JSON.stringify(file)} });
    db.exec('create virtual table t using fts5(x)');`;
  const { code, output } = await run(node, ['-e', script], { quiet: true });
  if (code !== 0) throw new SetupError(messages.nativeFailed(output));
}

/** Builds that module once for this version of better-sqlite3. */
export async function ensureBinding(node, report) {
  const file = bindingFile();
  if (existsSync(file)) return;
  await ensureSystem(['native'], report, (step) => step());
  const started = Date.now();
  report.action(messages.nativeBuilding());
  const work = path.join(tmp, `sqlite-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  try {
    const built = await build(work);
    await verify(node, built);
    await mkdir(path.dirname(file), { recursive: true });
    await cp(built, `${file}.new`);
    await rename(`${file}.new`, file);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  report.action(messages.nativeBuilt(Math.round((Date.now() - started) / 1000)));
}
