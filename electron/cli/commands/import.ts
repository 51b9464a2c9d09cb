import { extname } from 'node:path';

import type { ImportFile, ImportRegisterName, ImportRow } from '#contract/import.channels.ts';
import { fates } from '#contract/import.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { SpreadsheetFormatName } from '#contract/schemas.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import type { ImportContext } from '#services/import/context.ts';
import type { Imports, OpenRequest, RunOutcome } from '#services/import/surface.ts';
import { createImports } from '#services/import/imports.ts';
import { nodeReaders } from '#services/readers.ts';
import type { StoreSession } from '#services/session.ts';

import type { CliOutcome, CliRequest, Command } from '../command.ts';
import { checkedImportRegister } from '../check-values.ts';
import type { WorkedOut } from '../import-summary.ts';
import { importSummary } from '../import-summary.ts';
import { assertNoStore } from '../output-file.ts';
import { reading, writing } from '../store.ts';
import { UsageError } from '../usage-error.ts';

const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'macintosh',
] as const;
const separators = { semicolon: ';', comma: ',', tab: '\t', bar: '|' } as const;
/** Refused rows that are told of one by one. */
const MOST_PROBLEMS = 1000;
const PAGE = 200;

function oneOf<T extends string>(
  { value }: CliRequest,
  option: 'encoding' | 'separator',
  known: readonly T[],
): T | null {
  const given = value(option);
  const found = known.find((one) => one === given?.toLowerCase());
  if (given !== null && found === undefined) {
    const key = option === 'encoding' ? 'unknownEncoding' : 'unknownSeparator';
    throw new UsageError(key, { name: given, known: known.join(', ') });
  }
  return found ?? null;
}

function checkedRejected(request: CliRequest): {
  readonly path: string;
  readonly format: SpreadsheetFormatName;
} | null {
  const given = request.value('rejected');
  if (given === null) return null;
  const path = request.path(given);
  const extension = extname(path).slice(1).toLowerCase();
  const format = spreadsheetFormats.find((known) => known === extension);
  if (format === undefined) {
    const known = spreadsheetFormats.join(', ');
    throw new UsageError('unknownFormat', { name: '--rejected', format: extension, known });
  }
  assertNoStore(path, request);
  return { path, format };
}

/** The sheet named, or else the one that fits best. @throws UsageError */
function sheetOf({ value }: CliRequest, file: ImportFile, register: ImportRegisterName): number {
  const { sheets, suggestion } = file;
  const wanted = value('sheet');
  if (wanted !== null) {
    const folded = wanted.toLocaleLowerCase();
    const found = sheets.find(({ name }) => name.toLocaleLowerCase() === folded);
    if (found !== undefined) return found.index;
    const known = sheets.map(({ name }) => name).join(', ');
    throw new UsageError('unknownSheet', { name: wanted, known });
  }
  if (suggestion?.register === register) return suggestion.sheet;
  const shown = sheets.filter(({ isHidden, rowCount }) => !isHidden && rowCount > 0);
  return shown[0]?.index ?? suggestion?.sheet ?? 0;
}

function leftRows(
  imports: Imports,
  session: StoreSession,
  importId: string,
  context: ImportContext,
): ImportRow[] {
  const found: ImportRow[] = [];
  for (const fate of ['error', 'duplicate'] as const) {
    for (let offset = 0; found.length < MOST_PROBLEMS; offset += PAGE) {
      const page = { importId, fate, offset, limit: PAGE };
      const { rows } = imports.rows(session, page, context);
      found.push(...rows.filter(({ decision }) => decision === null));
      if (rows.length < PAGE) break;
    }
  }
  return found.toSorted((a, b) => a.row - b.row).slice(0, MOST_PROBLEMS);
}

