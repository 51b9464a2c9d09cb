import type { ChannelName } from '#contract/channels.ts';
import {
  answerQuestion,
  contactLinks,
  createApplication,
  orderParts,
} from '#services/application-form/enter.ts';
import type { FormsContext } from '#services/application-form/forms.ts';
import { readForms, takeForms } from '#services/application-form/forms.ts';
import { writeApplicationForm } from '#services/application-form/write.ts';

import type { HandlerContext, StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `applicationForm:${string}`>;

function formsContext({ signal, spawnReader, progress }: HandlerContext): FormsContext {
  return { signal, spawnReader, onProgress: (done, total) => progress('forms', done, total) };
}

export const applicationFormHandlers: StoreHandlers<Channels> = {
  'applicationForm:create': (session, request, by) => {
    const { operationId, value } = createApplication(session, by, request);
    return { operationId, ...value };
  },
  'applicationForm:answer': (session, request, by) => {
    const { operationId, value } = answerQuestion(session, by, request);
    return { operationId, missing: value };
  },
  'applicationForm:contacts': ({ reader }, { applicationId }) =>
    contactLinks(reader, applicationId),
  'applicationForm:order': (session, request, by) => {
    const { operationId } = orderParts(session, by, request);
    return { operationId };
  },
  'applicationForm:write': ({ reader }, { grant, ...request }, context) =>
    writeApplicationForm(reader, { ...request, path: context.resolveGrant(grant) }, context),
  'applicationForm:read': async (session, { grants, ...request }, context) => {
    const files = grants.map((grant) => ({ grant, path: context.resolveGrant(grant, 'import') }));
    return { files: await readForms(session, { ...request, files }, formsContext(context)) };
  },
  'applicationForm:take': async (session, { files, ...request }, context) => {
    const { author, resolveGrant } = context;
    const given = files.map(({ grant, ...rest }) => ({
      ...rest,
      path: resolveGrant(grant, 'import'),
    }));
    const { operationId, value } = await takeForms(
      session,
      { ...request, files: given },
      { ...formsContext(context), author },
    );
    return {
      operationId,
      ids: value.map(({ id }) => id),
      incomplete: value.filter(({ missing }) => missing > 0).length,
    };
  },
};
