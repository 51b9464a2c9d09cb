#!/usr/bin/env node
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const args = process.argv.slice(2);
  const prints = args.includes('pdf');
  const setup = await ensureSetup({ needs: prints ? ['deps', 'electron'] : ['deps'], quiet: true });
  if (prints) await ensureBuild(setup, { quiet: true });
  // npm changes to the project's folder; paths on the command line are those of the person.
  const throughNpm = process.env.npm_lifecycle_event === 'rapporteur';
  const cwd = (throughNpm && process.env.INIT_CWD) || process.cwd();
  const cli = path.join(root, 'electron', 'cli', 'main.ts');
  const env = childEnvironment(setup, { windowless: true });
  const { code } = await run(setup.node, [cli, ...args], { cwd, env });
  return code;
});
