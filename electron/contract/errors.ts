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
  'store.none',
  'store.stopped',
  'record.notFound',
  'record.invalid',
  'record.missingReference',
  'record.inUse',
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
