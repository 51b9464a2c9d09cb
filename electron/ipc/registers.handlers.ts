import { findRecords } from '#services/search.ts';
import {
  exportRegister,
  registerColumns,
  registerGroups,
  registerPage,
} from '#services/registers.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'registers:columns'
  | 'registers:list'
  | 'registers:groups'
  | 'registers:export'
  | 'search:find';

export const registerHandlers: StoreHandlers<Channels> = {
  'registers:columns': (_session, { register }) => registerColumns(register),
  'registers:list': ({ reader }, { register, ...query }) => registerPage(reader, register, query),
  'registers:groups': ({ reader }, { register, groupBy, ...query }) =>
    registerGroups(reader, register, query, groupBy),
  'registers:export': async (session, request, context) => {
    const { register, columns, format, grant, ids, except, withId, ...query } = request;
    const { rows, warnings } = await exportRegister(
      session,
      context.resolveGrant(grant),
      {
        register,
        columns,
        format,
        query: { ...query, only: ids === null ? { except } : { ids } },
        withId,
        language: context.language,
        author: context.author,
        translate: context.translate,
      },
      {
        signal: context.signal,
        onProgress: ({ rows: done, total }) => context.progress('rows', done, total),
      },
    );
    return { rows, warnings: warnings.map((warning) => warning.code) };
  },
  'search:find': ({ reader }, { text, limit }) => findRecords(reader, text, limit),
};
