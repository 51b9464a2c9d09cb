import path from 'node:path';
import { electronSwitches, withDisplay } from './lib/display.mjs';
import { packageDir } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps', 'electron', 'display'] });
  const cli = path.join(packageDir('electron-vite'), 'bin', 'electron-vite.js');
  const args = [cli, 'dev', '--watch', '--', ...electronSwitches(), ...process.argv.slice(2)];
  const { code } = await run(...withDisplay(setup.node, args), {
    env: childEnvironment(setup, { sqlite: true }),
  });
  return code;
});
