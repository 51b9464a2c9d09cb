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

interface Size {
  readonly name: string;
  readonly measure: string;
  /** Highest ratio of times that counts as reached, where the speed page sets one. */
  readonly reach?: number;
  readonly chapters: number;
  readonly formats: readonly ('docx' | 'odt' | 'pptx' | 'odp' | 'html')[];
  /** What LibreOffice is given to convert, and to what. */
  readonly peer: { readonly from: 'docx' | 'pptx'; readonly to: 'pdf' };
  /** Pages or slides that the peer's file has at least. */
  readonly atLeast: number;
}

const all = ['docx', 'odt', 'pptx', 'odp', 'html'] as const;

const SIZES: readonly Size[] = [
  {
    name: 'Report of 100 pages',
    measure: 'DOCX, ODT, PPTX, ODP and PDF together ÷ LibreOffice DOCX to PDF',
    reach: 1,
    chapters: 25,
    formats: all,
    peer: { from: 'docx', to: 'pdf' },
    atLeast: 70,
  },
  {
    name: 'Report of 200 pages',
    measure: 'DOCX, ODT, PPTX, ODP and PDF together ÷ LibreOffice DOCX to PDF',
    chapters: 50,
    formats: all,
    peer: { from: 'docx', to: 'pdf' },
    atLeast: 140,
  },
  {
    name: 'Presentation of 100 slides',
    measure: 'PPTX and ODP together ÷ LibreOffice PPTX to PDF',
    chapters: 10,
    formats: ['pptx', 'odp'],
    peer: { from: 'pptx', to: 'pdf' },
    atLeast: 90,
  },
];

interface Round {
  readonly ours: number;
  readonly theirs: number;
  readonly texts: Done<object>;
  readonly peerPeakMb: number | null;
  readonly pages: number;
}

/** Reports of several sizes in all their formats ÷ LibreOffice converting one of these files. */
export async function runReportsBench(stores: Stores): Promise<BenchRow[]> {
  const printer = await makePrinter(stores.folder);
  const rows: BenchRow[] = [];
  for (const size of SIZES) rows.push(await measured(size, stores, printer));
  return rows;
}

async function measured(size: Size, stores: Stores, printer: string): Promise<BenchRow> {
  const { name, measure, reach } = size;
  const folder = join(stores.folder, `reports-${size.chapters}`);
  await mkdir(join(folder, 'office'), { recursive: true });
  const rounds: Round[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    let one: Round;
    try {
      one = await oneRound(size, folder, join(stores.folder, 'cache'), printer);
    } catch (error) {
      const note = error instanceof Error ? error.message : '';
      if (!(error instanceof NoOffice)) throw error;
      return { name, measure, ratio: null, figures: [], peakMemoryMb: null, note };
    }
    if (round >= 0) rounds.push(one);
  }
  const ratio = median(rounds.map(({ ours, theirs }) => ours / theirs));
  const peak = Math.max(...rounds.map(({ texts }) => texts.peakMemoryMb ?? 0));
  const peerPeak = Math.max(...rounds.map(({ peerPeakMb }) => peerPeakMb ?? Number.NaN));
  return {
    name,
    measure,
    ratio,
    ...(reach === undefined ? {} : { reach, ok: ratio <= reach }),
    figures: [
      { label: 'ours', value: median(rounds.map(({ ours }) => ours)), unit: 'ms' },
      {
        label: `of which ${size.formats.join(', ').toUpperCase()}`,
        value: median(rounds.map(({ texts }) => texts.ms)),
        unit: 'ms',
      },
      { label: 'LibreOffice', value: median(rounds.map(({ theirs }) => theirs)), unit: 'ms' },
      ...(Number.isNaN(peerPeak)
        ? []
        : [{ label: 'memory ÷ LibreOffice', value: peak / peerPeak, unit: '×' as const }]),
    ],
    peakMemoryMb: peak,
    note: `${rounds[0]?.pages ?? 0} pages of PDF`,
  };
}

/** LibreOffice is not here, or does not convert. */
class NoOffice extends Error {
  override readonly name = 'NoOffice';
}

async function oneRound(
  { chapters, formats, peer, atLeast }: Size,
  folder: string,
  cache: string,
  printer: string,
): Promise<Round> {
  const texts = await runTask<object>(
    './reports-process.ts',
    [folder, String(chapters), ...formats],
    cache,
  );
  const hasPdf = formats.includes('html');
  const printed = hasPdf
    ? await runCommand(electronExecutable(), [
        ...electronSwitches(),
        printer,
        join(folder, 'report.html'),
        join(folder, 'report.pdf'),
        join(folder, 'pdf.json'),
      ])
    : null;
  const office = join(folder, 'office');
  const source = join(folder, `report.${peer.from}`);
  let theirs: Done<string>;
  try {
    theirs = await runCommand('soffice', [
      '--headless', '--convert-to', peer.to, '--outdir', office, source,
    ]); // prettier-ignore
  } catch (error) {
    throw new NoOffice(`LibreOffice: ${error instanceof Error ? error.message : ''}`);
  }
  for (const format of formats) {
    const { size } = await stat(join(folder, `report.${format}`));
    check(size > 20_000, `report.${format}: ${size} bytes`);
  }
  const converted = await pagesOf(join(office, 'report.pdf'));
  check(converted >= (hasPdf ? 10 : atLeast), `LibreOffice made ${converted} pages`);
  const pages = hasPdf ? await pagesOf(join(folder, 'report.pdf')) : converted;
  check(pages >= atLeast, `report.pdf: ${pages} pages`);
  return {
    ours: texts.ms + (printed?.ms ?? 0),
    theirs: theirs.ms,
    texts,
    peerPeakMb: theirs.peakMemoryMb,
    pages,
  };
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
