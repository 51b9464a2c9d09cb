import { importHistory } from '#services/import/imports.ts';
import type { ImportContext } from '#services/import/context.ts';
import { writeTemplate } from '#services/import/template.ts';
import type { StoreSession } from '#services/session.ts';

import type { HandlerContext, StoreHandlers } from './handler-context.ts';

type Channels =
  | 'imports:open'
  | 'imports:guess'
  | 'imports:plan'
  | 'imports:rows'
  | 'imports:decide'
  | 'imports:run'
  | 'imports:rejected'
  | 'imports:saveMapping'
  | 'imports:loadMapping'
  | 'imports:close'
  | 'imports:template'
  | 'imports:history';

function contextOf(session: StoreSession, context: HandlerContext): ImportContext {
  const { language, author, translate, signal, progress, spawnReader, owner } = context;
  return { language, author, translate, signal, progress, spawnReader, owner, home: session.home };
}

export const importHandlers: StoreHandlers<Channels> = {
  'imports:open': (session, { source, encoding, separator }, context) => {
    const given =
      source.kind === 'file'
        ? { kind: source.kind, path: context.resolveGrant(source.grant, 'import') }
        : source;
    const request = { source: given, encoding, separator };
    return context.imports.open(session, request, contextOf(session, context));
  },
  'imports:guess': (session, request, context) =>
    context.imports.guess(request, contextOf(session, context)),
  'imports:plan': (session, request, context) =>
    context.imports.plan(session, request, contextOf(session, context)),
  'imports:rows': (session, request, context) =>
    context.imports.rows(session, request, contextOf(session, context)),
  'imports:decide': (session, request, context) =>
    context.imports.decide(request, contextOf(session, context)),
  'imports:run': (session, request, context) =>
    context.imports.run(session, request, contextOf(session, context)),
  'imports:rejected': (session, { grant, ...request }, context) => {
    const path = context.resolveGrant(grant);
    return context.imports.rejected(session, { ...request, path }, contextOf(session, context));
  },
  'imports:saveMapping': (session, { grant, ...request }, context) => {
    const path = context.resolveGrant(grant);
    context.imports.saveMapping({ ...request, path }, contextOf(session, context));
    return {};
  },
  'imports:loadMapping': (session, { grant, ...request }, context) => {
    const path = context.resolveGrant(grant, 'mapping');
    return context.imports.loadMapping({ ...request, path }, contextOf(session, context));
  },
  'imports:close': async (_session, { importId }, { imports, owner }) => {
    await imports.close(importId, owner);
    return {};
  },
  'imports:template': (_session, { register, format, grant }, context) => {
    const { language, author } = context;
    const path = context.resolveGrant(grant);
    return writeTemplate(path, { register, format, language, author });
  },
  'imports:history': (session, page) => importHistory(session, page),
};
