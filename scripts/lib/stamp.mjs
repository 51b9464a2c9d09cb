import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runtime } from './paths.mjs';

const fileOf = (name) => path.join(runtime, `${name}.stamp`);

/** What was recorded under that name, or null. */
export function readStamp(name) {
  try {
    return readFileSync(fileOf(name), 'utf8');
  } catch {
    return null;
  }
}

/** Records that a step was done for that state. */
export function writeStamp(name, value) {
  mkdirSync(runtime, { recursive: true });
  writeFileSync(fileOf(name), value);
}
