import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { cliHere, temporaryFolder } from './cli-process.ts';

describe('reports on a year that no edition is kept of', () => {
  it('are written with the day of their data, or refused for what they do not take', async () => {
    const home = temporaryFolder();
    const store = join(home, 'exemple.rapporteur');
    await cliHere(['create', '--store', store, '--example'], home);
    const out = join(home, 'rapport.html');
    const args = ['--store', store, '--format', 'html', '--out', out];
    const report = await cliHere(['export', 'activity-report', ...args, '--json'], home);
    expect(report).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(report.stdout)).toMatchObject({
      report: 'activityReport',
      year: 2017,
      asOfOn: '2017-12-31',
      format: 'html',
    });
    expect(readFileSync(out, 'utf8')).toContain('L’année 2017 en chiffres');

    const directory = ['export', 'directory', ...args, '--at', '2017-06-30', '--json'];
    expect(JSON.parse((await cliHere(directory, home)).stdout)).toMatchObject({
      report: 'directory',
      asOfOn: '2017-06-30',
    });
    expect(readFileSync(out, 'utf8')).toContain('Annuaire des acteurs');

    const facts = ['export', 'directory', '--store', store, '--format', 'ods'];
    const sheet = await cliHere([...facts, '--out', join(home, 'faits.ods')], home);
    expect(sheet.code).toBe(0);

    const refused = await cliHere(['export', 'directory', ...args, '--meeting', 'x'], home);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--meeting');
    const unknown = await cliHere(
      ['export', 'activity-report', '--store', store, '--format', 'doc', '--out', out],
      home,
    );
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('docx');
    const help = await cliHere(['--help'], home);
    expect(help.stdout).toMatch(/^ +activity-report +Rapport d’activité$/m);
  });
});
