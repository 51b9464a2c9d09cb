import { ensureBuild } from './lib/build.mjs';
import { ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps'] });
  await ensureBuild(setup, { force: process.argv.includes('--force') });
});
