import path from 'node:path';
import { messages } from './lib/messages.mjs';
import { packageDir } from './lib/paths.mjs';
import { complain, run, say } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';

const CHECKS = [
  ['types', path.join(packageDir('typescript'), 'bin', 'tsc'), ['--noEmit', '-p', '.']],
  ['lint', path.join(packageDir('oxlint'), 'bin', 'oxlint'), ['--type-aware', '--deny-warnings']],
  ['format', path.join(packageDir('oxfmt'), 'bin', 'oxfmt'), ['--check', '.']],
  ['knip', path.join(packageDir('knip'), 'bin', 'knip.js'), []],
];

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps'] });
  const env = childEnvironment(setup);
  const failed = [];
  for (const [name, script, args] of CHECKS) {
    say(messages.checkStarted(name));
    const { code } = await run(setup.node, [script, ...args], { env });
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) complain(messages.checkFailed(failed.join(', ')));
  else say(messages.checkPassed());
  return failed.length > 0 ? 1 : 0;
});
