import { activityHandlers } from './activities.handlers.ts';
import { actorHandlers } from './actors.handlers.ts';
import { applicationFormHandlers } from './application-form.handlers.ts';
import { calendarHandlers } from './calendar.handlers.ts';
import { chainHandlers } from './chain.handlers.ts';
import { committeeHandlers } from './committee.handlers.ts';
import { contactHandlers } from './contacts.handlers.ts';
import { deliverableHandlers } from './deliverables.handlers.ts';
import { convocationHandlers } from './convocations.handlers.ts';
import { duplicateHandlers } from './duplicates.handlers.ts';
import { followUpHandlers } from './follow-up.handlers.ts';
import { editionHandlers } from './editions.handlers.ts';
import { eventHandlers } from './events.handlers.ts';
import { eventPaperHandlers } from './event-papers.handlers.ts';
import type { StoreHandlers } from './handler-context.ts';
import { houseStyleHandlers } from './house-style.handlers.ts';
import { templateHandlers } from './templates.handlers.ts';
import { importHandlers } from './imports.handlers.ts';
import { indicatorHandlers } from './indicators.handlers.ts';
import { journalHandlers } from './journal.handlers.ts';
import { mandateHandlers } from './mandates.handlers.ts';
import { meetingHandlers } from './meetings.handlers.ts';
import { needsHandlers } from './needs.handlers.ts';
import { recordHandlers } from './records.handlers.ts';
import { registerHandlers } from './registers.handlers.ts';
import { reportHandlers } from './reports.handlers.ts';
import { selectionHandlers } from './selection.handlers.ts';
import { selectionPaperHandlers } from './selection-papers.handlers.ts';
import { sheetHandlers } from './sheets.handlers.ts';
import { steeringHandlers } from './steering.handlers.ts';
import { upkeepHandlers } from './upkeep.handlers.ts';
import { viewHandlers } from './views.handlers.ts';

/** Who answers each channel of the store door. The type demands that none is missing. */
export const storeHandlers: StoreHandlers = {
  ...recordHandlers,
  ...registerHandlers,
  ...journalHandlers,
  ...activityHandlers,
  ...actorHandlers,
  ...applicationFormHandlers,
  ...calendarHandlers,
  ...chainHandlers,
  ...committeeHandlers,
  ...contactHandlers,
  ...convocationHandlers,
  ...deliverableHandlers,
  ...duplicateHandlers,
  ...eventHandlers,
  ...eventPaperHandlers,
  ...followUpHandlers,
  ...houseStyleHandlers,
  ...templateHandlers,
  ...importHandlers,
  ...indicatorHandlers,
  ...mandateHandlers,
  ...meetingHandlers,
  ...needsHandlers,
  ...selectionHandlers,
  ...selectionPaperHandlers,
  ...sheetHandlers,
  ...reportHandlers,
  ...editionHandlers,
  ...steeringHandlers,
  ...upkeepHandlers,
  ...viewHandlers,
};
