import { changeMany, previewMany, removeMany } from '#services/bulk.ts';
import { listViews, saveView } from '#services/views.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'views:list'
  | 'views:save'
  | 'records:previewMany'
  | 'records:updateMany'
  | 'records:removeMany';

/** Saved arrangements of lists, and what is done to many of their rows together. */
export const viewHandlers: StoreHandlers<Channels> = {
  'views:list': ({ reader }, { register }) => listViews(reader, register),
  'views:save': (session, request, by) => {
    const { value, operationId } = saveView(session, by, request);
    return { id: value, operationId };
  },
  'records:previewMany': (session, request, by) => previewMany(session, request, by),
  'records:updateMany': (session, request, by) => changeMany(session, request, by),
  'records:removeMany': async (session, request, by) => {
    const { operationId, removed } = await removeMany(session, request, by);
    return { operationId, removed: [...removed].map(([table, count]) => ({ table, count })) };
  },
};
