import { ensureBuild } from './lib/build.mjs';
import { electronSwitches, hasDisplay } from './lib/display.mjs';
import { runHeadless } from './lib/headless.mjs';
import { messages } from './lib/messages.mjs';
import { run, say } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';

await main(async () => {
  const setup = await ensureSetup({ needs: ['deps', 'electron'] });
  if (!hasDisplay()) {
    say(messages.headless());
    await ensureBuild(setup);
    return runHeadless(setup);
  }
  await ensureBuild(setup);
  say(messages.opening());
  const args = [...electronSwitches(), '.', ...process.argv.slice(2)];
  const env = childEnvironment(setup, { sqlite: true });
  const { code } = await run(setup.electronExecutable, args, { env });
  return code;
});
