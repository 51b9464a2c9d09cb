import { dashboard } from '#services/dashboard.ts';
import { subGroupSheet } from '#services/sheets.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = 'subGroups:sheet' | 'dashboard:get';

export const sheetHandlers: StoreHandlers<Channels> = {
  'subGroups:sheet': ({ reader }, { id }) => {
    const sheet = subGroupSheet(reader, id);
    return sheet === null ? null : { ...sheet, record: { ...sheet.record } };
  },
  'dashboard:get': ({ reader }, { today }) => dashboard(reader, today),
};
