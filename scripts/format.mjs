import path from 'node:path';
import { packageDir } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps'] });
  const script = path.join(packageDir('oxfmt'), 'bin', 'oxfmt');
  const { code } = await run(setup.node, [script, ...process.argv.slice(2), '.']);
  return code;
});
