import { createHash } from 'node:crypto';
import { constants, existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { messages } from './messages.mjs';
import { root, tmp } from './paths.mjs';
import { run, SetupError } from './run.mjs';
import { reporter } from './setup.mjs';
import { readStamp, writeStamp } from './stamp.mjs';

const release = path.join(root, 'release');

function executablePath() {
  if (process.platform === 'win32') return path.join(release, 'win-unpacked', 'Rapporteur.exe');
  if (process.platform === 'darwin') {
    const folder = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
    return path.join(release, folder, 'Rapporteur.app', 'Contents', 'MacOS', 'Rapporteur');
  }
  const folder = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  return path.join(release, folder, 'rapporteur');
}

function fingerprint(setup) {
  const config = readFileSync(path.join(root, 'electron-builder.yml'));
  const state = `${setup.electronVersion} ${setup.isFallback} ${readStamp('build')}`;
  return createHash('sha256').update(config).update(state).digest('hex');
}

/** A copy of the Electron at hand: electron-builder changes it, and the fallback has a default app. */
async function copyElectron(setup, target) {
  const defaultApp = path.join(setup.electronDist, 'resources', 'app');
  await cp(setup.electronDist, target, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: (source) => source !== defaultApp,
  });
}

async function pack(setup) {
  const work = path.join(tmp, `pack-${process.pid}`);
  const electronDist = path.join(work, 'electron');
  await mkdir(work, { recursive: true });
  try {
    await copyElectron(setup, electronDist);
    const config = { electronDist, electronVersion: setup.electronVersion };
    if (setup.sqliteBinding) {
      const to = path.join('native', 'better_sqlite3.node');
      config.extraResources = [{ from: setup.sqliteBinding, to }];
    }
    const job = path.join(work, 'job.mjs');
    await writeFile(
      job,
      `import { build, Platform } from ${JSON.stringify(import.meta.resolve('electron-builder'))};
await build({
  projectDir: ${JSON.stringify(root)},
  targets: Platform.current().createTarget('dir'),
  publish: 'never',
  config: ${JSON.stringify(config)},
});
`,
    );
    // electron-builder would otherwise keep its tools outside the project.
    const env = { ...process.env, ELECTRON_BUILDER_CACHE: path.join(tmp, 'electron-builder') };
    env.CSC_IDENTITY_AUTO_DISCOVERY = 'false';
    const { code, output } = await run(setup.node, [job], { env, quiet: true });
    if (code !== 0) throw new SetupError(messages.packFailed(output));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** Packs the built application with the Electron at hand, unless that is already done. */
export async function packDirectory(setup) {
  const file = executablePath();
  const report = reporter({ quiet: true });
  const isCurrent = () => existsSync(file) && readStamp('package') === fingerprint(setup);
  if (isCurrent()) return file;
  await withLock(report, async () => {
    if (isCurrent()) return;
    report.action(messages.packing(setup.electronVersion));
    await pack(setup);
    if (!existsSync(file)) throw new SetupError(messages.packFailed(file));
    writeStamp('package', fingerprint(setup));
  });
  return file;
}
