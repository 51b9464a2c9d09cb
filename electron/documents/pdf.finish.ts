import { unzlibSync, zlibSync } from 'fflate';
import { pdfOptions, writeHtmlText } from '#documents/html.writer.ts';
import type { PdfOptions } from '#documents/html.writer.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { latin, pageNumbersOf, readPdf, unlatin, writePdf } from '#documents/pdf.file.ts';

/** Prints a page of HTML as PDF: only a browser can. */
export type PrintPdf = (html: string, options: PdfOptions) => Promise<Uint8Array>;

/**
 * The text of a page that its tags do not reach is what the browser wrote in the margins: it is left out
 * on the title page, and marked as no part of the content on the others, as PDF/UA wants it. The commands
 * stand one to a line. Null when no text of the page is tagged, or the commands are not understood.
 */
function withoutMargins(commands: string, isTitlePage: boolean): string | null {
  const kept: string[] = [];
  let text: string[] | null = null;
  let isTagged = false;
  let hasTags = false;
  /** For each marked part that is open, whether it belongs to the content. */
  const open: boolean[] = [];
  for (const line of commands.split('\n')) {
    const target = text ?? kept;
    target.push(line);
    if (line === 'BT') {
      if (text !== null) return null;
      kept.pop();
      text = [line];
      isTagged = open.includes(true);
    } else if (/^\/\S+ Do$/u.test(line) && !open.includes(true)) {
      // A picture in the margins: the organisation's logo at the head of pages.
      target.pop();
      if (open.length > 0 && !isTitlePage) target.push(line);
      else if (!isTitlePage) target.push('/Artifact BMC', line, 'EMC');
    } else if (/\b(?:BDC|BMC)$/u.test(line)) {
      open.push(/\/MCID \d+/u.test(line));
      isTagged ||= open.at(-1) === true;
    } else if (line === 'EMC') {
      if (open.pop() === undefined) return null;
    } else if (line === 'ET') {
      if (text === null) return null;
      if (isTagged || (open.length > 0 && !isTitlePage)) kept.push(...text);
      else if (!isTitlePage) kept.push('/Artifact BMC', ...text, 'EMC');
      hasTags ||= isTagged;
      text = null;
    }
  }
  return text === null && hasTags && open.length === 0 ? kept.join('\n') : null;
}

/** A stream of commands rewritten by `edit`; as it is when it is packed otherwise or `edit` gives null. */
function editedStream(object: string, edit: (commands: string) => string | null): string {
  const parts = /^(\d+ 0 obj\s*)<<([^]*?)>>(\s*stream\r?\n)/u.exec(object);
  const length = Number(/\/Length (\d+)(?! \d+ R)/u.exec(parts?.[2] ?? '')?.[1] ?? Number.NaN);
  if (parts === null || !Number.isInteger(length)) return object;
  const [start, opening = '', dictionary = '', stream = ''] = parts;
  if (!/\/Filter \/FlateDecode/u.test(dictionary) || dictionary.includes('/DecodeParms')) {
    return object;
  }
  const packed = unlatin(object.slice(start.length, start.length + length));
  const edited = edit(latin(unzlibSync(packed)));
  if (edited === null) return object;
  const again = latin(zlibSync(unlatin(edited), { level: 6 }));
  const named = dictionary.replace(/\/Length \d+/u, `/Length ${again.length}`);
  return `${opening}<<${named}>>${stream}${again}\nendstream\nendobj\n`;
}

const hex = (text: string): string =>
  `<FEFF${[...Buffer.from(text, 'utf16le').swap16()].map((byte) => byte.toString(16).padStart(2, '0')).join('')}>`;

/**
 * Mends what the browser's printer leaves wrong: heads and feet on the title page and untagged on the
 * others, the browser named as the author's program. A file that is not understood comes back as it is.
 */
export function finishPdf(
  bytes: Uint8Array,
  model: DocumentModel,
  organisation = model.meta.organisation,
): Uint8Array {
  const file = readPdf(bytes);
  if (file === null) return bytes;
  const { objects, trailer } = file;
  const hasTitlePage = model.titlePage.isCompact !== true;
  for (const [index, page] of pageNumbersOf(file).entries()) {
    const contents = Number(/\/Contents (\d+) 0 R/u.exec(objects.get(page) ?? '')?.[1]);
    const object = objects.get(contents);
    if (object === undefined) continue;
    const edit = (commands: string): string | null =>
      withoutMargins(commands, index === 0 && hasTitlePage);
    objects.set(contents, editedStream(object, edit));
  }
  const info = Number(/\/Info (\d+) 0 R/u.exec(trailer)?.[1]);
  const { meta } = model;
  const said = `/Author ${hex(meta.author ?? organisation)}\n/Subject ${hex(meta.subject ?? meta.subtitle ?? meta.title)}\n/Creator (Rapporteur)`;
  const properties = objects.get(info);
  if (properties !== undefined) {
    objects.set(info, properties.replace(/\/Creator \((?:\\.|[^\\()])*\)/u, said));
  }
  return writePdf(file);
}

/** The document as a tagged PDF with bookmarks: its web page, printed by a browser and mended. */
export const printDocument = async (
  model: DocumentModel,
  print: PrintPdf,
  options: WriteOptions = {},
): Promise<Uint8Array> =>
  finishPdf(
    await print(
      writeHtmlText(model, { ...options, pageNumbers: 'caller' }),
      pdfOptions(model, 'caller', options),
    ),
    model,
    options.organisation,
  );
