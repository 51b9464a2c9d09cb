const MB = 1024 * 1024;

/** What a file may cost. Everything above is refused, never cut silently. */
export interface ImportLimits {
  /** Size of the file, except plain text. */
  readonly fileBytes: number;
  /** Size of a CSV, vCard or HTML file. */
  readonly textBytes: number;
  readonly zipEntries: number;
  /** Bytes of all parts of a ZIP once inflated. */
  readonly inflatedBytes: number;
  /** Inflated ÷ packed of a part above `ratioFromBytes`: deflate reaches 1,032, sheets about 30. */
  readonly ratio: number;
  readonly ratioFromBytes: number;
  /** Inflated bytes that the library, which holds all in memory, may be given. */
  readonly libraryBytes: number;
  readonly sheets: number;
  readonly rows: number;
  readonly columns: number;
  /** Cells of a sheet, empty ones before the last of each row included. */
  readonly cells: number;
  /** Characters of one row or one quoted text, markup included. */
  readonly rowCharacters: number;
  /** Characters of all shared strings. */
  readonly sharedCharacters: number;
  /** Times that one row with content may repeat by a count (ODS). */
  readonly repeats: number;
  /** Heap of the reader, in MB. */
  readonly memoryMb: number;
  /** Time that the reader may work, in ms, waiting for the consumer left out. */
  readonly timeMs: number;
}

export const defaultLimits: ImportLimits = {
  fileBytes: 256 * MB,
  textBytes: 1024 * MB,
  zipEntries: 5000,
  inflatedBytes: 2048 * MB,
  ratio: 250,
  ratioFromBytes: 32 * MB,
  libraryBytes: 256 * MB,
  sheets: 500,
  rows: 1_048_576,
  columns: 4096,
  cells: 60_000_000,
  rowCharacters: 8 * MB,
  sharedCharacters: 400 * MB,
  repeats: 10_000,
  memoryMb: 768,
  timeMs: 180_000,
};
