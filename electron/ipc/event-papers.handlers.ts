import type { ChannelName } from '#contract/channels.ts';
import { eventPapersOverview } from '#services/event-papers/overview.ts';
import { exportEventPaper } from '#services/event-papers/papers.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `eventPapers:${string}`>;

export const eventPaperHandlers: StoreHandlers<Channels> = {
  'eventPapers:overview': ({ reader }, request) => eventPapersOverview(reader, request),
  'eventPapers:export': (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const options = { language, translate, printPdf, signal };
    return exportEventPaper(session, path, { ...request, ...options });
  },
};
