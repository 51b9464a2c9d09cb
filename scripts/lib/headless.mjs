import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from './messages.mjs';
import { root } from './paths.mjs';
import { run, say } from './run.mjs';
import { childEnvironment } from './setup.mjs';

/**
 * The main job without a window: the example store, both reports in every format and every register
 * as a spreadsheet, all written again into `out/`. Gives the exit code.
 */
export async function runHeadless(setup) {
  const out = path.join(root, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const program = path.join(root, 'electron', 'cli', 'headless.ts');
  const store = path.join('out', 'exemple.rapporteur');
  const { code } = await run(setup.node, [program, store, 'out'], {
    env: childEnvironment(setup, { windowless: true }),
  });
  say(messages.headlessDone());
  const names = readdirSync(out).filter((name) => !/(-wal|-shm|\.lock)$/.test(name));
  for (const name of names.sort((a, b) => a.localeCompare(b))) {
    const size = statSync(path.join(out, name)).size;
    say(`  out/${name}  ${Math.ceil(size / 1024).toLocaleString('fr-FR')} Ko`);
  }
  return code;
}
