import { yearCalendar } from '#services/year-calendar.ts';

import type { StoreHandlers } from './handler-context.ts';

export const calendarHandlers: StoreHandlers<'calendar:year'> = {
  'calendar:year': ({ reader }, request) => yearCalendar(reader, request),
};
