import { setImmediate } from 'node:timers/promises';

import type { ImportSpec } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { columnDateOrder } from '#interop/convert/dates.ts';
import type { ConvertOptions } from '#interop/convert/targets.ts';
import { foldText } from '#sql/fold.ts';
import type { ImportWarning, Row, SheetInfo } from '#interop/import/sheet.ts';
import { cellText } from '#interop/import/sheet.ts';
import type { SheetReader } from '#interop/import/spawn-reader.ts';
import { countRecords, labelsOf } from '#repositories/records.repo.ts';
import type { DuplicateFinder, DuplicateTable } from '#services/duplicates/finder.ts';
import { createDuplicateFinder } from '#services/duplicates/finder.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { FillColumn } from './columns.ts';
import { fillColumns } from './columns.ts';
import { createDefaults } from './defaults.ts';
import { importDefinitions } from './definitions.ts';
import { differences } from './differences.ts';
import { createEnrich } from './enrich.ts';
import { labelsOfHeader } from './headers.ts';
import { createIdentityIndex } from './identity.ts';
import { createMatcher } from './match.ts';
import { createNames } from './names.ts';
import type { RowDraft } from './read-row.ts';
import { createRowReader } from './read-row.ts';
import { createReferences } from './references.ts';
import { createSettler } from './settle.ts';
import { createSides } from './sides.ts';
import type { SideRecord, StagedRow, Staging } from './staging.ts';
import { fieldConverters, importWords } from './targets.ts';

type Values = Readonly<Record<string, unknown>>;

const TURN_MS = 8;
const SLICE = 100;
const ACTORS: readonly DuplicateTable[] = ['organisation', 'person'];

export interface PlanOptions {
  readonly db: ReadableDb;
  readonly reader: SheetReader;
  readonly spec: ImportSpec;
  readonly staging: Staging;
  readonly language: 'fr' | 'en';
  readonly signal: AbortSignal;
  /** Rows done, of an estimate. */
  readonly onProgress: (done: number, total: number | null) => void;
}

/** What was worked out, beside the rows themselves. */
export interface Planned {
  readonly rows: number;
  /** Actors that rows name and the store does not hold. */
  readonly pending: ReadonlyMap<string, SideRecord>;
  readonly creates: ReadonlyMap<EntityName, number>;
  readonly warnings: readonly ImportWarning[];
}

export function convertOptions(language: 'fr' | 'en'): ConvertOptions {
  return { language, today: new Date().toLocaleDateString('sv-SE'), words: importWords };
}

function mappedColumns(spec: ImportSpec): Map<string, { fill: FillColumn; column: number | null }> {
  const columns = new Map(fillColumns(spec.register).map((fill) => [fill.key, fill]));
  const mapped = new Map<string, { fill: FillColumn; column: number | null }>();
  for (const [key, column] of [
    ...spec.mapping.map(({ key, column }) => [key, column] as const),
    ...Object.keys(spec.fixed).map((key) => [key, null] as const),
  ]) {
    const fill = columns.get(key);
    if (fill !== undefined && !mapped.has(key)) mapped.set(key, { fill, column });
  }
  return mapped;
}

/** Columns of dates whose values can only have the month first. */
function monthFirstColumns(spec: ImportSpec, sheet: SheetInfo): ReadonlySet<number> {
  const columns = new Map(fillColumns(spec.register).map((fill) => [fill.key, fill]));
  const found = spec.mapping.filter(({ column, key }) => {
    if (columns.get(key)?.kind !== 'date') return false;
    const cells = sheet.preview.map((row) => row.cells[column] ?? null);
    return columnDateOrder(cells) === 'monthFirst';
  });
  return new Set(found.map(({ column }) => column));
}

/** True for a line that repeats the header further down. */
function repeatsHeader(row: Row, spec: ImportSpec, labels: readonly string[]): boolean {
  if (spec.mapping.length < 2) return false;
  return spec.mapping.every(({ column }) => {
    const label = labels[column] ?? '';
    return label !== '' && foldText(cellText(row.cells[column] ?? null)) === foldText(label);
  });
}

async function findersFor(
  db: ReadableDb,
  tables: ReadonlySet<EntityName>,
  signal: AbortSignal,
): Promise<Map<EntityName, DuplicateFinder>> {
  const finders = new Map<EntityName, DuplicateFinder>();
  for (const table of ACTORS) {
    if (!tables.has(table) || countRecords(db, table) === 0) continue;
    finders.set(table, await createDuplicateFinder(db, table, { signal }));
  }
  return finders;
}

/** Tables that the mapped columns speak of. */
function tablesOf(mapped: ReturnType<typeof mappedColumns>): Set<EntityName> {
  const tables = new Set<EntityName>();
  for (const { fill } of mapped.values()) {
    if (fill.fill.kind === 'reference') tables.add(fill.fill.target);
    if (fill.fill.kind === 'employer') tables.add('organisation');
  }
  return tables;
}

function ignored(draft: RowDraft, code: string): StagedRow {
  return {
    row: draft.row,
    fate: 'ignored',
    id: '',
    label: '',
    given: draft.given,
    common: [],
    filled: {},
    patch: null,
    sides: [],
    needs: [],
    problems: [],
    notes: [{ column: null, key: null, code, params: {} }],
    sameAsRow: null,
    candidates: [],
    raw: draft.cells,
  };
}