async function workOut(
  imports: Imports,
  session: StoreSession,
  request: CliRequest,
  context: ImportContext,
): Promise<WorkedOut> {
  const register = checkedImportRegister(request);
  const separator = oneOf(request, 'separator', ['semicolon', 'comma', 'tab', 'bar']);
  const opening: OpenRequest = {
    source: { kind: 'file', path: request.path(request.argument('file')) },
    encoding: oneOf(request, 'encoding', encodings),
    separator: separator === null ? null : separators[separator],
  };
  const file = await imports.open(session, opening, context);
  const { importId } = file;
  const sheet = sheetOf(request, file, register);
  const guessed = imports.guess({ importId, register, sheet, isFresh: false }, context);
  const mapping = request.value('mapping');
  const guess =
    mapping === null
      ? guessed
      : imports.loadMapping({ importId, path: request.path(mapping) }, context);
  if (guess.spec.register !== register) {
    throw new UsageError('mappingOf', { register: guess.spec.register });
  }
  const { spec } = guess;
  const plan = await imports.plan(session, { importId, spec }, context);
  if (plan.obstacles.length > 0) {
    throw new AppError('import.obstacles', { obstacles: plan.obstacles.join(' ') });
  }
  return { file, guess, spec, plan, left: leftRows(imports, session, importId, context) };
}

/** False when it is only tried, nothing is new, or all was wanted and not all can be had. */
function isToBeWritten({ isSet }: CliRequest, { plan: { counts, undecided } }: WorkedOut): boolean {
  if (isSet('dry-run') || counts.new + counts.update === 0) return false;
  return !isSet('all-or-nothing') || counts.error + undecided === 0;
}

function outcomeOf(
  request: CliRequest,
  worked: WorkedOut,
  result: RunOutcome | null,
  rejected: string | null,
): CliOutcome {
  const { file, guess, spec, plan, left } = worked;
  const sheet = file.sheets[spec.sheet]?.name ?? '';
  const { text, complaint } = importSummary(request, worked, result, rejected);
  return {
    text,
    ...(complaint === null ? {} : { complaint }),
    json: {
      register: spec.register,
      file: file.fileName,
      format: file.format,
      dialect: file.dialect,
      sheet,
      columns: guess.columns.map(({ letter, label, key }) => ({ column: letter, label, key })),
      rows: plan.rows,
      counts: Object.fromEntries(fates.map((fate) => [fate, plan.counts[fate]])),
      undecided: plan.undecided,
      creates: plan.creates,
      warnings: [...file.warnings, ...plan.warnings],
      left: left.map(({ row, fate, label, problems, candidates, sameAsRow }) => ({
        row,
        fate,
        label,
        problems: problems.map(({ cell, message }) => ({ cell, message })),
        resembles: candidates.map(({ id, label: name }) => ({ id, label: name })),
        sameAsRow,
      })),
      isDryRun: request.isSet('dry-run'),
      result,
      rejected,
    },
  };
}

export const importFile: Command = {
  arguments: ['register', 'file'],
  required: ['store'],
  optional: ['mapping', 'sheet', 'dry-run', 'all-or-nothing', 'rejected', 'encoding', 'separator'],
  run: async (request) => {
    checkedImportRegister(request);
    const rejected = checkedRejected(request);
    const { io, home, author, words } = request;
    const imports = createImports();
    const context: ImportContext = {
      language: words.language,
      author,
      translate: words.t,
      signal: new AbortController().signal,
      progress: () => undefined,
      spawnReader: io.spawnReader ?? nodeReaders(),
      home,
      owner: 0,
    };
    try {
      // The store is opened for writing only once something is to be written.
      const [worked, rejectedPath] = await reading(request, async (session) => {
        const found = await workOut(imports, session, request, context);
        if (rejected === null || found.left.length === 0) return [found, null];
        const { importId } = found.file;
        await imports.rejected(session, { importId, ...rejected }, context);
        return [found, rejected.path];
      });
      const { importId } = worked.file;
      const mode = request.isSet('all-or-nothing') ? 'all' : 'valid';
      const result = isToBeWritten(request, worked)
        ? await writing(request, (session) => imports.run(session, { importId, mode }, context))
        : null;
      return outcomeOf(request, worked, result, rejectedPath);
    } finally {
      await imports.closeAll();
    }
  },
};
