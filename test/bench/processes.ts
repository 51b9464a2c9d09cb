import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What a process of the bench did: whole time, highest memory, and what it printed as JSON. */
export interface Done<Answer> {
  readonly ms: number;
  readonly peakMemoryMb: number | null;
  readonly answer: Answer;
}

/** A wrong result: the bench must not end as if it were a measure. */
export class WrongResult extends Error {
  override readonly name = 'WrongResult';
}

export function check(isRight: boolean, message: string): asserts isRight {
  if (!isRight) throw new WrongResult(message);
}

/** Highest resident memory of this very process, in megabytes. */
export function ownPeakMb(): number {
  return peakOf('self') ?? process.resourceUsage().maxRSS / 1024;
}

function peakOf(pid: number | 'self'): number | null {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return peak === undefined ? null : Number(peak) / 1024;
  } catch {
    return null;
  }
}

/** The highest of a process and of those it started: offices begin by a script. */
function peakOfTree(pid: number): number | null {
  let peak = peakOf(pid);
  for (const child of childrenOf(pid)) {
    const one = peakOfTree(child);
    if (one !== null) peak = Math.max(peak ?? 0, one);
  }
  return peak;
}

/** Any thread of a process may have started others. */
function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8')
        .split(' ')
        .flatMap((word) => (/^\d+$/.test(word) ? Number(word) : [])),
    );
  } catch {
    return [];
  }
}

const POLL_MS = 20;

/** Runs a command to its end; its memory is read while it runs, where the system tells. */
export async function runCommand(
  command: string,
  args: readonly string[],
  { input, env }: { readonly input?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Done<string>> {
  const stdin = input === undefined ? null : openSync(input, 'r');
  const start = performance.now();
  const child = spawn(command, args, {
    stdio: [stdin ?? 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  let text = '';
  let complaints = '';
  let peak: number | null = null;
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (complaints += chunk));
  const poll = setInterval(() => {
    if (child.pid !== undefined) peak = Math.max(peak ?? 0, peakOfTree(child.pid) ?? 0);
  }, POLL_MS);
  try {
    const [code]: unknown[] = await once(child, 'close');
    check(code === 0, `${command} ${args.join(' ')}: ${String(code)} ${complaints.slice(-2000)}`);
    return { ms: performance.now() - start, peakMemoryMb: peak, answer: text };
  } finally {
    clearInterval(poll);
    if (stdin !== null) closeSync(stdin);
  }
}

/** Runs one of the bench's own tasks in a Node process; its last line is its answer. */
export async function runTask<Answer>(
  script: string,
  args: readonly string[],
  cache: string,
): Promise<Done<Answer & { readonly peakMb: number }>> {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const { ms, answer } = await runCommand(process.execPath, [path, ...args], {
    env: { NODE_COMPILE_CACHE: cache },
  });
  // The line was printed by that very script.
  const parsed = JSON.parse(answer.trim().split('\n').at(-1) ?? '') as Answer & {
    readonly peakMb: number;
  };
  return { ms, peakMemoryMb: parsed.peakMb, answer: parsed };
}
