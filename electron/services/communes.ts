import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

import type { Commune, CommuneLine, FoundCommune } from './commune-index.ts';
import { CommuneIndex } from './commune-index.ts';

/** Lines read before other work gets its turn: a few thousandths of a second. */
const LINES_AT_A_TIME = 1500;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/**
 * The directory's lines. The file holds one commune a line, so that it is read piece by piece and the
 * store answers meanwhile; should it ever be laid out otherwise, it is read at one go.
 */
async function readLines(path: string): Promise<CommuneLine[]> {
  const text = await readFile(path, 'utf8');
  const pieces = text.split('\n');
  const isOneALine = pieces[0]?.trim() === '[' && /^\{.*\},?$/.test(pieces[1]?.trim() ?? '');
  if (!isOneALine) return JSON.parse(text) as CommuneLine[]; // the package's own published file
  const lines: CommuneLine[] = [];
  for (let start = 1; start < pieces.length; start += LINES_AT_A_TIME) {
    const some = pieces.slice(start, start + LINES_AT_A_TIME).map((piece) => piece.trim());
    const whole = some
      .filter((piece) => piece.startsWith('{'))
      .join('')
      .replace(/,$/, '');
    lines.push(...(JSON.parse(`[${whole}]`) as CommuneLine[])); // as above
    await pause();
  }
  return lines;
}

async function load(): Promise<CommuneIndex> {
  // Outside the bundle, beside the program: found the same way from sources, once built and in tests.
  const require = createRequire(import.meta.url);
  const path = require.resolve('@etalab/decoupage-administratif/data/communes.json');
  return CommuneIndex.build(await readLines(path), pause);
}

let loaded: Promise<CommuneIndex> | null = null;

/** The directory of communes, read when it is first asked for; a failed reading is tried again. */
export function communes(): Promise<CommuneIndex> {
  loaded ??= load().catch((error: unknown) => {
    loaded = null;
    throw error;
  });
  return loaded;
}

/** Communes by name, postal code or INSEE code; see `CommuneIndex.find`. */
export async function findCommunes(text: string, limit: number): Promise<FoundCommune[]> {
  return (await communes()).find(text, limit);
}

export async function getCommune(code: string): Promise<Commune | null> {
  return (await communes()).get(code);
}
