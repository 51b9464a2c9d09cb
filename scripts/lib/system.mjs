import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from './messages.mjs';
import { capture, captureAnyway, run, SetupError, whichAll } from './run.mjs';

/**
 * What each need asks of Debian and Ubuntu. `names`: alternatives, the first one the distribution
 * has is installed (newer ones renamed some libraries to …t64). `present`: cheaper or wider check.
 */
const GROUPS = {
  electron: [
    { names: ['libgtk-3-0t64', 'libgtk-3-0'] },
    { names: ['libnss3'] },
    { names: ['libasound2t64', 'libasound2'] },
    { names: ['libgbm1'] },
    { names: ['libxss1'] },
    { names: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
    { names: ['libcups2t64', 'libcups2'] },
    { names: ['fonts-liberation'], present: () => hasFont('/usr/share/fonts') },
  ],
  display: [
    { names: ['xvfb'], present: () => onPath('xvfb-run') && onPath('Xvfb') },
    { names: ['xauth'], present: () => onPath('xauth') },
  ],
  native: [
    { names: ['g++'], present: () => onPath('g++') },
    { names: ['make'], present: () => onPath('make') },
    { names: ['python3'], present: () => onPath('python3') },
  ],
  libreoffice: [
    { names: ['libreoffice-writer-nogui', 'libreoffice-writer'] },
    { names: ['libreoffice-calc-nogui', 'libreoffice-calc'] },
    { names: ['libreoffice-impress-nogui', 'libreoffice-impress'] },
    { names: ['fonts-liberation'] },
    { names: ['fonts-crosextra-carlito'] },
    { names: ['poppler-utils'], present: () => onPath('pdftotext') && onPath('pdftoppm') },
  ],
};

const onPath = (name) => whichAll(name).length > 0;

function hasFont(dir) {
  if (!existsSync(dir)) return false;
  return readdirSync(dir, { recursive: true }).some((name) => /\.(ttf|otf|ttc|pfb)$/i.test(name));
}

const isDebian = () => process.platform === 'linux' && existsSync('/usr/bin/dpkg-query');

function installedPackages(names) {
  const format = '${Package} ${db:Status-Status}\\n';
  const listed = captureAnyway('dpkg-query', ['-W', '-f', format, ...names]);
  return new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
}

function missingItems(needs) {
  const items = needs.flatMap((need) => GROUPS[need] ?? []);
  const asked = items.filter((item) => !item.present);
  const installed = asked.length ? installedPackages(asked.flatMap((item) => item.names)) : null;
  return items.filter((item) =>
    item.present ? !item.present() : !item.names.some((name) => installed.has(name)),
  );
}

/** Newer Debian (13) and Ubuntu (24.04) have the renamed libraries; used when apt has no lists. */
function renamesLibraries() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const version = Number(/^VERSION_ID="?(\d+(\.\d+)?)/m.exec(release)?.[1] ?? Infinity);
  return version >= (/^ID="?ubuntu/m.test(release) ? 24 : 13);
}

function pick(item) {
  const known = item.names.find((name) => {
    const policy = capture('apt-cache', ['policy', name], { env: { ...process.env, LC_ALL: 'C' } });
    return policy && /Candidate: (?!\(none\))/.test(policy);
  });
  if (known) return known;
  const renamed = item.names.find((name) => name.endsWith('t64'));
  return renamed && !renamesLibraries() ? item.names[1] : item.names[0];
}

async function installPackages(items, report) {
  const names = () => [...new Set(items.map(pick))];
  if (process.getuid() !== 0) {
    const command = `sudo apt-get update && sudo apt-get install -y ${names().join(' ')}`;
    throw new SetupError(messages.systemCommand(command));
  }
  const started = Date.now();
  report.action(messages.systemInstalling());
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };
  const wait = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const update = await run('apt-get', [...wait, 'update'], { env, quiet: true });
  const args = [...wait, 'install', '-y', '--no-install-recommends', ...names()];
  const install = await run('apt-get', args, { env, quiet: true });
  if (install.code !== 0)
    throw new SetupError(messages.systemFailed(update.output + install.output));
  report.action(messages.systemInstalled(Math.round((Date.now() - started) / 1000), names()));
}

/** Installs (as root) or asks for the Debian or Ubuntu packages the given needs lack. */
export async function ensureSystem(needs, report, locked) {
  if (isDebian()) {
    if (missingItems(needs).length === 0) return;
    await locked(async () => {
      const items = missingItems(needs);
      if (items.length > 0) await installPackages(items, report);
    });
  } else if (process.platform === 'linux' && needs.includes('display') && !onPath('xvfb-run')) {
    throw new SetupError(messages.noXvfb());
  }
}

/** Elsewhere than on Debian: names the shared libraries that Electron would not find. */
export function checkLibraries(executable) {
  if (process.platform !== 'linux' || isDebian()) return;
  const lines = captureAnyway('ldd', [executable]).split('\n');
  const missing = lines
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
  if (missing.length > 0) throw new SetupError(messages.systemLibraries(missing.join(', ')));
}

function kernelSetting(name) {
  const file = `/proc/sys/kernel/${name}`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/**
 * Where the kernel denies user namespaces to ordinary users (Ubuntu since 24.04), Chromium's
 * sandbox needs its helper to belong to root: gives the command instead of leaving the sandbox out.
 */
export function checkSandbox(executable) {
  if (process.platform !== 'linux' || process.getuid() === 0) return;
  const denied =
    kernelSetting('apparmor_restrict_unprivileged_userns') === '1' ||
    kernelSetting('unprivileged_userns_clone') === '0';
  if (!denied) return;
  const helper = path.join(path.dirname(executable), 'chrome-sandbox');
  const { uid, mode } = statSync(helper);
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  const command = `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`;
  throw new SetupError(messages.sandboxCommand(command));
}
