import { ensureSetup, main } from './lib/setup.mjs';

// node scripts/setup.mjs [deps] [electron] [display] [libreoffice]
await main(async () => {
  const asked = process.argv.slice(2);
  await ensureSetup({ needs: asked.length > 0 ? asked : ['deps', 'electron', 'display'] });
});
