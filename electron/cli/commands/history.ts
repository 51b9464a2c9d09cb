import { AppError } from '#contract/errors.ts';
import { registerNames } from '#contract/schemas.ts';
import { isId } from '#domain/ids.ts';
import type { EntityName } from '#domain/registry.ts';
import { entityNames, entityOf, isEntityName } from '#domain/registry.ts';
import { wordsOfRichText } from '#domain/rich-text.ts';
import { nameRecord } from '#services/named.ts';
import { recordHistory } from '#services/records.ts';
import { registerColumns } from '#services/registers.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { CliRequest, Command } from '../command.ts';
import { reading } from '../store.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { dayText, instantText, numberText } from '../words.ts';

/** A kind of record, called by its own name or by its register's. */
function tableNamed(name: string): EntityName {
  if (isEntityName(name)) return name;
  const register = registerNames.find((known) => known === name);
  if (register !== undefined) return registerColumns(register).table;
  const known = [...registerNames, ...entityNames].join(', ');
  throw new UsageError('unknownTable', { name, known });
}

/** A column's value in words: choices and records named, dates as the language writes them. */
function valueText(
  db: ReadableDb,
  { words }: CliRequest,
  table: EntityName,
  field: string | null,
  value: unknown,
): string {
  if (value === null || value === undefined) return '';
  if (field === null) return '';
  const declaration = entityOf(table).fields[field];
  if (typeof value === 'boolean') return words.t(value ? 'cli:yes' : 'cli:no');
  if (typeof value === 'number') return numberText(value, words);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (field === 'deletedAt') return instantText(value, words);
  if (declaration?.kind === 'choice')
    return words.t(`vocabulary:choice.${table}.${field}.${value}`);
  if (declaration?.kind === 'date') return dayText(value, words);
  if (declaration?.kind === 'dateTime') return instantText(value, words);
  const target = declaration?.target;
  if (target !== undefined && isEntityName(target)) {
    return nameRecord(db, target, value)?.label ?? value;
  }
  return declaration?.isRich === true ? wordsOfRichText(value) : value;
}

function fieldText({ words }: CliRequest, table: EntityName, field: string | null): string {
  if (field === null) return '';
  return field === 'deletedAt'
    ? words.t('cli:column.deletedAt')
    : words.t(`vocabulary:field.${table}.${field}`);
}

function historyTable(
  db: ReadableDb,
  request: CliRequest,
  table: EntityName,
  entries: ReturnType<typeof recordHistory>,
): string {
  const { t, reason } = request.words;
  return textTable(
    [
      { label: t('cli:column.at') },
      { label: t('cli:column.author') },
      { label: t('cli:column.what'), width: 60 },
      { label: t('cli:column.field') },
      { label: t('cli:column.before') },
      { label: t('cli:column.after') },
      { label: t('cli:column.operation') },
    ],
    entries.map((entry) => [
      instantText(entry.at, request.words),
      entry.author,
      reason(entry.reason),
      fieldText(request, table, entry.field),
      valueText(db, request, table, entry.field, entry.before),
      valueText(db, request, table, entry.field, entry.after),
      entry.operationId,
    ]),
  );
}

/** Whether a record was made with the columns of this kind: put aside or not, it is then one of them. */
function isOf(table: EntityName, made: unknown): boolean {
  const { fieldNames } = entityOf(table);
  return Object.keys(Object(made)).every((field) => fieldNames.includes(field));
}

export const history: Command = {
  arguments: ['table', 'id'],
  required: ['store'],
  optional: [],
  run: (request) => {
    const table = tableNamed(request.argument('table'));
    const id = request.argument('id');
    if (!isId(id)) throw new UsageError('invalidId', { value: id });
    return reading(request, (session) => {
      const { reader } = session;
      const entries = recordHistory(session, id);
      const first = entries.find(({ field }) => field === null);
      if (first === undefined || !isOf(table, first.after)) {
        throw new AppError('record.notFound', { table, id });
      }
      const name = nameRecord(reader, table, id)?.label ?? id;
      const kind = request.words.t(`vocabulary:entity.${table}.one`);
      return {
        json: { table, id, entries },
        text: `${request.words.t('cli:historyOf', { kind, name })}\n\n${historyTable(reader, request, table, entries)}`,
      };
    });
  },
};
