import type { ChannelName } from '#contract/channels.ts';
import { candidatesOf } from '#services/steering/candidates.ts';
import { previewCarryOver } from '#services/steering/carry-plan.ts';
import { checklistOf } from '#services/steering/checklist.ts';
import { objectivesOfYear } from '#services/steering/objectives.ts';
import {
  addObjective,
  closeObjective,
  linkResult,
  moveObjective,
  orderObjectives,
  reopenObjective,
  splitObjective,
} from '#services/steering/write-objectives.ts';
import { carryOver, closeYear, openNextYear, reopenYear } from '#services/steering/year-end.ts';
import { steeredGroups } from '#services/steering/years.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `steering:${string}`>;

/** What a service says of the operation that it ran. */
interface Ran<T> {
  readonly operationId: string | null;
  readonly value: T;
}

const doneBy = ({ operationId }: Ran<unknown>) => ({ operationId });
const madeBy = ({ operationId, value }: Ran<number>) => ({ operationId, made: value });

export const steeringHandlers: StoreHandlers<Channels> = {
  'steering:groups': ({ reader }) => steeredGroups(reader),
  'steering:objectives': ({ reader }, request) => objectivesOfYear(reader, request),
  'steering:checklist': ({ reader }, request) => checklistOf(reader, request),
  'steering:candidates': ({ reader }, request) => candidatesOf(reader, request),
  'steering:previewCarryOver': ({ reader }, request) => previewCarryOver(reader, request),
  'steering:addObjective': (session, request, by) => {
    const { operationId, value } = addObjective(session, by, request);
    return { operationId, id: value };
  },
  'steering:orderObjectives': (session, request, by) =>
    doneBy(orderObjectives(session, by, request)),
  'steering:moveObjective': (session, request, by) => doneBy(moveObjective(session, by, request)),
  'steering:splitObjective': (session, request, by) => {
    const { operationId, value } = splitObjective(session, by, request);
    return { operationId, ids: value };
  },
  'steering:closeObjective': (session, request, by) => doneBy(closeObjective(session, by, request)),
  'steering:reopenObjective': (session, request, by) =>
    doneBy(reopenObjective(session, by, request)),
  'steering:linkResult': (session, request, by) => doneBy(linkResult(session, by, request)),
  'steering:carryOver': (session, request, by) => madeBy(carryOver(session, by, request)),
  'steering:closeYear': (session, request, by) => doneBy(closeYear(session, by, request)),
  'steering:reopenYear': (session, request, by) => doneBy(reopenYear(session, by, request)),
  'steering:openNextYear': (session, request, by) => madeBy(openNextYear(session, by, request)),
};
