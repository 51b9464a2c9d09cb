import { z } from 'zod';

/** Everything that can be refused, over both doors. Each code has its sentence in the i18n files. */
export const errorCodes = [
  'store.notFound',
  'store.alreadyExists',
  'store.notAStore',
  'store.damaged',
  'store.newer',
  'store.older',
  'store.readOnly',
  'store.locked',
  'store.syncedFolder',
  'store.full',
  'store.io',
  'store.sqliteTooOld',
  'store.backupFailed',
  'store.busy',
  'store.none',
  'store.stopped',
  'record.notFound',
  'record.invalid',
  'record.missingReference',
  'record.inUse',
  'minutes.validated',
  'minutes.notValidated',
  'meeting.cancelled',
  'meeting.agendaChanged',
  'meeting.noDay',
  'meeting.notConvened',
  'meeting.noMinutes',
  'meeting.nothingToRemind',
  'attachment.gone',
  'attachment.notAFile',
  'attachment.tooLarge',
  'attachment.missing',
  'attachment.altered',
  'attachment.none',
  'attachment.notOpenable',
  'journal.nothingToUndo',
  'journal.nothingToRedo',
  'journal.operationNotFound',
  'journal.undoBlocked',
  'journal.damagedEntry',
  'journal.copiedReplica',
  'journal.newerEntries',
  'request.unknownChannel',
  'request.invalid',
  'request.foreignSender',
  'request.cancelled',
  'export.noGroup',
  'export.unknownReport',
  'export.unknownFormat',
  'export.noEngine',
  'export.notWritable',
  'export.tooLarge',
  'import.fileNotFound',
  'import.fileUnreadable',
  'import.emptyFile',
  'import.unknownFormat',
  'import.notASpreadsheet',
  'import.nestedZip',
  'import.encrypted',
  'import.damaged',
  'import.forgedZip',
  'import.forbiddenXml',
  'import.bomb',
  'import.tooLarge',
  'import.tooManyRows',
  'import.tooManyColumns',
  'import.tooManyCells',
  'import.tooManySheets',
  'import.repeatedRows',
  'import.openQuote',
  'import.noTable',
  'import.noSheet',
  'import.timeLimit',
  'import.memoryLimit',
  'import.readerStopped',
  'import.notOpen',
  'import.notPlanned',
  'import.stale',
  'import.rowsRefused',
  'import.nothingToDo',
  'import.obstacles',
  'import.unknownSheet',
  'import.badMapping',
  'path.notGranted',
  'backup.damaged',
  'unexpected',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

const detail = z.union([
  z.string(),
  z.number(),
  z.array(z.union([z.string(), z.object({ field: z.string(), rule: z.string() })])),
]);

export const failureSchema = z.object({
  code: z.enum(errorCodes),
  /** A sentence for the person at the screen, in their language: what, where, what to do. */
  message: z.string(),
  details: z.record(z.string(), detail),
});

export type Failure = z.output<typeof failureSchema>;

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** A refusal met outside the store itself: a request, a path, an export. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Failure['details'];

  constructor(code: ErrorCode, details: Failure['details'] = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
