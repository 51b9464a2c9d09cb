import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';

import type { ImportPlan, ImportSpec } from '#contract/import.channels.ts';
import { AppError } from '#contract/errors.ts';
import { clipboardTable } from '#interop/import/clipboard.ts';
import type { ImportSource } from '#interop/import/byte-source.ts';
import type { TextOptions } from '#interop/import/csv-book.ts';
import type { SheetInfo } from '#interop/import/sheet.ts';
import type { SheetReader } from '#interop/import/spawn-reader.ts';
import { openReader } from '#interop/import/spawn-reader.ts';
import { listOperations, newestOperation } from '#journal/history.ts';
import type { OperationSummary } from '#journal/history.ts';

import type { StoreSession } from '../session.ts';
import type { ImportContext } from './context.ts';
import { guessColumns, suggest } from './guess.ts';
import { labelsOfHeader } from './headers.ts';
import { readMappingFile, rememberMapping, savedFrom, writeMappingFile } from './mappings.ts';
import type { Planned } from './plan.ts';
import { planImport } from './plan.ts';
import { obstaclesOf } from './obstacles.ts';
import { createPresenter } from './present.ts';
import { asAppError } from './refusals.ts';
import { exportRejected } from './rejected.ts';
import { runImport } from './run.ts';
import type { Staging } from './staging.ts';
import type { Imports, OpenRequest } from './surface.ts';
import { openStaging } from './staging.ts';
import { fileInWords, warningsInWords } from './words.ts';

interface Plan {
  readonly spec: ImportSpec;
  readonly planned: Planned;
  /** The last operation of the store when the plan was made. */
  readonly state: string | null;
}

interface OpenImport {
  readonly id: string;
  readonly owner: number;
  readonly reader: SheetReader;
  readonly fileName: string;
  readonly staging: Staging;
  readonly closing: AbortController;
  plan: Plan | null;
  /** The sheet that was last spoken of: a mapping is fitted to it. */
  sheet: number;
  /** The planning or writing under way: one at a time. */
  work: Promise<unknown>;
}

function sourceOf(
  request: OpenRequest,
  { translate }: ImportContext,
): { source: ImportSource; text: TextOptions; fileName: string } {
  const chosen: TextOptions = {
    ...(request.encoding === null || request.encoding === undefined
      ? {}
      : { encoding: request.encoding }),
    ...(request.separator === null ? {} : { separator: request.separator }),
  };
  if (request.source.kind === 'file') {
    const { path } = request.source;
    return { source: { kind: 'path', path }, text: chosen, fileName: basename(path) };
  }
  const { text, html } = request.source;
  const fileName = translate('imports:pasted');
  const table = clipboardTable({ text, html: html ?? '' }, fileName);
  return { source: table.source, text: { ...table.text, ...chosen }, fileName };
}

/** Each holds a process: a window that forgets to close its imports loses the oldest. */
const OPEN_AT_ONCE = 4;

