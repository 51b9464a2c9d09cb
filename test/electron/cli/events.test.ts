import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCalendar, unescaped, valuesOf } from '#test/read-calendar.ts';

import { readParts } from '../documents/read.ts';
import { cli, sha256 } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

describe('export of what belongs to events', () => {
  it('writes the programme of the event that its name tells', async () => {
    const { home, store } = example.copy();
    const before = sha256(store);
    const out = join(home, 'programme.odt');
    const { code, stderr } = await cli(
      [
        'export',
        'event-programme',
        '--store',
        store,
        '--event',
        'INNOV’EMBER',
        '--format',
        'odt',
      ].concat(['--out', out]),
      { home },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(readParts(readFileSync(out)).get('content.xml')).toContain('Pitchs des 9 entreprises');
    expect(sha256(store)).toBe(before);
  });

  it('writes the calendar of one participant', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'agenda.ics');
    const args = ['export', 'event-schedules', '--store', store, '--event', 'INNOV’EMBER'];
    const { code, stdout, stderr } = await cli(
      [...args, '--participant', 'amaredience', '--format', 'ics', '--out', out, '--json'],
      { home },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ export: 'event-schedules', format: 'ics' });
    const titles = readCalendar(readFileSync(out, 'utf8'))
      .parts.flatMap((part) => valuesOf(part, 'SUMMARY'))
      .map(unescaped);
    expect(titles).toContain('Accueil');
  });

  it('refuses what it cannot write, and says what there is', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'x.docx');
    const start = ['export', 'event-schedules', '--store', store, '--out', out];
    const unknown = await cli([...start, '--format', 'docx', '--event', 'Nulle part'], { home });
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('INNOV’EMBER');
    const foreign = await cli(
      [...start, '--format', 'docx', '--event', 'INNOV’EMBER', '--place', 'Hall'],
      { home },
    );
    expect(foreign.code).toBe(2);
    const archive = await cli(
      [...start, '--format', 'zip', '--event', 'INNOV’EMBER', '--participant', 'amaredience'],
      { home },
    );
    expect(archive.code).toBe(2);
    expect(existsSync(out)).toBe(false);
  });
});
