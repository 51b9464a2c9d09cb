import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#domain/ids.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type {
  Cell,
  ColumnInfo,
  ListQuery,
  RegisterName,
  SpreadsheetFormatName,
} from '#contract/schemas.ts';
import { call } from '#api/client.ts';

import { exportRegister } from './exports.store.ts';
import { operations } from './operations.ts';
import { inWords } from './refusal.ts';
import { useQuery } from './use-query.ts';

type Sent = Pick<ListQuery, 'text' | 'filters' | 'sort' | 'at'>;

/** What a list asks for: text, filters, order and day. */
type Asked = { readonly [K in keyof Sent]: Sent[K] extends (infer T)[] ? readonly T[] : Sent[K] };

const sent = (register: RegisterName, { text, filters, sort, at }: Asked) => ({
  register,
  text,
  filters: [...filters],
  sort: [...sort],
  at,
});

function portOf(register: RegisterName, table: EntityName, fileName: string) {
  // Fields come from the register's own columns, which name fields of this very table.
  const patch = (field: string, value: unknown) => ({ [field]: value }) as RecordPatch<EntityName>;
  return {
    fetchPage: (query: Asked, offset: number, limit: number, signal: AbortSignal) =>
      call('registers:list', { ...sent(register, query), offset, limit }, { signal }),
    async update(id: string, field: string, value: Cell) {
      await inWords(() => operations.update(table, id as Id<EntityName>, patch(field, value)));
    },
    async updateMany(ids: readonly string[], field: string, value: Cell) {
      await inWords(() =>
        operations.updateMany(table, ids as Id<EntityName>[], patch(field, value)),
      );
    },
    async remove(ids: readonly string[]) {
      await inWords(() => operations.remove(table, ids));
    },
    exportRows: (query: Asked, columns: readonly string[], format: SpreadsheetFormatName) =>
      exportRegister(
        { ...sent(register, query), columns: [...columns] },
        format,
        `${fileName}.${format}`,
      ),
  };
}

/** A register as a list shows it: its columns in words, and how to read and change its rows. */
export function useRegister(register: RegisterName) {
  const { t, i18n } = useTranslation();
  const { data, error } = useQuery('registers:columns', { register });
  const table = data?.table;
  const key = JSON.stringify(data);
  const at = useMemo(() => {
    if (data === undefined || table === undefined) return null;
    const { fields } = entityOf(table);
    const word = (column: ColumnInfo) => ({
      key: column.key,
      kind: column.kind,
      label: t(`registers:columns.${column.key}`),
      choices: column.choices.map((value) => ({
        value,
        label: t(`vocabulary:choice.${column.vocabulary ?? ''}.${value}`),
      })),
      field: column.field,
      isOptional: column.field === null || fields[column.field]?.isOptional === true,
      isSortable: column.isSortable,
    });
    return {
      columns: data.columns.map(word),
      hasDates: data.hasDates,
      port: portOf(register, table, t(`registers:${register}.name`)),
    };
    // The key says all there is in the answer; the language changes the words.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, register, t, i18n.language]);
  return { at, error };
}
