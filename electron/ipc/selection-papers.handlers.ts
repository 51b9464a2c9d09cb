import type { ChannelName } from '#contract/channels.ts';
import { makeLetters } from '#services/selection-papers/make-letters.ts';
import { exportSelectionPaper } from '#services/selection-papers/papers.ts';
import { lettersView, previewLetter } from '#services/selection-papers/views.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `selectionPapers:${string}`>;

export const selectionPaperHandlers: StoreHandlers<Channels> = {
  'selectionPapers:letters': ({ reader }, request, context) =>
    lettersView(reader, request, context),
  'selectionPapers:preview': ({ reader }, request, context) =>
    previewLetter(reader, request, context),
  'selectionPapers:makeLetters': async (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal, progress } = context;
    const path = context.resolveGrant(grant);
    const onProgress = (done: number, total: number): void => progress('letters', done, total);
    const work = { language, translate, printPdf, signal, onProgress };
    const { value, operationId } = await makeLetters(session, path, context, request, work);
    const { made, leftOut, withoutAddress } = value;
    return { operationId, made, leftOut: [...leftOut], withoutAddress: [...withoutAddress] };
  },
  'selectionPapers:export': (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const options = { language, translate, printPdf, signal };
    return exportSelectionPaper(session, path, { ...request, ...options });
  },
};
