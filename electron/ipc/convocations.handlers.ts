import { exportCalendar } from '#services/convocation/calendar.ts';
import { draftMessage } from '#services/convocation/draft.ts';
import { listRecipients } from '#services/convocation/recipients.ts';
import { draftReminder } from '#services/convocation/remind.ts';
import { styledHtml } from '#services/house-style/write.ts';
import { buildPaper, exportPaper, paperStyle } from '#services/meeting-documents.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'convocations:recipients'
  | 'convocations:draft'
  | 'convocations:remind'
  | 'calendar:export'
  | 'meetingDocuments:preview'
  | 'meetingDocuments:export';

export const convocationHandlers: StoreHandlers<Channels> = {
  'convocations:recipients': ({ reader }, request) => listRecipients(reader, request),
  'convocations:draft': async (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const options = { language, translate, printPdf, signal };
    const { value, operationId } = await draftMessage(session, path, context, request, options);
    return { ...value, operationId };
  },
  'convocations:remind': async (session, { grant, ...request }, context) => {
    const { language, translate, signal } = context;
    const path = context.resolveGrant(grant);
    const options = { language, translate, signal };
    const { value, operationId } = await draftReminder(session, path, context, request, options);
    return { ...value, operationId };
  },
  'calendar:export': async (session, { grant, ...request }, context) => {
    const path = context.resolveGrant(grant);
    const { translate } = context;
    return { entries: await exportCalendar(session, path, { ...request, translate }) };
  },
  'meetingDocuments:preview': async ({ reader, path }, request, { language, translate }) => {
    const model = buildPaper(reader, { ...request, language, translate });
    const html = styledHtml(model, await paperStyle({ db: reader, path }, request.paper));
    return { html, title: model.meta.title };
  },
  'meetingDocuments:export': async (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const options = { language, translate, printPdf, signal };
    return { bytes: await exportPaper(session, path, { ...request, ...options }) };
  },
};
