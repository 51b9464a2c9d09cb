import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { runCli } from '#cli/run.ts';

export const projectRoot = join(import.meta.dirname, '../../..');
const entry = join(projectRoot, 'electron/cli/main.ts');

export interface CliRun {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliSurroundings {
  /** The program's own folder; every test has its own. */
  readonly home: string;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Without the superuser's right to write everywhere, so that file permissions count. */
  readonly isOrdinary?: boolean;
}

const DROPPED = '-dac_override,-dac_read_search';
const isSuperuser = process.getuid?.() === 0;

/** Whether permissions of files can be tried out on this machine. */
export const hasPermissions = process.platform !== 'win32';

function commandLine(args: readonly string[], isOrdinary: boolean): [string, string[]] {
  const node = [entry, ...args];
  return isOrdinary && isSuperuser
    ? ['setpriv', ['--bounding-set', DROPPED, '--inh-caps', DROPPED, process.execPath, ...node]]
    : [process.execPath, node];
}

/** Runs the real command line in a process of its own. */
export function cli(args: readonly string[], around: CliSurroundings): Promise<CliRun> {
  const { home, cwd = home, env = {}, isOrdinary = false } = around;
  const [program, words] = commandLine(args, isOrdinary);
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd,
      env: { ...process.env, RAPPORTEUR_HOME: join(home, '.rapporteur'), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...output }));
  });
}

/** The same command line within the test's own process: for long tables of cases. Paths are absolute. */
export async function cliHere(args: readonly string[], home: string): Promise<CliRun> {
  const output = { stdout: '', stderr: '' };
  const code = await runCli(args, {
    home: join(home, '.rapporteur'),
    stdout: (text) => void (output.stdout += text),
    stderr: (text) => void (output.stderr += text),
  });
  return { code, ...output };
}

/** A folder that goes when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function sha256(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** Names and contents of everything in a folder, but for the locks and SQLite's own side files. */
export function contentsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter(
    (name) => !/(?:-wal|-shm|\.lock)$|^\.rapporteur$/.test(name),
  );
  return Object.fromEntries(
    names
      .toSorted()
      .map((name) => [
        name,
        statSync(join(folder, name)).isDirectory() ? 'folder' : sha256(join(folder, name)),
      ]),
  );
}

/** Plain spaces, to compare texts whatever their typography. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00A0\u202F]/g, ' ');
}
