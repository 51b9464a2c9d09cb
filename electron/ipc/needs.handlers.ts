import type { ChannelName } from '#contract/channels.ts';
import { buyersToAsk, needSheet, surveyCounts, surveysOf } from '#services/needs/counts.ts';
import type { NeedsFormsContext } from '#services/needs/forms.ts';
import { readNeedsForms, takeNeedsForms } from '#services/needs/forms.ts';
import { askBuyers, writeNeedsForm } from '#services/needs/write.ts';

import type { HandlerContext, StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `needs:${string}`>;

function formsContext({ signal, spawnReader, progress }: HandlerContext): NeedsFormsContext {
  return { signal, spawnReader, onProgress: (done, total) => progress('forms', done, total) };
}

export const needsHandlers: StoreHandlers<Channels> = {
  'needs:surveys': ({ reader }, { groupId }) => surveysOf(reader, groupId),
  'needs:counts': ({ reader }, { surveyId }) => surveyCounts(reader, surveyId),
  'needs:need': ({ reader }, { id }) => needSheet(reader, id),
  'needs:buyers': ({ reader }, request) => buyersToAsk(reader, request),
  'needs:writeForm': ({ reader }, { grant, ...request }, context) =>
    writeNeedsForm(reader, { ...request, path: context.resolveGrant(grant) }, context),
  'needs:askBuyers': (session, { grant, ...request }, context) => {
    const { author, language, translate, signal, progress, resolveGrant } = context;
    return askBuyers(
      session,
      { ...request, path: resolveGrant(grant) },
      {
        author,
        language,
        translate,
        signal,
        onProgress: (done, total) => progress('forms', done, total),
      },
    );
  },
  'needs:readForms': async (session, { grants, ...request }, context) => {
    const files = grants.map((grant) => ({ grant, path: context.resolveGrant(grant, 'import') }));
    return { files: await readNeedsForms(session, { ...request, files }, formsContext(context)) };
  },
  'needs:takeForms': async (session, { files, ...request }, context) => {
    const { author, resolveGrant } = context;
    const given = files.map(({ grant, sha256 }) => ({
      sha256,
      path: resolveGrant(grant, 'import'),
    }));
    const { operationId, value } = await takeNeedsForms(
      session,
      { ...request, files: given },
      { ...formsContext(context), author },
    );
    return { operationId, ...value };
  },
};
