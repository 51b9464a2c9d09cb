import type { StoreHandlers } from './handler-context.ts';
import { journalHandlers } from './journal.handlers.ts';
import { mandateHandlers } from './mandates.handlers.ts';
import { recordHandlers } from './records.handlers.ts';
import { registerHandlers } from './registers.handlers.ts';
import { reportHandlers } from './reports.handlers.ts';
import { sheetHandlers } from './sheets.handlers.ts';
import { upkeepHandlers } from './upkeep.handlers.ts';

/** Who answers each channel of the store door. The type demands that none is missing. */
export const storeHandlers: StoreHandlers = {
  ...recordHandlers,
  ...registerHandlers,
  ...journalHandlers,
  ...mandateHandlers,
  ...sheetHandlers,
  ...reportHandlers,
  ...upkeepHandlers,
};
