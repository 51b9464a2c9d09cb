import { writeHtml } from '#documents/html.writer.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import type { TemplateKind } from '#documents/templates/template.ts';

/** A format that documents can be written in. */
export interface DocumentFormat {
  readonly id: 'docx' | 'odt' | 'pptx' | 'odp' | 'html';
  /** Key of its name among the words of documents. */
  readonly labelKey: `formats.${'docx' | 'odt' | 'pptx' | 'odp' | 'html'}`;
  readonly extension: string;
  readonly mime: string;
  readonly write: (document: DocumentModel, options?: WriteOptions) => Promise<Uint8Array>;
}

export type DocumentFormatId = DocumentFormat['id'];

/** Writes on the organisation's template where one is given. */
const onTemplate = async (
  kind: TemplateKind,
  document: DocumentModel,
  options: WriteOptions | undefined,
  write: (document: DocumentModel, options: WriteOptions) => Promise<Uint8Array>,
): Promise<Uint8Array> =>
  options?.template === undefined
    ? write(document, options ?? {})
    : (await import('#documents/templates/dress.ts')).writeOnTemplate(
        kind,
        document,
        options,
        write,
      );

/**
 * Every format written here; the libraries of a format are loaded when it is first written, so that
 * the program starts without them; PDF is printed from the HTML by whoever has a browser at hand.
 */
export const documentFormats: readonly DocumentFormat[] = [
  {
    id: 'docx',
    labelKey: 'formats.docx',
    extension: 'docx',
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    write: async (document, options) =>
      onTemplate('docx', document, options, (await import('#documents/docx.writer.ts')).writeDocx),
  },
  {
    id: 'odt',
    labelKey: 'formats.odt',
    extension: 'odt',
    mime: 'application/vnd.oasis.opendocument.text',
    write: async (document, options) =>
      onTemplate('odt', document, options, (await import('#documents/odt.writer.ts')).writeOdt),
  },
  {
    id: 'pptx',
    labelKey: 'formats.pptx',
    extension: 'pptx',
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    write: async (document, options) =>
      onTemplate('pptx', document, options, (await import('#documents/pptx.writer.ts')).writePptx),
  },
  {
    id: 'odp',
    labelKey: 'formats.odp',
    extension: 'odp',
    mime: 'application/vnd.oasis.opendocument.presentation',
    write: async (document, options) =>
      (await import('#documents/odp.writer.ts')).writeOdp(document, options),
  },
  { id: 'html', labelKey: 'formats.html', extension: 'html', mime: 'text/html', write: writeHtml },
];

/** The format of that id, null when there is none. */
export const getDocumentFormat = (id: string): DocumentFormat | null =>
  documentFormats.find((format) => format.id === id) ?? null;

/** Writes a document in one of the formats. */
export function writeDocument(
  id: DocumentFormatId,
  document: DocumentModel,
  options: WriteOptions = {},
): Promise<Uint8Array> {
  const format = getDocumentFormat(id);
  if (format === null) return Promise.reject(new RangeError(`No document format "${id}".`));
  return format.write(document, options);
}
