import { ensureBuild } from './lib/build.mjs';
import { packDirectory } from './lib/packing.mjs';
import { say } from './lib/run.mjs';
import { ensureSetup, main } from './lib/setup.mjs';

// Packs the application as a folder with the Electron at hand, into release/. The path of its
// executable is all that standard output gets.
await main(async () => {
  const setup = await ensureSetup({ needs: ['deps', 'electron'], quiet: true });
  await ensureBuild(setup, { quiet: true });
  say(await packDirectory(setup));
});
