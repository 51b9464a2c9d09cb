import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { documentFormats, reportNames } from '#contract/schemas.ts';
import type { DocumentFormatName } from '#contract/schemas.ts';
import { normaliseForFacts, seedFacts } from '#example/facts.ts';

import { cli, projectRoot } from './cli/cli-process.ts';
import { readParts } from './documents/read.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

/** Text of markup: `paragraph` elements end a line, `blank` ones are spaces, `hidden` ones say nothing. */
function textOf(
  markup: string,
  { paragraph, blank, hidden }: Readonly<Record<'paragraph' | 'blank' | 'hidden', RegExp>>,
): string {
  return markup
    .replaceAll(hidden, '')
    .replaceAll(blank, ' ')
    .replaceAll(paragraph, '\n')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
      return entities[String(name)] ?? all;
    });
}

/** Parts of a package whose path fits, in the order of the numbers in their names. */
function partsOf(bytes: Uint8Array, path: RegExp): string {
  return [...readParts(bytes)]
    .filter(([name]) => path.test(name))
    .toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([, text]) => text)
    .join('\n');
}

const readers: Readonly<Record<DocumentFormatName, (path: string) => string>> = {
  docx: (path) =>
    textOf(partsOf(readFileSync(path), /^word\/(?:document|footnotes)\.xml$/), {
      paragraph: /<\/w:p>/g,
      blank: /<w:(?:tab|br)\b[^>]*\/>/g,
      hidden: /<w:(instrText|delText)\b[^>]*>[^<]*<\/w:\1>/g,
    }),
  odt: (path) =>
    textOf(partsOf(readFileSync(path), /^content\.xml$/), {
      paragraph: /<\/text:[ph]>/g,
      blank: /<text:(?:s|tab|line-break)\b[^>]*\/>/g,
      hidden: /<(svg:desc|svg:title)\b[^>]*>[^<]*<\/\1>/g,
    }),
  pptx: (path) =>
    textOf(partsOf(readFileSync(path), /^ppt\/slides\/slide\d+\.xml$/), {
      paragraph: /<\/a:p>/g,
      blank: /<a:br\b[^>]*\/>/g,
      hidden: /<p:cNvPr\b[^>]*>/g,
    }),
  odp: (path) =>
    textOf(partsOf(readFileSync(path), /^content\.xml$/), {
      paragraph: /<\/text:p>/g,
      blank: /<text:(?:s|tab|line-break)\b[^>]*\/>/g,
      hidden: /<(svg:desc|svg:title|presentation:notes|presentation:footer-decl)\b[^>]*>.*?<\/\1>/g,
    }),
  html: (path) =>
    textOf(readFileSync(path, 'utf8'), {
      paragraph: /<\/?(?:p|li|h\d|td|th|dt|dd|div|section|caption|figcaption|tr)\b[^>]*>/g,
      blank: /<br\b[^>]*>/g,
      hidden: /<(style|title|svg)\b[^>]*>[\s\S]*?<\/\1>/g,
    }),
  pdf: (path) =>
    execFileSync('pdftotext', ['-raw', '-enc', 'UTF-8', path, '-'], { encoding: 'utf8' }),
};

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Whether a PDF can be both made and read here: an Electron, the program built, a reader. */
const hasPdf =
  (process.env['RAPPORTEUR_ELECTRON'] ?? '') !== '' &&
  existsSync(join(projectRoot, 'dist/main/main.js')) &&
  has('pdftotext');

/** Text as it is compared, whatever the case; the lines of a PDF may be cut at a hyphen, which its reader drops. */
function comparable(text: string, format: DocumentFormatName): string {
  const folded = normaliseForFacts(text).toLocaleLowerCase('fr');
  return format === 'pdf' ? folded.replaceAll(/[\s-]/g, '') : folded;
}

describe('the example group, created and exported by the command line', () => {
  let home = '';
  const store = (): string => join(home, 'exemple.rapporteur');
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'rapporteur-seeds-'));
    const { code, stderr } = await cli(['create', '--store', store(), '--example'], { home });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  for (const report of reportNames) {
    for (const format of documentFormats) {
      it.runIf(format !== 'pdf' || hasPdf)(
        `says in the ${report} as ${format} all that the original says`,
        { timeout: 120_000 },
        async () => {
          const path = join(home, `${report}.${format}`);
          const args = ['export', report, '--store', store(), '--format', format, '--out', path];
          const { code, stderr } = await cli([...args, '--year', '2017'], { home });
          expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
          const text = comparable(readers[format](path), format);
          const missing = seedFacts[report].flatMap(({ section, facts }) =>
            facts
              .filter((fact) => !text.includes(comparable(fact, format)))
              .map((fact) => `${section}: ${fact}`),
          );
          expect(seedFacts[report].flatMap(({ facts }) => facts).length).toBeGreaterThan(20);
          expect(missing).toEqual([]);
        },
      );
    }
  }
});
