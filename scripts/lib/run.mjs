import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { modules, root } from './paths.mjs';

/** A failure whose message is meant for the person at the keyboard. */
export class SetupError extends Error {}

/** Prints a line on standard output. */
export const say = (text) => process.stdout.write(`${text}\n`);
/** Prints a line on standard error. */
export const complain = (text) => process.stderr.write(`${text}\n`);

/**
 * Runs a command to its end.
 * `quiet` keeps its output and gives it back; otherwise it is inherited.
 */
export function run(
  command,
  args,
  { cwd = root, env = process.env, quiet = false, stdio, signal } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: stdio ?? (quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit'),
      windowsHide: true,
      signal,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    const done = (code, error) => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
      resolve({ code, output: error ? `${output}${error.message}\n` : output });
    };
    child.on('error', (error) => done(127, error));
    child.on('close', (code, signal) => done(code ?? (signal ? 128 : 1)));
  });
}

/** Output of a quick command, or null when it fails or is missing. */
export function capture(command, args, options = {}) {
  const result = spawnSync(command, args, { encoding: 'utf8', windowsHide: true, ...options });
  return result.status === 0 ? result.stdout : null;
}

/** Same, but keeps what was printed even when the command failed. */
export function captureAnyway(command, args, options = {}) {
  return spawnSync(command, args, { encoding: 'utf8', windowsHide: true, ...options }).stdout ?? '';
}

/** Every executable of that name in PATH, in order. */
export function whichAll(name) {
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .map((dir) => path.join(dir, name))
    .filter((file) => existsSync(file) && statSync(file).isFile());
}

/** The machine's own Node: the project's may be replaced while a set-up runs. */
export function hostNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  return whichAll(name).find((file) => !file.startsWith(modules)) ?? process.execPath;
}

/** How to call the npm that started us, or the one in PATH. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script) && existsSync(script)) return [hostNode(), script];
  if (process.platform !== 'win32') return ['npm'];
  const bundled = path.join(
    path.dirname(process.execPath),
    'node_modules',
    'npm',
    'bin',
    'npm-cli.js',
  );
  return existsSync(bundled) ? [process.execPath, bundled] : ['npm.cmd'];
}
