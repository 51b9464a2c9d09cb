export const importErrorCodes = [
  'fileNotFound',
  'fileUnreadable',
  'emptyFile',
  'unknownFormat',
  'notASpreadsheet',
  'nestedZip',
  'encrypted',
  'damaged',
  'forgedZip',
  'forbiddenXml',
  'bomb',
  'tooLarge',
  'tooManyRows',
  'tooManyColumns',
  'tooManyCells',
  'tooManySheets',
  'repeatedRows',
  'openQuote',
  'noTable',
  'noSheet',
  'timeLimit',
  'memoryLimit',
  'readerStopped',
] as const;

export type ImportErrorCode = (typeof importErrorCodes)[number];

/** Values for the sentence shown: names, limits, places. */
export type ImportErrorDetails = Readonly<Record<string, string | number>>;

/** The file is refused as a whole: nothing read from it may be used. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  readonly code: ImportErrorCode;
  readonly details: ImportErrorDetails;

  constructor(code: ImportErrorCode, details: ImportErrorDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

/** The fast scanner does not know this construction: the library is to try. Never leaves the reader. */
export class Declined extends Error {
  override readonly name = 'Declined';
}
