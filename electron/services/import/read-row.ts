import type { ImportSpec } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { cellConverter } from '#interop/convert/convert-cell.ts';
import type { Converted, ConvertOptions } from '#interop/convert/targets.ts';
import { nameOrderOf, splitFullName } from '#interop/convert/full-name.ts';
import type { Cell, Row } from '#interop/import/sheet.ts';

import type { FillColumn } from './columns.ts';
import { fillColumns } from './columns.ts';
import { importDefinitions } from './definitions.ts';
import type { References } from './references.ts';
import type { CellRemark } from './staging.ts';
import { targetOf } from './targets.ts';

/** What one row says, before it is held against the store. */
export interface RowDraft {
  readonly row: number;
  readonly cells: readonly Cell[];
  /** The identifier that an exported row came with. */
  readonly id: string | null;
  /** By field; null where the sheet says that there is nothing. */
  readonly given: Record<string, unknown>;
  /** Fields that hold a value given for all rows: they never replace what a record says. */
  readonly common: Set<string>;
  readonly employer: string | null;
  readonly function: string | null;
  readonly segments: readonly string[];
  readonly needs: string[];
  readonly problems: CellRemark[];
  readonly notes: CellRemark[];
  readonly isBlank: boolean;
}

interface Reading {
  readonly column: number | null;
  readonly fill: FillColumn;
  readonly convert: (cell: Cell) => Converted;
  /** Order of the names in one cell, as the header tells it. */
  readonly order: 'givenFirst' | 'familyFirst' | undefined;
}

interface ReaderOptions {
  readonly spec: ImportSpec;
  readonly labels: readonly string[];
  readonly convert: ConvertOptions;
  /** Columns whose dates have the month first, as their values tell. */
  readonly monthFirst: ReadonlySet<number>;
  readonly references: References;
}

type Draft = { -readonly [K in keyof RowDraft]: RowDraft[K] };

/** Reads rows of a sheet as a register, by the mapping that was chosen. */
export function createRowReader({ spec, labels, convert, monthFirst, references }: ReaderOptions) {
  const columns = new Map(fillColumns(spec.register).map((column) => [column.key, column]));
  const { newOrganisationKind } = importDefinitions[spec.register];
  const readings: Reading[] = spec.mapping.flatMap(({ column, key }) => {
    const fill = columns.get(key);
    if (fill === undefined) return [];
    const target = targetOf(fill, monthFirst.has(column));
    const order = nameOrderOf(labels[column] ?? '', convert.words) ?? undefined;
    return [{ column, fill, convert: cellConverter(target, convert), order }];
  });
  const mapped = new Set(readings.map(({ fill }) => fill.key));
  const fixed: (Reading & { readonly cell: Cell })[] = Object.entries(spec.fixed).flatMap(
    ([key, cell]) => {
      const fill = columns.get(key);
      if (fill === undefined || mapped.has(key) || cell.trim() === '') return [];
      const read = cellConverter(targetOf(fill, false), convert);
      return [{ column: null, fill, convert: read, order: undefined, cell }];
    },
  );

  function refer(
    draft: Draft,
    reading: Reading,
    table: EntityName,
    text: string,
    assign: (id: string) => void,
  ): void {
    const found = references.find(table, text, {
      creates: spec.createsMissing,
      newOrganisationKind,
    });
    const { column, fill } = reading;
    if (found.remark !== null) {
      const remark = { column, key: fill.key, ...found.remark };
      (found.id === null ? draft.problems : draft.notes).push(remark);
    }
    if (found.isNew && found.id !== null) draft.needs.push(found.id);
    if (found.id !== null) assign(found.id);
  }

  function take(draft: Draft, reading: Reading, value: Exclude<Converted, { ok: false }>['value']) {
    const { fill } = reading.fill;
    const text = typeof value === 'string' ? value : null;
    switch (fill.kind) {
      case 'id':
        draft.id = text;
        return;
      case 'field':
        draft.given[fill.field] = value;
        return;
      case 'reference':
        if (text === null) draft.given[fill.field] = null;
        else refer(draft, reading, fill.target, text, (id) => (draft.given[fill.field] = id));
        return;
      case 'body':
        if (text !== null) takeBody(draft, reading, text);
        return;
      case 'fullName': {
        if (text === null) return;
        const name = splitFullName(text, convert.words, reading.order);
        draft.given['familyName'] ??= name.familyName;
        draft.given['givenName'] ??= name.givenName;
        if (name.civility !== null) draft.given['civility'] ??= name.civility;
        return;
      }
      case 'employer':
        if (text !== null) {
          refer(draft, reading, 'organisation', text, (id) => (draft.employer = id));
        }
        return;
      case 'function':
        draft.function = text;
        return;
      case 'segments': {
        const names = Array.isArray(value) ? value : [];
        const ids: string[] = [];
        for (const name of names) {
          refer(draft, reading, 'purchaseSegment', String(name), (id) => ids.push(id));
        }
        draft.segments = ids;
      }
    }
  }

  function takeBody(draft: Draft, { column, fill }: Reading, text: string): void {
    const body = references.body(text);
    if (body.remark === null) Object.assign(draft.given, body.values);
    else draft.problems.push({ column, key: fill.key, ...body.remark });
  }

  function read(draft: Draft, reading: Reading, cell: Cell): boolean {
    const converted = reading.convert(cell);
    const { column, fill } = reading;
    if (!converted.ok) {
      const { problem, params } = converted;
      draft.problems.push({ column, key: fill.key, code: `imports:problem.${problem}`, params });
      return true;
    }
    if (converted.note !== undefined) {
      const params = converted.noteParams ?? {};
      draft.notes.push({
        column,
        key: fill.key,
        code: `imports:note.${converted.note}`,
        params,
      });
    }
    const { value } = converted;
    const isNothing = value === null || (Array.isArray(value) && value.length === 0);
    if (isNothing && !spec.clearsEmpty) return false;
    take(draft, reading, value);
    return !isNothing;
  }

  return ({ number, cells }: Row): RowDraft => {
    const draft: Draft = {
      row: number,
      cells,
      id: null,
      given: {},
      common: new Set(),
      employer: null,
      function: null,
      segments: [],
      needs: [],
      problems: [],
      notes: [],
      isBlank: true,
    };
    for (const reading of readings) {
      const says = read(draft, reading, cells[reading.column ?? -1] ?? null);
      if (says) draft.isBlank = false;
    }
    if (draft.isBlank) return draft;
    for (const reading of fixed) {
      const { fill } = reading.fill;
      const isSaid = fill.kind === 'field' && (draft.given[fill.field] ?? null) !== null;
      if (isSaid) continue;
      const before = new Set(Object.keys(draft.given));
      read(draft, reading, reading.cell);
      for (const field of Object.keys(draft.given)) {
        if (!before.has(field)) draft.common.add(field);
      }
    }
    return draft;
  };
}
