import { handOver } from '#services/mandates.ts';

import type { StoreHandlers } from './handler-context.ts';

export const mandateHandlers: StoreHandlers<'mandates:handOver'> = {
  'mandates:handOver': (session, request, by) => {
    const { value, operationId } = handOver(session, by, request);
    return { id: value, operationId };
  },
};
