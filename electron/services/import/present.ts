import type { ImportRow, ImportSpec } from '#contract/import.channels.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import { cellAddress, cellText } from '#interop/import/sheet.ts';
import type { TextKey, Translate } from '#platform/translate.ts';
import { labelsOf } from '#repositories/records.repo.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { FillColumn } from './columns.ts';
import { fillColumns } from './columns.ts';
import { importDefinitions } from './definitions.ts';
import { loadRecords } from './match.ts';
import type { CellRemark, DecidedRow, SideRecord } from './staging.ts';

type Values = Readonly<Record<string, unknown>>;

export interface PresentOptions {
  readonly db: ReadableDb;
  readonly spec: ImportSpec;
  readonly pending: ReadonlyMap<string, SideRecord>;
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

const NBSP = '\u00A0';

/** Puts planned rows into words, for the person who decides on them. */
export function createPresenter({ db, spec, pending, language, translate }: PresentOptions) {
  const { table } = importDefinitions[spec.register];
  const columns = new Map(fillColumns(spec.register).map((column) => [column.key, column]));
  const columnOfField = new Map<string, FillColumn>();
  for (const column of columns.values()) {
    if (column.fill.kind === 'field' || column.fill.kind === 'reference') {
      columnOfField.set(column.fill.field, column);
    }
  }
  const mapped = [...spec.mapping.map(({ key }) => key), ...Object.keys(spec.fixed)];
  const keys = [...new Set(mapped)].flatMap((key) => columns.get(key) ?? []);
  const dates = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    maximumFractionDigits: 12,
  });

  function nameOf(target: EntityName, id: string): string {
    return pending.get(id)?.label ?? labelsOf(db, target, [id]).get(id) ?? '';
  }

  /** A field's value as the program shows it. */
  function words(field: string, value: unknown): string {
    if (value === null || value === undefined) return '';
    const declared = entityOf(table).fields[field];
    if (Array.isArray(value)) return value.join(', ');
    if (typeof value === 'boolean') return translate(value ? 'registers:yes' : 'registers:no');
    if (typeof value === 'number') return numbers.format(value);
    if (typeof value !== 'string') return '';
    switch (declared?.kind) {
      case 'choice':
        return translate(`vocabulary:choice.${table}.${field}.${value}`);
      case 'date':
        return dates.format(new Date(`${value}T00:00:00Z`));
      case 'reference':
        return nameOf(declared.target as EntityName, value); // declared as a table's name
      default:
        return value;
    }
  }

  function raw(row: DecidedRow, key: string): string {
    const column = spec.mapping.find((mapping) => mapping.key === key)?.column;
    if (column === undefined) return spec.fixed[key] ?? '';
    return cellText(row.raw?.[column] ?? null);
  }

  function cellOf(row: DecidedRow, { key, fill }: FillColumn): string {
    if (row.fate === 'error' || row.fate === 'ignored') return raw(row, key);
    if (fill.kind === 'field' || fill.kind === 'reference') {
      return words(fill.field, row.given[fill.field]);
    }
    if (fill.kind === 'body') {
      const field = ['subGroupId', 'committeeId', 'workingGroupId'].find(
        (name) => typeof row.given[name] === 'string',
      );
      return field === undefined ? '' : words(field, row.given[field]);
    }
    if (fill.kind === 'fullName') {
      return [row.given['givenName'], row.given['familyName']].filter(Boolean).join(' ');
    }
    return row.raw === null ? sideOf(row, fill.kind) : raw(row, key);
  }

  function sideOf(row: DecidedRow, kind: FillColumn['fill']['kind']): string {
    const wanted = kind === 'segments' ? 'organisationSegment' : 'affiliation';
    return row.sides
      .filter((side) => side.table === wanted)
      .map(({ label }) => label)
      .join(', ');
  }

  function message({ code, params }: CellRemark): string {
    return translate(code as TextKey, params).trim(); // written as a text's key
  }

  function place(row: DecidedRow, column: number | null): string | null {
    return column === null ? null : cellAddress(column, row.row);
  }

  function headed(key: string | null, text: string): string {
    const column = key === null ? undefined : (columns.get(key) ?? columnOfField.get(key));
    return column === undefined ? text : `${translate(column.label)}${NBSP}: ${text}`;
  }

  function changesOf(row: DecidedRow): ImportRow['changes'] {
    if (row.patch === null) return [];
    const stored: Values = loadRecords(db, table, [row.id]).get(row.id) ?? {};
    return Object.entries(row.patch).map(([field, value]) => ({
      key: columnOfField.get(field)?.key ?? field,
      before: words(field, stored[field]),
      after: words(field, value),
    }));
  }

  function createsOf(row: DecidedRow): ImportRow['creates'] {
    const actors = row.needs.flatMap((id) => pending.get(id) ?? []);
    const sides = row.sides.filter(({ isPatch }) => isPatch !== true);
    return [...actors, ...sides].map(({ table: name, label }) => ({ table: name, label }));
  }

  /** One sentence that says why a row is left, for the file that gives it back. */
  function reason(row: DecidedRow): string {
    const problems = row.problems.map((remark) => headed(remark.key, message(remark)));
    if (problems.length > 0) return problems.join(' ');
    const [best] = row.candidates;
    const name = best === undefined ? '' : (nameRecord(db, table, best.id)?.label ?? '');
    return translate('imports:undecided', { name });
  }

  function present(row: DecidedRow): ImportRow {
    return {
      row: row.row,
      fate: row.fate,
      label: row.label,
      cells: keys.map((column) => ({ key: column.key, text: cellOf(row, column) })),
      target:
        row.fate === 'update' || row.fate === 'unchanged' ? nameRecord(db, table, row.id) : null,
      changes: changesOf(row),
      problems: row.problems.map((remark) => ({
        cell: place(row, remark.column),
        key: remark.key,
        message: message(remark),
      })),
      notes: row.notes.map((remark) => ({
        cell: place(row, remark.column),
        message: message(remark),
      })),
      creates: createsOf(row),
      sameAsRow: row.sameAsRow,
      candidates: row.candidates.flatMap(({ id, score, reasons }) => {
        const named = nameRecord(db, table, id);
        if (named === null) return [];
        const told = reasons.map((one) => translate(`duplicates:reason.${one}` as TextKey));
        return [{ ...named, score, reasons: told }];
      }),
      decision: row.decision,
    };
  }

  return { present, reason, message };
}
