import type { ChildProcess } from 'node:child_process';
import { execFile, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';

import { expect, test } from './fixtures.ts';
import { electronSwitches, projectRoot, runEnvironment } from './launch.ts';

const PACKING_MS = 240_000;
/** How a fuse is written in the executable. */
const OFF = '0'.charCodeAt(0);
const ON = '1'.charCodeAt(0);

/** Packs the application as a folder, with the Electron at hand. @returns the path of its executable */
async function packed(): Promise<string> {
  const script = join(projectRoot, 'scripts', 'package-dir.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: projectRoot });
  return stdout.trim();
}

/** The address at which a started Chromium says it can be spoken to. */
function debuggerAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (data: Buffer) => {
      said += data.toString();
      const found = /ws:\/\/\S+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', () => reject(new Error(`it ended at once: ${said}`)));
  });
}

async function withoutDebugger(file: string, home: string): Promise<string> {
  const child = spawn(file, [...electronSwitches(), '--inspect=0'], {
    env: { ...runEnvironment(join(home, 'inspect')), NODE_OPTIONS: '--inspect=0' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  // A debugger says so before the program begins; the program's own folder shows that it has begun.
  await expect
    .poll(() => readdirSync(join(home, 'inspect')).length, { timeout: 20_000 })
    .toBeGreaterThan(0);
  child.kill('SIGKILL');
  return said;
}

test('the packed application starts, opens the example, and its fuses are set', async ({
  home,
}) => {
  test.setTimeout(PACKING_MS + 60_000);
  const file = await packed();

  const fuses = await getCurrentFuseWire(file);
  for (const off of [
    FuseV1Options.RunAsNode,
    FuseV1Options.EnableNodeOptionsEnvironmentVariable,
    FuseV1Options.EnableNodeCliInspectArguments,
    FuseV1Options.GrantFileProtocolExtraPrivileges,
  ]) {
    expect(fuses[off]).toBe(OFF);
  }
  for (const on of [
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
  ]) {
    expect(fuses[on]).toBe(ON);
  }
  // The command line too: its readers of foreign files are started from within the archive.
  const store = join(home, 'groupe.rapporteur');
  const list = join(home, 'structures.csv');
  writeFileSync(list, 'Nom;Nature\nRegain;Institution\n');
  const cli = async (...args: string[]): Promise<string> => {
    const all = [...electronSwitches(), 'cli', ...args, '--store', store, '--json'];
    const { stdout } = await promisify(execFile)(file, all, { env: runEnvironment(home) });
    return stdout.slice(stdout.indexOf('{'));
  };
  await cli('create');
  const imported: unknown = JSON.parse(await cli('import', 'organisations', list));
  expect(imported).toMatchObject({ result: { created: 1 } });

  mkdirSync(join(home, 'inspect'));
  expect(await withoutDebugger(file, home)).not.toContain('Debugger listening');

  const child = spawn(file, [...electronSwitches(), '--remote-debugging-port=0'], {
    env: runEnvironment(home),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const browser = await chromium.connectOverCDP(await debuggerAddress(child));
    const context = browser.contexts()[0];
    if (context === undefined) throw new Error('the application has no window');
    const page = context.pages()[0] ?? (await context.waitForEvent('page'));
    await page.getByRole('button', { name: /groupe d’exemple/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Innovation et commande publique',
    );
    await page.keyboard.press('Control+Shift+I');
    await expect(page.getByText('INNOV’EMBER').first()).toBeVisible();
    expect(context.pages()).toHaveLength(1);
    await browser.close();
  } finally {
    child.kill('SIGKILL');
  }
});
