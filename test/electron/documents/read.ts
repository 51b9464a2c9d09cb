import { DOMParser } from '@xmldom/xmldom';
import { unzipSync } from 'fflate';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The parts of a package, text decoded. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  return new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, decoder.decode(part)]),
  );
}

/** Parses strictly: any complaint of the parser is an error. */
export function parseXml(xml: string, path: string): Document {
  const refuse = (message: unknown): never => {
    throw new Error(`${path}: ${String(message)}`);
  };
  const parser = new DOMParser({
    errorHandler: { warning: refuse, error: refuse, fatalError: refuse },
  });
  return parser.parseFromString(xml, 'text/xml');
}

/** Characters that XML 1.0 forbids, written directly or as references. */
export const forbidden =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&#(?:x0*(?:[0-8bcBC]|1[0-9a-fA-F]|[eE]|[fF]);|0*(?:[0-8]|1[124-9]|2\d|3[01]);)/u;

/** Paths of the XML parts. */
export const xmlPaths = (parts: ReadonlyMap<string, string>): readonly string[] =>
  [...parts.keys()].filter((path) => /\.(?:xml|rels)$/u.test(path));

/** The text of the elements of that name, joined by line. */
export const textOf = (xml: string, path: string, name: string): string =>
  Array.from(parseXml(xml, path).getElementsByTagName(name))
    .map((node) => node.textContent ?? '')
    .join('\n');

/** Whether LibreOffice and poppler are here to look at the result. */
export const hasOffice = ((): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Has LibreOffice open a file and print it; its own profile, so that tests do not meet. */
export function officePdf(
  bytes: Uint8Array,
  extension: string,
): { readonly pages: number; readonly text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'rapporteur-office-'));
  try {
    const file = join(folder, `document.${extension}`);
    writeFileSync(file, bytes);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        file,
      ],
      { stdio: 'ignore', timeout: 120_000 },
    );
    const pdf = join(folder, 'document.pdf');
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    readFileSync(pdf);
    return { pages: Number(/Pages:\s+(\d+)/u.exec(info)?.[1] ?? 0), text };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
