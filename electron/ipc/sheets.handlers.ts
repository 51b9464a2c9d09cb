import { dashboard } from '#services/dashboard.ts';
import { organisationSheet, personSheet, subGroupSheet } from '#services/sheets.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = 'actors:organisation' | 'actors:person' | 'subGroups:sheet' | 'dashboard:get';

export const sheetHandlers: StoreHandlers<Channels> = {
  'actors:organisation': ({ reader }, { id }) => {
    const sheet = organisationSheet(reader, id);
    return sheet === null ? null : { ...sheet, record: { ...sheet.record } };
  },
  'actors:person': ({ reader }, { id }) => {
    const sheet = personSheet(reader, id);
    return sheet === null ? null : { ...sheet, record: { ...sheet.record } };
  },
  'subGroups:sheet': ({ reader }, { id }) => {
    const sheet = subGroupSheet(reader, id);
    return sheet === null ? null : { ...sheet, record: { ...sheet.record } };
  },
  'dashboard:get': ({ reader }, { today }) => dashboard(reader, today),
};
