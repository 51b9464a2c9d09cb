import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { messages } from './messages.mjs';
import { root } from './paths.mjs';
import { run, say } from './run.mjs';
import { childEnvironment } from './setup.mjs';

const REPORTS = ['synthesis', 'restitution'];
const REPORT_FORMATS = ['docx', 'odt', 'pptx', 'html', 'pdf'];
const REGISTERS = [
  'organisations',
  'people',
  'affiliations',
  'sub-groups',
  'mandates',
  'meetings',
  'decisions',
  'action-items',
  'deliverables',
  'milestones',
  'applications',
  'needs',
  'objectives',
  'indicators',
  'measurements',
  'barriers',
  'remedies',
  'activities',
  'agreements',
  'events',
];
const REGISTER_FORMATS = ['xlsx', 'ods', 'csv'];

const cross = (names, formats) => names.flatMap((name) => formats.map((format) => [name, format]));

/**
 * The main job without a window: the example store, both reports in every format and every register
 * as a spreadsheet, all written again into `out/`. Gives the exit code.
 */
export async function runHeadless(setup) {
  const out = path.join(root, 'out');
  mkdirSync(out, { recursive: true });
  const store = path.join('out', 'exemple.rapporteur');
  for (const name of readdirSync(out)) {
    if (name.startsWith('exemple.rapporteur')) {
      rmSync(path.join(out, name), { recursive: true, force: true });
    }
  }
  const jobs = [...cross(REPORTS, REPORT_FORMATS), ...cross(REGISTERS, REGISTER_FORMATS)];
  const exports = jobs.map(([name, format]) => {
    const file = path.join('out', `${name}.${format}`);
    rmSync(path.join(root, file), { force: true });
    return ['export', name, '--store', store, '--format', format, '--out', file];
  });
  const { code } = await run(setup.node, [path.join(root, 'electron', 'cli', 'batch.ts')], {
    env: childEnvironment(setup, { windowless: true, sqlite: true }),
    input: JSON.stringify([['create', '--store', store, '--example'], ...exports]),
  });
  say(messages.headlessDone());
  const names = readdirSync(out).filter((name) => !/(-wal|-shm|\.lock)$/.test(name));
  for (const name of names.sort((a, b) => a.localeCompare(b))) {
    const size = statSync(path.join(out, name)).size;
    say(`  out/${name}  ${Math.ceil(size / 1024).toLocaleString('fr-FR')} Ko`);
  }
  return code;
}
