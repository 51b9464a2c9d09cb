import { AppError } from '#contract/errors.ts';
import { isId } from '#domain/ids.ts';
import { operations, undo as undoLast, undoChoices, undoOne } from '#services/journal.ts';
import type { PendingOperation } from '#services/journal.ts';
import type { StoreSession } from '#services/session.ts';

import type { Command } from '../command.ts';
import { writing } from '../store.ts';
import { UsageError } from '../usage-error.ts';

const PAGE = 200;
const byName = { canUndoFounding: true };

/** An operation of the journal, however old. */
function operationOf(session: StoreSession, id: string): PendingOperation | null {
  for (let offset = 0; ; offset += PAGE) {
    const page = operations(session, { offset, limit: PAGE });
    const found = page.find((operation) => operation.id === id);
    if (found !== undefined) return { id, kind: found.kind, reason: found.reason };
    if (page.length < PAGE) return null;
  }
}

export const undo: Command = {
  arguments: [],
  required: ['store'],
  optional: ['operation'],
  run: (request) => {
    const wanted = request.value('operation');
    if (wanted !== null && !isId(wanted)) throw new UsageError('invalidId', { value: wanted });
    const { author, words } = request;
    return writing(request, (session) => {
      const target =
        wanted === null ? undoChoices(session, byName).undo : operationOf(session, wanted);
      const { operationId } =
        wanted === null
          ? undoLast(session, { author }, byName)
          : undoOne(session, wanted, { author });
      // An operation whose changes were all taken back already leaves nothing to record.
      if (operationId === null || target === null) throw new AppError('journal.nothingToUndo');
      return {
        json: { operationId, undone: { id: target.id, reason: target.reason } },
        text: words.t('cli:undone', { what: words.reason(target.reason) }),
      };
    });
  },
};
