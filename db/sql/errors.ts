/** Why a store could not be opened or written; the message for people is made from the code. */
export type StoreErrorCode =
  | 'store.notFound'
  | 'store.alreadyExists'
  | 'store.notAStore'
  | 'store.damaged'
  | 'store.newer'
  | 'store.older'
  | 'store.readOnly'
  | 'store.locked'
  | 'store.syncedFolder'
  | 'store.full'
  | 'store.io'
  | 'store.sqliteTooOld'
  | 'store.backupFailed'
  | 'store.busy';

export type RecordErrorCode =
  | 'record.notFound'
  | 'record.invalid'
  | 'record.missingReference'
  | 'record.inUse'
  | 'minutes.validated'
  | 'steering.yearClosed'
  | 'edition.locked'
  | 'journal.nothingToUndo'
  | 'journal.nothingToRedo'
  | 'journal.operationNotFound'
  | 'journal.undoBlocked'
  | 'journal.damagedEntry'
  | 'journal.copiedReplica'
  | 'journal.newerEntries';

export type DataErrorCode = StoreErrorCode | RecordErrorCode;

/** One value that was refused: where it stands and which rule it breaks. */
export interface Refusal {
  readonly field: string;
  readonly rule: string;
}

export interface ErrorDetails {
  readonly [key: string]: string | number | readonly string[] | readonly Refusal[];
}

/** An error that a person can act on: a code, and the facts its message needs. Never personal data. */
export class DataError extends Error {
  readonly code: DataErrorCode;
  readonly details: ErrorDetails;

  constructor(code: DataErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'DataError';
    this.code = code;
    this.details = details;
  }
}
