import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { electronExecutable, electronSwitches } from '../e2e/launch.ts';
import { makePrinter } from './bare-window.ts';
import type { BenchRow } from './bench-types.ts';
import { median } from './bench-types.ts';
import type { Done } from './processes.ts';
import { check, runCommand, runTask } from './processes.ts';
import type { Stores } from './store.bench.ts';

const ROUNDS = 5;
const PAGES = 100;
const FORMATS = ['docx', 'odt', 'pptx', 'odp'] as const;

/** A report of about a hundred pages in all its formats ÷ LibreOffice converting its DOCX to PDF. */
export async function runReportsBench(stores: Stores): Promise<BenchRow[]> {
  const folder = join(stores.folder, 'reports');
  const office = join(folder, 'office');
  const cache = join(stores.folder, 'cache');
  const printer = await makePrinter(stores.folder);
  await mkdir(office, { recursive: true });
  const ours: number[] = [];
  const theirs: number[] = [];
  const written: Done<object>[] = [];
  let pages = 0;
  for (let round = -1; round < ROUNDS; round += 1) {
    const texts = await runTask<object>('./reports-process.ts', [folder], cache);
    const printed = await runCommand(electronExecutable(), [
      ...electronSwitches(),
      printer,
      join(folder, 'report.html'),
      join(folder, 'report.pdf'),
      join(folder, 'pdf.json'),
    ]);
    let peer: Done<string>;
    try {
      peer = await runCommand('soffice', [
        '--headless', '--convert-to', 'pdf', '--outdir', office, join(folder, 'report.docx'),
      ]); // prettier-ignore
    } catch (error) {
      return [missing(error instanceof Error ? error.message : '')];
    }
    for (const format of FORMATS) {
      const { size } = await stat(join(folder, `report.${format}`));
      check(size > 20_000, `report.${format}: ${size} bytes`);
    }
    pages = await pagesOf(join(folder, 'report.pdf'));
    check(pages >= PAGES * 0.7, `report.pdf: ${pages} pages`);
    check((await pagesOf(join(office, 'report.pdf'))) > 10, 'LibreOffice made no report');
    if (round < 0) continue;
    ours.push(texts.ms + printed.ms);
    theirs.push(peer.ms);
    written.push(texts);
  }
  const ratio = median(ours.map((ms, round) => ms / (theirs[round] ?? Number.NaN)));
  return [
    {
      ...NAMED,
      ratio,
      ok: ratio <= NAMED.reach,
      figures: [
        { label: 'ours', value: median(ours), unit: 'ms' },
        {
          label: 'of which DOCX, ODT, PPTX, ODP, HTML',
          value: median(written.map(({ ms }) => ms)),
          unit: 'ms',
        },
        { label: 'LibreOffice', value: median(theirs), unit: 'ms' },
      ],
      peakMemoryMb: Math.max(...written.map(({ peakMemoryMb }) => peakMemoryMb ?? 0)),
      note: `${pages} pages of PDF`,
    },
  ];
}

const NAMED = {
  name: 'Report of 100 pages',
  measure: 'DOCX, ODT, PPTX, ODP and PDF together ÷ LibreOffice DOCX to PDF',
  reach: 1,
} as const;

function missing(note: string): BenchRow {
  return { ...NAMED, ratio: null, figures: [], peakMemoryMb: null, note: `LibreOffice: ${note}` };
}

/** Pages of a PDF, by the count that its page tree gives (its objects may be compressed). */
async function pagesOf(path: string): Promise<number> {
  try {
    const { answer } = await runCommand('pdfinfo', [path]);
    return Number(/^Pages:\s+(\d+)/m.exec(answer)?.[1] ?? 0);
  } catch {
    const text = await readFile(path, 'latin1');
    return (text.match(/\/Type\s*\/Page\b/g) ?? []).length;
  }
}
