import type { ChannelName } from '#contract/channels.ts';
import { addCard, orderCards } from '#services/chain/cards.ts';
import { barrierWordings, chainEvolution } from '#services/chain/evolution.ts';
import { exportChain } from '#services/chain/export.ts';
import { chainGraph } from '#services/chain/graph.ts';
import { linkCards, unlinkCards } from '#services/chain/links.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `chain:${string}`>;

export const chainHandlers: StoreHandlers<Channels> = {
  'chain:graph': ({ reader }, request) => chainGraph(reader, request),
  'chain:link': (session, request, by) => {
    const { operationId, value } = linkCards(session, by, request);
    return { operationId, id: value };
  },
  'chain:unlink': (session, request, by) => {
    const { operationId } = unlinkCards(session, by, request);
    return { operationId };
  },
  'chain:add': (session, request, by) => {
    const { operationId, value } = addCard(session, by, request);
    return { operationId, id: value };
  },
  'chain:order': (session, request, by) => {
    const { operationId } = orderCards(session, by, request);
    return { operationId };
  },
  'chain:wordings': ({ reader }, request) => barrierWordings(reader, request),
  'chain:evolution': ({ reader }, request) => chainEvolution(reader, request),
  'chain:export': (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    return exportChain(session, path, { ...request, language, translate, printPdf, signal });
  },
};
