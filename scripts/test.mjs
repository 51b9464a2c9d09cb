import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureBuild } from './lib/build.mjs';
import { withDisplay } from './lib/display.mjs';
import { messages } from './lib/messages.mjs';
import { packageDir, tmp } from './lib/paths.mjs';
import { complain, run, say, SetupError } from './lib/run.mjs';
import { childEnvironment, ensureSetup, main } from './lib/setup.mjs';
import { playwrightCounts, vitestCounts } from './lib/test-counts.mjs';

// node scripts/test.mjs [unit|e2e] [arguments of the runner]
async function unit(setup, reportFile, extra) {
  await ensureBuild(setup);
  const cli = path.join(packageDir('vitest'), 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const { code } = await run(setup.node, [cli, 'run', ...reporters, ...extra], {
    env: childEnvironment(setup, { windowless: true }),
  });
  return vitestCounts(reportFile, code);
}

async function e2e(setup, reportFile, extra) {
  await ensureBuild(setup);
  const cli = path.join(packageDir('@playwright/test'), 'cli.js');
  const args = [cli, 'test', '--reporter=list,json', ...extra];
  const [command, wrapped] = withDisplay(setup.node, args);
  const { code } = await run(command, wrapped, {
    env: {
      ...childEnvironment(setup, { sqlite: true }),
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    },
  });
  return playwrightCounts(reportFile, code);
}

const SUITES = { unit, e2e };

await main(async () => {
  const [first, ...rest] = process.argv.slice(2);
  const only = Object.hasOwn(SUITES, first ?? '') ? first : null;
  const extra = only ? rest : process.argv.slice(2);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  const attempt = async (work) => {
    try {
      return await work();
    } catch (error) {
      total.failed += 1;
      complain(error instanceof SetupError ? error.message : error.stack);
      return null;
    }
  };
  const setup = await attempt(() => ensureSetup({ needs: ['deps', 'electron', 'display'] }));
  mkdirSync(tmp, { recursive: true });
  for (const name of only ? [only] : Object.keys(SUITES)) {
    const reportFile = path.join(tmp, `${name}-${process.pid}.json`);
    const counts = setup && (await attempt(() => SUITES[name](setup, reportFile, extra)));
    rmSync(reportFile, { force: true });
    if (counts === null) continue;
    for (const key of Object.keys(total)) total[key] += counts[key];
    failures.push(...(counts.failures ?? []));
    if (counts.problem) complain(messages.suiteCrashed(name, counts.problem));
  }
  if (total.passed + total.failed === 0) {
    total.failed = 1;
    complain(messages.nothingRan);
  }
  for (const failure of failures) say(messages.failure(failure));
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  say(`${total.passed} passed, ${total.failed} failed${skipped}`);
  return total.failed > 0 ? 1 : 0;
});
