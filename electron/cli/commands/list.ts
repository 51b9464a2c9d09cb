import type { ColumnInfo, ListRow, RegisterName } from '#contract/schemas.ts';
import { registerNames } from '#contract/schemas.ts';
import { registerColumns, registerPage } from '#services/registers.ts';
import type { StoreSession } from '#services/session.ts';

import { checkedDay } from '../check-values.ts';
import type { CliRequest, Command } from '../command.ts';
import { reading } from '../store.ts';
import { textTable } from '../text-table.ts';
import { UsageError } from '../usage-error.ts';
import { cellText, dayText, numberText } from '../words.ts';

const IDENTIFIER_WIDTH = 36;
const PAGE = 500;

function allRows({ reader }: StoreSession, name: RegisterName, at: string | null): ListRow[] {
  const rows: ListRow[] = [];
  for (;;) {
    const query = { text: '', filters: [], sort: [], at, offset: rows.length, limit: PAGE };
    const page = registerPage(reader, name, query);
    rows.push(...page.rows);
    if (page.rows.length < PAGE) return rows;
  }
}

function tableOf(
  columns: readonly ColumnInfo[],
  rows: readonly ListRow[],
  { words }: CliRequest,
): string {
  const headings = columns.map(({ key, kind }) => ({
    label: words.t(`registers:columns.${key}`),
    align: kind === 'integer' || kind === 'number' ? ('end' as const) : ('start' as const),
  }));
  const cells = rows.map((row) => [
    ...columns.map((column) => cellText(row.cells[column.key] ?? null, column, words)),
    row.id,
  ]);
  return textTable(
    [...headings, { label: words.t('cli:column.id'), width: IDENTIFIER_WIDTH }],
    cells,
  );
}

function titleOf(name: string, day: string | null, total: number, { words }: CliRequest): string {
  const params = { register: words.t(`registers:${name}.name`), total: numberText(total, words) };
  return day === null
    ? words.t('cli:listed', params)
    : words.t('cli:listedAt', { ...params, date: dayText(day, words) });
}

export const list: Command = {
  arguments: ['register'],
  required: ['store'],
  optional: ['at'],
  run: (request) => {
    const wanted = request.argument('register');
    const name = registerNames.find((known) => known === wanted);
    if (name === undefined) {
      throw new UsageError('unknownRegister', { name: wanted, known: registerNames.join(', ') });
    }
    const at = checkedDay(request, 'at');
    return reading(request, (session) => {
      const { columns } = registerColumns(name);
      const rows = allRows(session, name, at);
      const body =
        rows.length === 0 ? request.words.t('cli:nothingListed') : tableOf(columns, rows, request);
      return {
        json: {
          register: name,
          at,
          total: rows.length,
          columns: columns.map(({ key, kind }) => ({
            key,
            kind,
            label: request.words.t(`registers:columns.${key}`),
          })),
          rows: rows.map(({ id, cells }) => ({ id, ...cells })),
        },
        text: `${titleOf(name, at, rows.length, request)}\n\n${body}`,
      };
    });
  },
};