/** Makes the keeper of the imports over one store. */
export function createImports(): Imports {
  const open = new Map<string, OpenImport>();

  function held(id: string, { owner }: Pick<ImportContext, 'owner'>): OpenImport {
    const found = open.get(id);
    if (found === undefined || found.owner !== owner) throw new AppError('import.notOpen');
    return found;
  }

  function sheetOf(one: OpenImport, sheet: number): SheetInfo {
    const found = one.reader.workbook.sheets[sheet];
    if (found === undefined) throw new AppError('import.unknownSheet', { sheet: sheet + 1 });
    return found;
  }

  function planOf(one: OpenImport): Plan {
    if (one.plan === null) throw new AppError('import.notPlanned');
    return one.plan;
  }

  function labelsOf(one: OpenImport, spec: ImportSpec): readonly string[] {
    return labelsOfHeader(sheetOf(one, spec.sheet), spec.header);
  }

  /** After what is under way for the same import has ended. */
  async function inTurn<T>(one: OpenImport, work: () => Promise<T>): Promise<T> {
    const before = one.work;
    const mine = before.catch(() => undefined).then(work);
    one.work = mine;
    return mine;
  }

  function summary(one: OpenImport, { planned }: Plan, c: ImportContext): ImportPlan {
    return {
      rows: planned.rows,
      counts: one.staging.counts(),
      undecided: one.staging.undecided(),
      ready: one.staging.writeCount(),
      creates: [...planned.creates].map(([table, count]) => ({ table, count })),
      warnings: warningsInWords(planned.warnings, c.translate),
      obstacles: [],
    };
  }

  function presenter(one: OpenImport, db: StoreSession['reader'], c: ImportContext) {
    const { spec, planned } = planOf(one);
    const { language, translate } = c;
    return createPresenter({ db, spec, pending: planned.pending, language, translate });
  }

  async function close(one: OpenImport): Promise<void> {
    open.delete(one.id);
    one.closing.abort(new AppError('request.cancelled'));
    await one.work.catch(() => undefined);
    await one.reader.close();
    one.staging.close();
  }

  return {
    open: async (session, request, c) => {
      const { source, text, fileName } = sourceOf(request, c);
      const closing = new AbortController();
      try {
        const reader = await openReader(source, {
          spawn: c.spawnReader,
          text,
          signal: AbortSignal.any([c.signal, closing.signal]),
        });
        const older = [...open.values()].filter(({ owner }) => owner === c.owner);
        await Promise.all(older.slice(0, Math.max(0, older.length - OPEN_AT_ONCE + 1)).map(close));
        const id = randomUUID();
        const staging = openStaging(session.binding);
        const { owner } = c;
        const work = Promise.resolve();
        open.set(id, { id, owner, reader, fileName, staging, closing, plan: null, sheet: 0, work });
        return {
          ...fileInWords(reader.workbook, c.translate),
          importId: id,
          fileName,
          suggestion: suggest(reader.workbook, c.home, c.language),
        };
      } catch (error) {
        throw asAppError(error);
      }
    },
    guess: ({ importId, register, sheet, header, isFresh }, c) => {
      const one = held(importId, c);
      const info = sheetOf(one, sheet);
      one.sheet = sheet;
      const { language, translate, home } = c;
      return guessColumns({
        sheet: info,
        register,
        header: header === undefined ? linesOf(info) : header,
        language,
        translate,
        home,
        format: one.reader.workbook.format,
        isFresh,
      });
    },
    plan: (session, { importId, spec }, c) => {
      const one = held(importId, c);
      sheetOf(one, spec.sheet);
      one.sheet = spec.sheet;
      return inTurn(one, async () => {
        one.plan = null;
        one.staging.clear();
        const found = obstaclesOf(session.reader, spec, c.translate);
        if (found.length > 0) {
          return {
            rows: 0,
            counts: one.staging.counts(),
            undecided: 0,
            ready: 0,
            creates: [],
            warnings: [],
            obstacles: found,
          };
        }
        const state = newestOperation(session.reader);
        try {
          const planned = await planImport({
            db: session.reader,
            reader: one.reader,
            spec,
            staging: one.staging,
            language: c.language,
            signal: AbortSignal.any([c.signal, one.closing.signal]),
            onProgress: (done, total) => c.progress('rows', done, total),
          });
          one.plan = { spec, planned, state };
          return summary(one, one.plan, c);
        } catch (error) {
          one.staging.clear();
          throw asAppError(error);
        }
      });
    },
    rows: (session, { importId, fate, offset, limit }, c) => {
      const one = held(importId, c);
      const { present } = presenter(one, session.reader, c);
      const counts = one.staging.counts();
      const total =
        fate === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[fate];
      return { rows: one.staging.page(fate, offset, limit).map(present), total };
    },
    decide: ({ importId, rows, decision }, c) => {
      const one = held(importId, c);
      const plan = planOf(one);
      one.staging.decide(rows, decision);
      return summary(one, plan, c);
    },
    run: (session, { importId, mode }, c) => {
      const one = held(importId, c);
      return inTurn(one, async () => {
        const { spec, planned, state } = planOf(one);
        if (newestOperation(session.reader) !== state) throw new AppError('import.stale');
        const { staging } = one;
        const left = staging.leftCount();
        if (mode === 'all' && left > 0) throw new AppError('import.rowsRefused', { count: left });
        const total = staging.writeCount();
        if (total === 0) throw new AppError('import.nothingToDo');
        const { unchanged } = staging.counts();
        const result = await runImport({
          db: session.writer(),
          spec,
          staging,
          pending: planned.pending,
          language: c.language,
          author: c.author,
          fileName: one.fileName,
          total,
          signal: AbortSignal.any([c.signal, one.closing.signal]),
          onProgress: (done, all) => c.progress('rows', done, all),
        });
        rememberMapping(c.home, spec, labelsOf(one, spec));
        return { ...result, unchanged, left };
      });
    },
    rejected: async (session, { importId, format, path }, c) => {
      const one = held(importId, c);
      const { spec } = planOf(one);
      const sheet = sheetOf(one, spec.sheet);
      const rows = await exportRejected({
        path,
        format,
        staging: one.staging,
        labels: labelsOf(one, spec),
        columns: sheet.columnCount,
        reason: presenter(one, session.reader, c).reason,
        translate: c.translate,
        language: c.language,
        author: c.author,
        signal: c.signal,
      });
      return { rows };
    },
    saveMapping: ({ importId, spec, path }, c) => {
      const one = held(importId, c);
      writeMappingFile(path, savedFrom(spec, labelsOf(one, spec)));
    },
    loadMapping: ({ importId, path }, c) => {
      const one = held(importId, c);
      const saved = readMappingFile(path);
      const { language, translate, home } = c;
      const sheet = sheetOf(one, one.sheet);
      return guessColumns({
        sheet,
        register: saved.register,
        header: linesOf(sheet),
        language,
        translate,
        home,
        format: one.reader.workbook.format,
        isFresh: false,
        saved,
      });
    },
    close: async (importId, owner) => {
      const one = open.get(importId);
      if (one !== undefined && one.owner === owner) await close(one);
    },
    closeOwner: async (owner) => {
      await Promise.all([...open.values()].filter((one) => one.owner === owner).map(close));
    },
    closeAll: async () => {
      await Promise.all([...open.values()].map(close));
    },
  };
}

function linesOf({ header }: SheetInfo): ImportSpec['header'] {
  return header === null ? null : { firstRow: header.firstRow, lastRow: header.lastRow };
}

/** Imports made so far, latest first. */
export function importHistory(
  session: StoreSession,
  page: { readonly offset: number; readonly limit: number },
): OperationSummary[] {
  return listOperations(session.reader, { ...page, kind: 'import' });
}
