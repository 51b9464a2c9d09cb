import path from 'node:path';
import { fileURLToPath } from 'node:url';

const lib = path.dirname(fileURLToPath(import.meta.url));

/** Project root. */
export const root = path.resolve(lib, '..', '..');
/** Everything the set-up caches lives here, and nowhere else. */
export const runtime = path.join(root, '.runtime');
export const modules = path.join(root, 'node_modules');
export const cache = path.join(runtime, 'cache');
export const tmp = path.join(runtime, 'tmp');

/** Node 24 as shipped by the npm package `node`. */
export const projectNode = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/** Folder of an installed package. */
export const packageDir = (name) => path.join(modules, ...name.split('/'));
