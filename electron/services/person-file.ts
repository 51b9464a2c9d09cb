import type { PersonFileFormat } from '#contract/contact.channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { DocumentModel } from '#documents/model.ts';
import { buildPersonFile } from '#documents/reports/person-file.ts';
import { entityOf } from '#domain/registry.ts';
import type { EntityName } from '#domain/registry.ts';
import { schemaVersion } from '#migrations/index.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translator } from '#platform/translate.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { DocumentStyle } from './house-style/style.ts';
import { documentStyle } from './house-style/style.ts';
import { styledBytes } from './house-style/write.ts';
import type { PersonData } from './person-file-data.ts';
import { gatherPersonData } from './person-file-data.ts';
import { namesIn } from './person-file-records.ts';
import { inWords } from './person-file-words.ts';
import type { StoreSession } from './session.ts';

/** Grows when the shape of the JSON file changes. */
const FORMAT_VERSION = 1;

export interface PersonFileRequest {
  readonly id: string;
  readonly format: PersonFileFormat;
  readonly words: Pick<Translator, 'language' | 't' | 'has' | 'reason'>;
  /** File name of the store, which the document names as its source. */
  readonly store: string;
  /** ISO instant at which the file is made. */
  readonly generatedAt: string;
  readonly printPdf?: PrintPdf | undefined;
  readonly style?: DocumentStyle;
}

/** Names of the columns met, so that the JSON can be read without the program. */
function glossary(data: PersonData, { t }: PersonFileRequest['words']): Record<string, unknown> {
  const tables = new Set<EntityName>(['person', ...data.records.map(({ table }) => table)]);
  return Object.fromEntries(
    [...tables].map((table) => [
      table,
      {
        name: t(`vocabulary:entity.${table}.one`),
        fields: Object.fromEntries(
          entityOf(table).fieldNames.map((field) => [
            field,
            t(`vocabulary:field.${table}.${field}`),
          ]),
        ),
      },
    ]),
  );
}

/** The same data for a program, with columns and identifiers as they are kept. */
export function personJson(
  db: ReadableDb,
  data: PersonData,
  request: Omit<PersonFileRequest, 'format' | 'id'>,
): string {
  const { words, store, generatedAt } = request;
  const about = (key: string): string => words.t(`contacts:json.${key}`);
  const content = {
    document: {
      kind: 'rapporteur.person-data',
      formatVersion: FORMAT_VERSION,
      schemaVersion,
      generatedAt,
      store,
      language: words.language,
      description: about('description'),
      parts: {
        person: about('person'),
        records: about('records'),
        history: about('history'),
        glossary: about('glossary'),
      },
      ties: { own: about('own'), mention: about('mention'), former: about('former') },
    },
    person: {
      table: 'person',
      id: data.id,
      name: data.name,
      deletedAt: data.deletedAt,
      values: data.values,
    },
    records: data.records.map((record) => ({
      ...record,
      references: namesIn(db, record.table, record.values),
    })),
    history: data.history.map(({ reason, ...change }) => ({
      ...change,
      reason: { ...reason, text: words.reason(reason) },
    })),
    glossary: glossary(data, words),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** The readable file, whatever it will be written as. @throws DataError `record.notFound` */
export function personDocument(
  db: ReadableDb,
  { id, words, store, generatedAt }: Omit<PersonFileRequest, 'format'>,
): DocumentModel {
  const filed = inWords(db, gatherPersonData(db, id), { words, store, generatedAt });
  return buildPersonFile(filed, (key, params) => words.t(`contacts:file.${key}`, params));
}

/**
 * The file that answers a person's request for access, as bytes.
 * @throws DataError `record.notFound`; AppError `export.noEngine` for a PDF without a browser
 */
export async function personFile(db: ReadableDb, request: PersonFileRequest): Promise<Uint8Array> {
  const { id, format, printPdf, style } = request;
  if (format === 'json') {
    return Buffer.from(personJson(db, gatherPersonData(db, id), request), 'utf8');
  }
  return styledBytes(() => personDocument(db, request), format, { style, printPdf });
}

/**
 * Writes that file, which appears whole or not at all.
 * @returns its size in bytes
 * @throws as `personFile`; AppError `export.notWritable`
 */
export async function exportPersonFile(
  session: StoreSession,
  path: string,
  { signal, ...request }: PersonFileRequest & { readonly signal?: AbortSignal },
): Promise<number> {
  const snapshot = session.openSnapshot();
  try {
    const style = await documentStyle({ db: snapshot.db, path: session.path }, null);
    const bytes = await personFile(snapshot.db, { ...request, style });
    signal?.throwIfAborted();
    await writeFileInto(path, (sink) => sink(bytes));
    return bytes.length;
  } finally {
    snapshot.close();
  }
}
