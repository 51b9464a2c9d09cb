import type { ChannelName } from '#contract/channels.ts';
import { compareFacts } from '#services/editions/compare.ts';
import { composeEdition, editionFacts } from '#services/editions/compose.ts';
import {
  arrangeEdition,
  createEdition,
  freezeEdition,
  publishEdition,
  refreshEdition,
  renameEdition,
  reopenEdition,
  setEditionText,
  todayHere,
} from '#services/editions/editions.ts';
import { exportEdition } from '#services/editions/export.ts';
import { tracedRecords } from '#services/editions/records.ts';
import {
  editionOffers,
  editionView,
  listEditions,
  refreshComparison,
} from '#services/editions/views.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes, styledHtml } from '#services/house-style/write.ts';
import { mustGet } from '#services/meetings/find.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `editions:${string}`>;

export const editionHandlers: StoreHandlers<Channels> = {
  'editions:list': ({ reader }, { groupId }) => listEditions(reader, groupId),
  'editions:offers': ({ reader }, request, words) =>
    editionOffers(reader, request, words, todayHere()),
  'editions:get': ({ reader }, { id }, words) => editionView(reader, id, words),
  'editions:create': async (session, request, context) => {
    const { value, operationId } = await createEdition(session, context, request, context);
    return { operationId, id: value };
  },
  'editions:rename': (session, request, by) => {
    const { operationId } = renameEdition(session, by, request);
    return { operationId };
  },
  'editions:setText': (session, request, by) => {
    const { operationId } = setEditionText(session, by, request);
    return { operationId };
  },
  'editions:arrange': (session, request, by) => {
    const { operationId } = arrangeEdition(session, by, request);
    return { operationId };
  },
  'editions:previewRefresh': ({ reader }, { id, asOfOn }, words) =>
    refreshComparison(reader, mustGet(reader, 'reportEdition', id), words, asOfOn),
  'editions:refresh': async (session, request, context) => {
    const { value, operationId } = await refreshEdition(session, context, request, context);
    return { operationId, comparison: value };
  },
  'editions:freeze': (session, { id }, by) => {
    const { operationId } = freezeEdition(session, by, id);
    return { operationId };
  },
  'editions:publish': (session, { id }, by) => {
    const { operationId } = publishEdition(session, by, id);
    return { operationId };
  },
  'editions:reopen': (session, { id }, by) => {
    const { value, operationId } = reopenEdition(session, by, id);
    return { operationId, id: value };
  },
  'editions:compare': ({ reader }, { fromId, toId }, words) => {
    const facts = (id: string) => editionFacts(reader, mustGet(reader, 'reportEdition', id), words);
    return compareFacts(facts(fromId), facts(toId));
  },
  'editions:html': async ({ reader, path }, { id, withTraces, withSources }, words) => {
    const edition = mustGet(reader, 'reportEdition', id);
    const model = composeEdition(reader, edition, words, withSources);
    const style = await documentStyle({ db: reader, path }, edition.workingGroupId);
    const html = styledHtml(model, style, { hasPressableFigures: withTraces });
    return { html, title: model.meta.title };
  },
  'editions:pdf': async ({ reader, path }, { id, withSources }, context) => {
    const { printPdf, signal } = context;
    const edition = mustGet(reader, 'reportEdition', id);
    context.progress('compose', 0, 2);
    const model = composeEdition(reader, edition, context, withSources);
    const style = await documentStyle({ db: reader, path }, edition.workingGroupId);
    signal.throwIfAborted();
    context.progress('print', 1, 2);
    const bytes = await styledBytes(() => model, 'pdf', { style, printPdf });
    return { bytes: new Uint8Array(bytes), title: model.meta.title };
  },
  'editions:facts': ({ reader }, { id }, words) =>
    editionFacts(reader, mustGet(reader, 'reportEdition', id), words),
  'editions:export': (session, { grant, ...request }, context) => {
    const { language, translate, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const options = { language, translate, printPdf, signal };
    return exportEdition(session, context, path, { ...request, ...options });
  },
  'editions:records': ({ reader }, { refs }, words) => tracedRecords(reader, refs, words),
};
