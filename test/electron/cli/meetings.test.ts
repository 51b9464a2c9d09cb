import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { readCalendar, unescaped, valuesOf } from '#test/read-calendar.ts';

import { readParts, textOf } from '../documents/read.ts';
import { cli, plain, sha256 } from './cli-process.ts';
import { useExampleStore } from './example-store.ts';

const example = useExampleStore();

describe('export of what belongs to meetings', () => {
  it('writes the minutes of the meeting that its title names', async () => {
    const { home, store } = example.copy();
    const before = sha256(store);
    const out = join(home, 'cr.docx');
    const args = ['export', 'minutes', '--store', store, '--meeting', '9 mai 2017'];
    const { code, stderr } = await cli([...args, '--format', 'docx', '--out', out], { home });
    expect([code, stderr]).toEqual([0, '']);
    const text = textOf(
      readParts(readFileSync(out)).get('word/document.xml') ?? '',
      'document.xml',
      'w:t',
    );
    expect(text).toContain('Compte rendu');
    expect(text).toContain('Odile Brancourtel');
    expect(sha256(store)).toBe(before);
  });

  it('writes a roadmap and a calendar', async () => {
    const { home, store } = example.copy();
    const roadmap = join(home, 'fdr.odt');
    const group = ['--sub-group', 'convention etat-ugap'];
    const first = await cli(
      ['export', 'roadmap', '--store', store, ...group, '--format', 'odt', '--out', roadmap],
      { home },
    );
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(readParts(readFileSync(roadmap)).get('content.xml')).toContain('Convention');
    const out = join(home, 'agenda.ics');
    const args = ['export', 'calendar', '--store', store, '--format', 'ics', '--year', '2017'];
    const { code, stdout } = await cli([...args, '--out', out, '--json'], { home });
    expect(code).toBe(0);
    const calendar = readCalendar(readFileSync(out, 'utf8'));
    const titles = calendar.parts.flatMap((part) => valuesOf(part, 'SUMMARY')).map(unescaped);
    expect(titles).toContain('Réunion du GT du 9 mai 2017');
    expect(JSON.parse(stdout)).toMatchObject({ export: 'calendar', entries: titles.length });
  });

  it('writes the decisions of a period as a document, and as a register in a spreadsheet', async () => {
    const { home, store } = example.copy();
    const out = join(home, 'releve.docx');
    const args = ['export', 'decisions', '--store', store, '--from', '2017-05-01'];
    const { code, stderr, stdout } = await cli(
      [...args, '--to', '2017-05-31', '--format', 'docx', '--out', out, '--json'],
      { home },
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ export: 'decisions', to: '2017-05-31' });
    const text = textOf(
      readParts(readFileSync(out)).get('word/document.xml') ?? '',
      'document.xml',
      'w:t',
    );
    expect(text).toContain('Relevé des décisions');
    expect(text).toContain('Demander à chaque sous-groupe un point écrit');
    expect(text).not.toContain('Constituer 4 sous-groupes');
    const register = await cli(
      ['export', 'decisions', '--store', store, '--format', 'csv', '--out', join(home, 'd.csv')],
      { home },
    );
    expect(register.code).toBe(0);
    expect(readFileSync(join(home, 'd.csv'), 'utf8')).toContain('Constituer 4 sous-groupes');
  });

  it.each([
    [
      ['decisions', '--format', 'docx', '--from', '2017-06-01', '--to', '2017-05-01'],
      'La période finit avant de commencer',
    ],
    [['decisions', '--format', 'docx', '--sub-group', 'introuvable'], 'Sous-groupe inconnu'],
    [['decisions', '--format', 'docx', '--year', '2017'], 'ne vaut pas pour decisions'],
    [['decisions', '--format', 'csv', '--from', '2017-05-01'], 'ne vaut pas pour decisions'],
    [['agenda', '--format', 'docx', '--from', '2017-05-01'], 'ne vaut pas pour agenda'],
    [['agenda', '--format', 'docx'], 'Il manque l’option --meeting.'],
    [['agenda', '--format', 'pptx', '--meeting', 'x'], 'Format inconnu pour agenda'],
    [['agenda', '--format', 'docx', '--meeting', 'introuvable'], 'Réunion inconnue'],
    [['roadmap', '--format', 'docx', '--meeting', 'x'], 'ne vaut pas pour roadmap'],
    [['calendar', '--format', 'ics', '--group', 'introuvable'], 'Groupe de travail inconnu'],
    [['synthesis', '--format', 'docx', '--meeting', 'x'], 'ne vaut pas pour synthesis'],
  ])('refuses %j', async (args, complaint) => {
    const { home, store } = example.copy();
    const out = join(home, 'sortie');
    const { code, stderr } = await cli(['export', ...args, '--store', store, '--out', out], {
      home,
    });
    expect(code).toBe(2);
    expect(plain(stderr)).toContain(complaint);
    expect(existsSync(out)).toBe(false);
  });
});
