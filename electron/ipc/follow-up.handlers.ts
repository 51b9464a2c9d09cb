import type { ChannelName } from '#contract/channels.ts';
import { draftReminders } from '#services/convocation/remind.ts';
import {
  followUp,
  followUpChoices,
  reminders,
  sentReminders,
  setActionStatus,
  setDecisionStatus,
} from '#services/meetings/follow-up.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `followUp:${string}`>;

export const followUpHandlers: StoreHandlers<Channels> = {
  'followUp:list': ({ reader }, request) => followUp(reader, request),
  'followUp:choices': ({ reader }, _request, by) => followUpChoices(reader, by),
  'followUp:setStatus': (session, request, by) => ({
    operationId: setActionStatus(session, by, request).operationId,
  }),
  'followUp:setDecisionStatus': (session, request, by) => ({
    operationId: setDecisionStatus(session, by, request).operationId,
  }),
  'followUp:remind': ({ reader }, request) => reminders(reader, request),
  'followUp:remindAll': async (session, { grant, ...request }, context) => {
    const { language, translate, signal } = context;
    const path = context.resolveGrant(grant);
    const options = { language, translate, signal };
    const { value, operationId } = await draftReminders(session, path, context, request, options);
    return { ...value, operationId };
  },
  'followUp:sent': ({ reader }, { limit }) => sentReminders(reader, limit),
};
