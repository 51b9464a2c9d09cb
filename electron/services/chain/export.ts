import { statSync } from 'node:fs';

import type { ChainFormat } from '#contract/chain.channels.ts';
import type { ChannelRequest } from '#contract/channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import type { ChainPaper } from '#documents/reports/steering/chain.ts';
import { buildChain } from '#documents/reports/steering/chain.ts';
import type { Workbook } from '#interop/table.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translate } from '#platform/translate.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { groupOf } from '#services/reports/meeting-paper.ts';
import type { StoreSession } from '#services/session.ts';
import { writeWorkbook } from '#services/workbooks.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { chainGraph } from './graph.ts';

export interface ChainPaperRequest extends Omit<
  ChannelRequest<'chain:export'>,
  'grant' | 'format'
> {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

export interface ChainFileRequest extends ChainPaperRequest {
  readonly format: ChainFormat;
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
}

/** The chain of a year as a document, whatever it will be written as. @throws DataError `record.notFound` */
export function buildChainPaper(db: ReadableDb, request: ChainPaperRequest): ChainPaper {
  const { groupId, today, language, translate } = request;
  const group = groupOf(db, groupId);
  const { nodes, marks, links, paths, isCut, year, side } = chainGraph(db, request);
  return buildChain(
    { group, year, side, day: today, nodes, marks, links, paths, isCut },
    { language, translate },
  );
}

function workbookOf(
  { model, tables }: ChainPaper,
  { translate, language, today }: ChainPaperRequest,
): Workbook {
  const { title, subtitle = '', organisation } = model.meta;
  return {
    properties: { title: `${title} – ${subtitle}`, author: organisation, date: today, language },
    labels: { yes: translate('registers:yes'), no: translate('registers:no') },
    tables: tables.map(({ name, columns, rows }) => ({
      name,
      title: `${title} – ${subtitle}`,
      columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
      rows,
      rowCount: rows.length,
    })),
  };
}

/**
 * Writes the chain of a year to a file that appears whole or not at all.
 * @throws DataError `record.notFound`; AppError `export.noEngine`, `export.notWritable`, `export.tooLarge`
 */
export async function exportChain(
  session: StoreSession,
  path: string,
  request: ChainFileRequest,
): Promise<{ readonly bytes: number }> {
  const { format, signal } = request;
  const snapshot = session.openSnapshot();
  try {
    const paper = buildChainPaper(snapshot.db, request);
    signal?.throwIfAborted();
    if (format === 'xlsx' || format === 'ods') {
      const options = signal === undefined ? {} : { signal };
      await writeWorkbook(path, format, workbookOf(paper, request), options);
    } else {
      const place = { db: snapshot.db, path: session.path };
      const style = await documentStyle(place, request.groupId);
      const { printPdf } = request;
      const bytes = await styledBytes(() => paper.model, format, { style, printPdf });
      signal?.throwIfAborted();
      await writeFileInto(path, (sink) => sink(bytes));
    }
    return { bytes: statSync(path).size };
  } finally {
    snapshot.close();
  }
}
