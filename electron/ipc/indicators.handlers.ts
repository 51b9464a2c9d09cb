import { frameOf } from '#services/indicators/frame.ts';
import { countedRecords, indicatorsOn } from '#services/indicators/list.ts';
import { createIndicator, orderSteering, saveMeasurement } from '#services/indicators/write.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'indicators:list'
  | 'indicators:counted'
  | 'indicators:create'
  | 'indicators:saveMeasurement'
  | 'indicators:frame'
  | 'indicators:order';

export const indicatorHandlers: StoreHandlers<Channels> = {
  'indicators:list': ({ reader }, request) => indicatorsOn(reader, request),
  'indicators:counted': ({ reader }, request) => countedRecords(reader, request),
  'indicators:create': (session, request, context) => {
    const { value: id, operationId } = createIndicator(session, context, request);
    return { id, operationId };
  },
  'indicators:saveMeasurement': (session, request, context) => {
    const { value: id, operationId } = saveMeasurement(session, context, request);
    return { id, operationId };
  },
  'indicators:frame': ({ reader }, { groupId }) => frameOf(reader, groupId),
  'indicators:order': (session, request, context) => {
    const { operationId } = orderSteering(session, context, request);
    return { operationId };
  },
};
