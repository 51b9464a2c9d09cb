import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Id } from '#domain/ids.ts';
import type { EntityName, RecordPatch } from '#domain/registry.ts';
import { entityOf } from '#domain/registry.ts';
import type { ChannelInput, ChannelOutput } from '#contract/channels.ts';
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
import type { BulkChange, BulkTarget } from './register-bulk.ts';
import { changeMany, removeMany } from './register-bulk.ts';
import { useQuery } from './use-query.ts';

type Sent = Pick<ListQuery, 'text' | 'filters' | 'sort' | 'at' | 'groupBy'>;
type Loose<T> = T extends readonly (infer E)[]
  ? readonly Loose<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> }
    : T;

/** What a list asks for: text, filters, order, day and groups. */
type Asked = Loose<Sent>;

type Selected =
  | { readonly ids: readonly string[] }
  | { readonly query: Asked; readonly except: readonly string[] };

interface ExportChoice {
  readonly format: SpreadsheetFormatName;
  readonly target: Selected | null;
  readonly withId: boolean;
}

type Page = Pick<ChannelInput<'records:previewMany'>, 'fate' | 'offset' | 'limit'>;

const sent = (register: RegisterName, { text, filters, sort, at, groupBy }: Asked) => ({
  register,
  text,
  filters: filters.map((filter) => ({
    ...filter,
    value: Array.isArray(filter.value) ? [...filter.value] : (filter.value as Cell), // no list, then
  })),
  sort: [...sort],
  at,
  groupBy,
});

/** What a list has selected, as channels take it. */
export function targetOf(register: RegisterName, selected: Selected): BulkTarget {
  return 'ids' in selected
    ? { ids: [...selected.ids] }
    : { query: sent(register, selected.query), except: [...selected.except] };
}

function portOf(register: RegisterName, table: EntityName, fileName: string) {
  // Fields come from the register's own columns, which name fields of this very table.
  const patch = (field: string, value: unknown) => ({ [field]: value }) as RecordPatch<EntityName>;
  return {
    fetchPage: (query: Asked, offset: number, limit: number, signal: AbortSignal) =>
      call('registers:list', { ...sent(register, query), offset, limit }, { signal }),
    fetchGroups: (
      query: Asked,
      groupBy: ChannelInput<'registers:groups'>['groupBy'],
      signal: AbortSignal,
    ) => call('registers:groups', { ...sent(register, query), groupBy }, { signal }),
    async update(id: string, field: string, value: Cell | readonly string[]) {
      await inWords(() => operations.update(table, id as Id<EntityName>, patch(field, value)));
    },
    preview: (
      selected: Selected,
      change: BulkChange,
      page: Page,
      signal: AbortSignal,
    ): Promise<ChannelOutput<'records:previewMany'>> =>
      inWords(() => {
        const target = targetOf(register, selected);
        return call(
          'records:previewMany',
          { table, target, changes: [change], ...page },
          { signal },
        );
      }),
    change: (selected: Selected, change: BulkChange, count: number): Promise<void> =>
      inWords(() => changeMany(table, targetOf(register, selected), change, count)),
    remove: (selected: Selected, count: number): Promise<void> =>
      inWords(() => removeMany(table, targetOf(register, selected), count)),
    exportRows: (
      query: Asked,
      columns: readonly string[],
      { format, target, withId }: ExportChoice,
    ) =>
      exportRegister(
        {
          ...sent(register, query),
          columns: [...columns],
          ids: target !== null && 'ids' in target ? [...target.ids] : null,
          except: target !== null && 'except' in target ? [...target.except] : [],
          withId,
        },
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
      labelsField: data.labelFields.includes(column.key) ? column.key : null,
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
