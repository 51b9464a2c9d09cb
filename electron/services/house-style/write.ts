import { AppError } from '#contract/errors.ts';
import { writeHtmlText } from '#documents/html.writer.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import { printDocument } from '#documents/pdf.finish.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import { documentFormats, getDocumentFormat } from '#documents/writers.ts';

import { templateFor } from '#services/templates/apply.ts';

import type { DocumentStyle } from './style.ts';
import { builtInStyle } from './style.ts';

export interface StyledWork {
  /** The group's look; the program's own when left out. */
  readonly style?: DocumentStyle | undefined;
  readonly printPdf?: PrintPdf | undefined;
  /** Beyond the look. */
  readonly options?: WriteOptions | undefined;
}

/**
 * A document as the bytes of a file, in a group's look: every service writes through here.
 * @throws AppError `export.unknownFormat`; `export.noEngine` for a PDF without a browser
 */
export async function styledBytes(
  build: () => DocumentModel,
  format: string,
  { style = builtInStyle, printPdf, options = {} }: StyledWork,
): Promise<Uint8Array> {
  const all = { ...style.options, ...options };
  const writer = getDocumentFormat(format);
  if (writer !== null) {
    const template = await templateFor(style.templates, format);
    return writer.write(build(), template === null ? all : { ...all, template });
  }
  if (format !== 'pdf') {
    const known = [...documentFormats.map(({ id }) => id), 'pdf'];
    throw new AppError('export.unknownFormat', { format, known });
  }
  if (printPdf === undefined) throw new AppError('export.noEngine');
  return printDocument(build(), printPdf, all);
}

/** The same document as a page to be looked at in the window. */
export const styledHtml = (
  model: DocumentModel,
  style: DocumentStyle,
  options: WriteOptions = {},
): string => writeHtmlText(model, { ...style.options, ...options });
