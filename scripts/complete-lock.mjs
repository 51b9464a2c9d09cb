import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './lib/paths.mjs';
import { say } from './lib/run.mjs';

// After `npm install`: a registry mirror may lack a package's builds for other platforms. npm then
// leaves these optional packages out of the lock file and `npm ci` refuses it on every machine.
// This writes them back in, with the platform their name tells, so that only that platform asks
// for them. `--check` changes nothing and fails when some are missing.

const SYSTEMS = [
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'win32',
];
const PROCESSORS = [
  'arm64',
  'arm',
  'ia32',
  'loong64',
  'ppc64',
  'riscv64',
  's390x',
  'x64',
  'wasm32',
];

function platformOf(name) {
  const parts = name.split('/').at(-1).split('-');
  const os = parts.find((part) => SYSTEMS.includes(part));
  const cpu = parts.find((part) => PROCESSORS.includes(part));
  if (!os || !cpu) return null;
  const libc = parts.some((part) => part.startsWith('musl')) ? ['musl'] : ['glibc'];
  return { cpu: [cpu], os: [os], ...(os === 'linux' ? { libc } : {}) };
}

function resolves(packages, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (`${at ? `${at}/` : ''}node_modules/${name}` in packages) return true;
    if (at === '') return false;
  }
}

const file = path.join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const added = {};
const unknown = [];
for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (resolves(lock.packages, where, name)) continue;
    const platform = platformOf(name);
    if (platform === null || !/^\d+\.\d+\.\d+[-.\w]*$/.test(version)) {
      unknown.push(`${name}@${version}`);
      continue;
    }
    added[`node_modules/${name}`] = {
      version,
      ...platform,
      ...(entry.dev ? { dev: true } : {}),
      optional: true,
    };
  }
}

const missing = Object.keys(added).length;
if (process.argv.includes('--check')) {
  say(`${missing} missing optional packages`);
} else if (missing > 0) {
  const all = Object.entries({ ...lock.packages, ...added });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${missing} optional packages added`);
}
if (unknown.length > 0) say(`unknown: ${unknown.join(', ')}`);
process.exitCode = unknown.length > 0 || (process.argv.includes('--check') && missing > 0) ? 1 : 0;
