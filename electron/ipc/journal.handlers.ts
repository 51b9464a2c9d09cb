import {
  operations,
  redoWatched,
  undoChoices,
  undoOneWatched,
  undoWatched,
} from '#services/journal.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'journal:state'
  | 'journal:list'
  | 'journal:undo'
  | 'journal:redo'
  | 'journal:undoOperation';

const byKeystroke = { canUndoFounding: false };

export const journalHandlers: StoreHandlers<Channels> = {
  'journal:state': (session) => undoChoices(session, byKeystroke),
  'journal:list': (session, page) => operations(session, page),
  'journal:undo': (session, _request, by) => undoWatched(session, by, byKeystroke),
  'journal:redo': (session, _request, by) => redoWatched(session, by),
  'journal:undoOperation': (session, { operationId }, by) =>
    undoOneWatched(session, operationId, by),
};
