import { basename } from 'node:path';
import { readFileSync, statSync } from 'node:fs';

import type { EditionFormat, FactView } from '#contract/edition.views.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import { formatDate } from '#documents/typography.ts';
import type { Id } from '#domain/ids.ts';
import type { Workbook } from '#interop/table.ts';
import { runOperation } from '#journal/operation.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { writeWorkbook } from '#services/workbooks.ts';

import { composeEdition, editionFacts } from './compose.ts';
import type { EditionWords } from './kinds.ts';
import type { Edition } from './snapshots.ts';
import { keptData, sha256 } from './snapshots.ts';
import { fingerprintOf } from './texts.ts';

/** The facts as a spreadsheet: what is stated, since when, after which document, by which records. */
export function factsWorkbook(
  edition: Pick<Edition, 'title' | 'asOfOn'>,
  facts: readonly FactView[],
  { language, translate }: EditionWords,
): Workbook {
  const t = (key: string) => translate(`editions:annex.${key}`);
  const { title, asOfOn } = edition;
  const columns = [
    { key: 'section', label: t('section'), kind: 'text' as const, width: 26 },
    { key: 'label', label: t('label'), kind: 'text' as const, width: 48 },
    { key: 'figure', label: t('figure'), kind: 'number' as const, width: 12 },
    { key: 'unit', label: t('unit'), kind: 'text' as const, width: 16 },
    { key: 'value', label: t('value'), kind: 'text' as const, width: 60 },
    { key: 'day', label: t('day'), kind: 'date' as const, width: 14 },
    { key: 'source', label: t('source'), kind: 'text' as const, width: 40 },
    { key: 'records', label: t('records'), kind: 'text' as const, width: 40 },
    { key: 'key', label: t('key'), kind: 'text' as const, width: 40 },
  ];
  const records = (fact: FactView): string =>
    fact.records
      .map(({ table, id }) => `${translate(`vocabulary:entity.${table}.one`)} ${id}`)
      .join('\n');
  const rows = facts.map((fact) => {
    const { kind, value, isMinimum } = fact;
    const words =
      kind === 'figure'
        ? isMinimum
          ? t('atLeast')
          : ''
        : kind === 'date'
          ? formatDate(String(value), language)
          : String(value);
    return [
      fact.section,
      fact.label,
      typeof value === 'number' ? value : null,
      fact.unit,
      words === '' ? null : words,
      kind === 'date' ? String(value) : fact.asOfOn,
      fact.source,
      fact.records.length === 0 ? null : records(fact),
      fact.key,
    ];
  });
  const name = t('sheet');
  return {
    properties: { title: `${title} – ${name}`, author: '', date: asOfOn, language },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables: [{ name, title: `${title} – ${name}`, columns, rows, rowCount: rows.length }],
  };
}

export interface EditionExport extends EditionWords {
  readonly id: Id<'reportEdition'>;
  readonly format: EditionFormat;
  readonly withSources: boolean;
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
}

/**
 * Writes an edition, or its facts, to a file that appears whole or not at all, and records the file
 * unless the store is only read.
 * @throws DataError `record.notFound`; AppError `edition.noData`, `export.noEngine`,
 *   `export.notWritable`, `export.tooLarge`
 */
export async function exportEdition(
  session: StoreSession,
  { author }: Author,
  path: string,
  request: EditionExport,
): Promise<{ readonly operationId: string | null; readonly bytes: number }> {
  const { id, format, withSources, printPdf, signal } = request;
  const edition = mustGet(session.reader, 'reportEdition', id);
  const contents = fingerprintOf(edition, keptData(session.reader, edition).sha256);
  if (format === 'xlsx' || format === 'ods') {
    const workbook = factsWorkbook(
      edition,
      editionFacts(session.reader, edition, request),
      request,
    );
    await writeWorkbook(path, format, workbook, signal === undefined ? {} : { signal });
  } else {
    const model = composeEdition(session.reader, edition, request, withSources);
    const place = { db: session.reader, path: session.path };
    const style = await documentStyle(place, edition.workingGroupId);
    const bytes = await styledBytes(() => model, format, { style, printPdf });
    signal?.throwIfAborted();
    await writeFileInto(path, (sink) => sink(bytes));
  }
  const { size } = statSync(path);
  if (session.isReadOnly) return { operationId: null, bytes: size };
  const made = {
    editionId: id,
    format,
    fileName: basename(path).slice(0, 255),
    madeAt: new Date().toISOString(),
    bytes: size,
    sha256: sha256(readFileSync(path)),
    withSources,
    contents,
  };
  const reason = { key: 'exportEdition', params: { title: edition.title, format } };
  const { operationId } = runOperation(session.writer(), { author, reason }, (operation) =>
    operation.insert('editionFile', made),
  );
  return { operationId, bytes: size };
}
