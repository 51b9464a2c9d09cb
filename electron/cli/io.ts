import type { PdfOptions } from '#documents/html.writer.ts';
import type { SpawnReader } from '#services/readers.ts';

/** What a command may use of the world outside it: the terminal, or the window's own process. */
export interface CliIo {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Prints a page as PDF; absent in plain Node, where an Electron is then called for it. */
  readonly printPdf?: (html: string, options: PdfOptions) => Promise<Uint8Array>;
  /** Starts readers of foreign files; processes of plain Node unless given. */
  readonly spawnReader?: SpawnReader;
  /** The program's own folder; the machine's usual one unless given. */
  readonly home?: string;
  /** Compiled SQLite driver; the one named by the environment, or the packaged one, unless given. */
  readonly binding?: string;
}
