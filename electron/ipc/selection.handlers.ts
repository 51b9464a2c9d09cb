import type { ChannelName } from '#contract/channels.ts';
import { board, cardsOfColumn } from '#services/selection/board.ts';
import { calls, callSheet } from '#services/selection/call.ts';
import { selectionHistory } from '#services/selection/history.ts';
import { createCall, saveMethod } from '#services/selection/method.ts';
import { move, previewMove, rerankReserve } from '#services/selection/move.ts';
import { except, previewRelease, release } from '#services/selection/release.ts';
import { applicationSheet, compare } from '#services/selection/sheet.ts';
import { statistics } from '#services/selection/statistics.ts';
import { decideOne, triageQueue } from '#services/selection/triage.ts';
import { whatIf } from '#services/selection/what-if.ts';
import { markDuplicate, previewWithdrawal, withdraw } from '#services/selection/withdrawal.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `selection:${string}`>;

/** What a service says of the operation that it ran. */
interface Ran<T> {
  readonly operationId: string | null;
  readonly value: T;
}

const doneBy = ({ operationId }: Ran<unknown>) => ({ operationId });
const withFacts = <T extends object>({ operationId, value }: Ran<T>) => ({ operationId, ...value });

export const selectionHandlers: StoreHandlers<Channels> = {
  'selection:calls': ({ reader }, request) => calls(reader, request),
  'selection:call': ({ reader }, request) => callSheet(reader, request),
  'selection:createCall': (session, request, by) => {
    const { operationId, value } = createCall(session, by, request);
    return { operationId, id: value };
  },
  'selection:saveMethod': (session, request, by) => doneBy(saveMethod(session, by, request)),
  'selection:board': ({ reader }, request) => board(reader, request),
  'selection:cards': ({ reader }, request) => cardsOfColumn(reader, request),
  'selection:application': ({ reader }, request) => applicationSheet(reader, request),
  'selection:compare': ({ reader }, request) => compare(reader, request),
  'selection:triage': ({ reader }, request) => triageQueue(reader, request),
  'selection:previewMove': ({ reader }, request) => previewMove(reader, request),
  'selection:move': (session, request, by) => withFacts(move(session, by, request)),
  'selection:decide': (session, request, by) => {
    const { operationId, value } = decideOne(session, by, request);
    return { operationId, next: value };
  },
  'selection:rerank': (session, request, by) => doneBy(rerankReserve(session, by, request)),
  'selection:previewRelease': ({ reader }, request) => previewRelease(reader, request),
  'selection:release': (session, request, by) => withFacts(release(session, by, request)),
  'selection:except': (session, request, by) => withFacts(except(session, by, request)),
  'selection:previewWithdrawal': ({ reader }, request) => previewWithdrawal(reader, request),
  'selection:withdraw': (session, request, by) => withFacts(withdraw(session, by, request)),
  'selection:markDuplicate': (session, request, by) => doneBy(markDuplicate(session, by, request)),
  'selection:whatIf': ({ reader }, request, { signal }) => whatIf(reader, request, signal),
  'selection:history': ({ reader }, request) => selectionHistory(reader, request),
  'selection:statistics': ({ reader }, request) => statistics(reader, request),
};
