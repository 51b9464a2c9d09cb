import { extname } from 'node:path';

import type { ChannelName } from '#contract/channels.ts';
import { evaluatorsOf } from '#services/committee/evaluators.ts';
import { scoreGrid, teamOf } from '#services/committee/grid.ts';
import type { KitTarget } from '#services/committee/kit/make.ts';
import { makeKits } from '#services/committee/kit/make.ts';
import type { ReturnsContext } from '#services/committee/kit/returns.ts';
import {
  closeReturns,
  decideReturns,
  heldReturns,
  openReturns,
  takeOpenReturns,
} from '#services/committee/kit/returns.ts';
import { methodOf } from '#services/committee/method.ts';
import { rankPhase } from '#services/committee/ranking.ts';
import { declareConflict, recuse } from '#services/committee/recusals.ts';
import { scoreOne, scoreSheet } from '#services/committee/scoring.ts';
import {
  conflictsView,
  discussionView,
  resultsPage,
  returnCellsView,
  returnsView,
  stabilityPage,
} from '#services/committee/views.ts';

import type { HandlerContext, StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `committee:${string}`>;

function returnsContext(context: HandlerContext): ReturnsContext {
  const { author, owner, signal, spawnReader, progress } = context;
  const onProgress = (done: number, total: number): void => progress('kits', done, total);
  return { author, owner, signal, spawnReader, onProgress };
}

/** The ending that the person chose says whether it is one file or an archive of all. */
function targetOf(path: string): KitTarget {
  return { kind: extname(path).toLowerCase() === '.zip' ? 'zip' : 'file', path };
}

export const committeeHandlers: StoreHandlers<Channels> = {
  'committee:method': async ({ reader }, { phaseId, today, ...tried }, context) => {
    const found = await methodOf(reader, phaseId, today, tried, context);
    return {
      ...found,
      criteria: [...found.criteria],
      sentences: [...found.sentences],
      obstacles: [...found.obstacles],
    };
  },
  'committee:results': ({ reader }, { phaseId, offset, limit, ...tried }) =>
    resultsPage(reader, phaseId, tried, { offset, limit }),
  'committee:stability': ({ reader }, { phaseId, offset, limit, ...asked }, { signal }) =>
    stabilityPage(reader, phaseId, { ...asked, signal }, { offset, limit }),
  'committee:discussion': ({ reader }, { phaseId, cut, limit, ...tried }) =>
    discussionView(reader, phaseId, tried, { cut, limit }),
  'committee:evaluators': async ({ reader }, { phaseId, today, ...tried }) => {
    const { scale } = await rankPhase(reader, phaseId, tried);
    return { evaluators: await evaluatorsOf(reader, phaseId, today, tried), scale: { ...scale } };
  },
  'committee:sheet': ({ reader }, request) => {
    const { rows, total } = scoreSheet(reader, request);
    return { rows: rows.map((row) => ({ ...row, cells: [...row.cells] })), total };
  },
  'committee:score': (session, request, by) => {
    const { operationId, value } = scoreOne(session, by, request);
    return { operationId, id: value };
  },
  'committee:grid': ({ reader }, request) => scoreGrid(reader, request),
  'committee:team': ({ reader }, { phaseId }) => teamOf(reader, phaseId),
  'committee:conflicts': ({ reader }, { phaseId, today }, context) =>
    conflictsView(reader, phaseId, today, context),
  'committee:declareConflict': (session, request, by) => {
    const { operationId, value } = declareConflict(session, by, request);
    return { operationId, id: value };
  },
  'committee:recuse': (session, request, context) => {
    const { operationId, value } = recuse(session, context, request, context);
    return { operationId, ids: value };
  },
  'committee:makeKits': async (session, { grant, ...request }, context) => {
    const { author, language, translate, signal, progress } = context;
    const target = targetOf(context.resolveGrant(grant));
    const onProgress = (done: number, total: number): void => progress('kits', done, total);
    const { operationId, kits } = await makeKits(
      session,
      { ...request, target },
      { author, language, translate, signal, onProgress },
    );
    return { operationId, kits: kits.map((kit) => ({ ...kit, files: [...kit.files] })) };
  },
  'committee:openReturns': async (session, { phaseId, grants, today }, context) => {
    const paths = grants.map((grant) => context.resolveGrant(grant, 'import'));
    const request = { phaseId, paths, today };
    return returnsView(await openReturns(session, request, returnsContext(context)), context);
  },
  'committee:returns': (session, { id }, context) =>
    returnsView(heldReturns(session, id, context.owner), context),
  'committee:returnCells': (session, { id, ...request }, context) =>
    returnCellsView(session.reader, heldReturns(session, id, context.owner), request, context),
  'committee:decideReturns': (session, { id, ...request }, context) => {
    const one = heldReturns(session, id, context.owner);
    decideReturns(one, request);
    return returnsView(one, context);
  },
  'committee:takeReturns': (session, { id }, context) =>
    takeOpenReturns(session, id, returnsContext(context)),
  'committee:closeReturns': (session, { id }, { owner }) => {
    closeReturns(session, id, owner);
    return {};
  },
};
