import type { ChannelName } from '#contract/channels.ts';
import { addFigure, createActivity, createAgreement } from '#services/activities/create.ts';
import {
  activitySheet,
  agreementSheet,
  groupValues,
  practiceSheet,
} from '#services/activities/sheets.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `activities:${string}`>;

const madeBy = ({ operationId, value }: { operationId: string | null; value: string }) => ({
  operationId,
  id: value,
});

export const activityHandlers: StoreHandlers<Channels> = {
  'activities:activity': ({ reader }, { id }) => activitySheet(reader, id),
  'activities:agreement': ({ reader }, { id }) => agreementSheet(reader, id),
  'activities:practice': ({ reader }, { id }) => practiceSheet(reader, id),
  'activities:values': ({ reader }, request) => groupValues(reader, request),
  'activities:create': (session, request, by) => madeBy(createActivity(session, by, request)),
  'activities:createAgreement': (session, request, by) =>
    madeBy(createAgreement(session, by, request)),
  'activities:addFigure': (session, request, by) => madeBy(addFigure(session, by, request)),
};
