import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps', 'electron', 'display'] });
  await ensureBuild(setup);
  const script = path.join(root, 'test', 'bench', 'run.ts');
  const [command, args] = withDisplay(setup.node, [script, ...process.argv.slice(2)]);
  const { code } = await run(command, args, { env: childEnvironment(setup, { sqlite: true }) });
  return code;
});