/** What an undecided row gets without being asked: a row that repeats another is left aside. */
const decisionOf = (row: StagedRow) =>
  row.fate === 'duplicate' && row.sameAsRow !== null ? { kind: 'skip' as const } : null;

/**
 * Reads the sheet and works out the fate of each row. Nothing of the store is written; other
 * requests are answered meanwhile. Rejects with ImportError, or with the signal's reason.
 */
export async function planImport(options: PlanOptions): Promise<Planned> {
  const { db, reader, spec, staging, language, signal, onProgress } = options;
  const sheet = reader.workbook.sheets[spec.sheet];
  const { table, identity } = importDefinitions[spec.register];
  const mapped = mappedColumns(spec);
  const convert = convertOptions(language);
  const labels = sheet === undefined ? [] : labelsOfHeader(sheet, spec.header);
  const monthFirst = sheet === undefined ? new Set<number>() : monthFirstColumns(spec, sheet);
  const named = tablesOf(mapped);
  const finders = await findersFor(db, new Set([...named, table]), signal);
  const names = createNames(db);
  const references = createReferences({ db, names, words: importWords, finders });
  const read = createRowReader({ spec, labels, convert, monthFirst, references });

  const converters = fieldConverters(spec, convert);
  const columnOf = new Map<string, { column: number | null; key: string }>();
  for (const [key, { fill, column }] of mapped) {
    const own = fill.fill;
    const field = own.kind === 'field' || own.kind === 'reference' ? own.field : key;
    columnOf.set(field, { column, key });
  }
  for (const [key, field] of [
    ['fullName', 'familyName'],
    ['body', 'subGroupId'],
  ] as const) {
    const { column } = mapped.get(key) ?? {};
    if (column !== undefined) columnOf.set(field, { column, key });
  }

  let chunk = new Map<number, Values>();
  const matcher = createMatcher({
    db,
    table,
    index: createIdentityIndex(db, table, identity),
    rowGiven: (row) => chunk.get(row) ?? staging.find(row)?.given ?? null,
    isSame: (stored, given) =>
      differences(stored, given, { table, converters, clearsEmpty: false }) === null,
  });
  const settle = createSettler({
    spec,
    converters,
    columnOf: (field) => columnOf.get(field) ?? { column: null, key: field },
    matcher,
    names,
    references,
    defaults: createDefaults(db, table),
    sides: createSides(
      db,
      (id) => references.pending.get(id)?.label ?? labelsOf(db, 'organisation', [id]).get(id) ?? '',
    ),
    finder: finders.get(table) ?? null,
    refersToItself: named.has(table),
    enrich: await createEnrich(table, new Set(columnOf.keys())),
  });

  const creates = new Map<EntityName, number>();
  const needed = new Set<string>();
  const count = (name: EntityName): void => void creates.set(name, (creates.get(name) ?? 0) + 1);
  let rows = 0;
  let warnings: readonly ImportWarning[] = [];
  let began = performance.now();

  async function turn(): Promise<void> {
    if (performance.now() - began < TURN_MS) return;
    await setImmediate();
    signal.throwIfAborted();
    began = performance.now();
  }

  /** A few rows at a time: what is made of them is gone before the next ones come. */
  async function settleSlice(slice: readonly Row[]): Promise<number> {
    const drafts = slice.map((row) => read(row));
    await turn();
    const readable = drafts.filter(({ problems, isBlank }) => problems.length === 0 && !isBlank);
    matcher.expect(
      readable.map(({ given }) => given),
      readable.flatMap(({ id }) => id ?? []),
    );
    chunk = new Map(drafts.map((draft) => [draft.row, draft.given]));
    const staged: StagedRow[] = [];
    for (const [at, draft] of drafts.entries()) {
      const row = slice[at];
      if (row === undefined) continue;
      const reason = reasonToIgnore(row, draft);
      const settled = reason === null ? settle(draft) : ignored(draft, reason);
      staged.push(settled);
      if (settled.fate === 'new' || settled.fate === 'update') {
        for (const side of settled.sides) if (side.isPatch !== true) count(side.table);
        for (const id of settled.needs) needed.add(id);
      }
      await turn();
    }
    staging.add(staged, decisionOf);
    return staged.length;
  }

  function reasonToIgnore(row: Row, { isBlank }: RowDraft): string | null {
    if (isBlank) return 'imports:ignored.blank';
    if (row.role === 'totals') return 'imports:ignored.totals';
    return repeatsHeader(row, spec, labels) ? 'imports:ignored.header' : null;
  }

  for await (const group of reader.readSheet(spec.sheet, {
    header: spec.header,
    onProgress: ({ rows: done }) => onProgress(done, sheet?.rowCount ?? null),
    onDone: (summary) => {
      ({ warnings } = summary);
    },
  })) {
    signal.throwIfAborted();
    began = performance.now();
    const wanted = group.filter(({ role }) => role === 'data' || role === 'totals');
    for (let at = 0; at < wanted.length; at += SLICE) {
      rows += await settleSlice(wanted.slice(at, at + SLICE));
    }
  }
  for (const id of needed) {
    const record = references.pending.get(id);
    if (record !== undefined) count(record.table);
  }
  return { rows, pending: references.pending, creates, warnings };
}
