import type { ReportName } from '#contract/schemas.ts';
import { reportNames } from '#contract/schemas.ts';
import { AppError } from '#contract/errors.ts';
import type { DocumentModel } from '#documents/model.ts';
import type { WriteOptions } from '#documents/options.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import { buildRestitution } from '#documents/reports/restitution.ts';
import { buildSynthesis } from '#documents/reports/synthesis.ts';
import type { ReportTranslate } from '#documents/reports/wording.ts';
import { yearsOf } from '#repositories/dashboard.repo.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { DocumentStyle } from './house-style/style.ts';
import { styledBytes } from './house-style/write.ts';
import { gatherReportData } from './reports/report-data.ts';

const builders = { synthesis: buildSynthesis, restitution: buildRestitution } as const;

export interface ReportEntry {
  readonly report: ReportName;
  readonly groupId: string;
  readonly groupName: string;
  readonly year: number;
}

/** The reports that the store has matter for: both kinds for each year that its records tell of, latest first. */
export function listReports(db: ReadableDb): ReportEntry[] {
  return listRecords(db, 'workingGroup', {}, ['name']).flatMap(({ id, name }) =>
    yearsOf(db, id).flatMap((year) =>
      reportNames.map((report) => ({ report, groupId: id, groupName: name, year })),
    ),
  );
}

export interface BuildRequest {
  readonly report: ReportName;
  readonly groupId: string;
  readonly year: number;
  readonly language: 'fr' | 'en';
  readonly translate: ReportTranslate;
}

/**
 * One report as a document, whatever it will be written as.
 * @throws AppError `export.noGroup`, `export.unknownReport`
 */
export function buildReport(db: ReadableDb, request: BuildRequest): DocumentModel {
  const { report, language, translate } = request;
  const build = Object.hasOwn(builders, report) ? builders[report] : undefined;
  if (build === undefined) {
    throw new AppError('export.unknownReport', { report, known: [...reportNames] });
  }
  return build(gatherReportData(db, request), { language, translate });
}

export interface ReportFileRequest extends BuildRequest {
  /** `docx`, `odt`, `pptx`, `odp`, `html` or `pdf`. */
  readonly format: string;
  readonly printPdf?: PrintPdf | undefined;
  readonly options?: WriteOptions;
  readonly style?: DocumentStyle;
}

/**
 * One report as the bytes of a file.
 * @throws AppError as `buildReport`; `export.unknownFormat`; `export.noEngine` for a PDF without a browser
 */
export function reportFile(db: ReadableDb, request: ReportFileRequest): Promise<Uint8Array> {
  const { format, printPdf, options, style } = request;
  return styledBytes(() => buildReport(db, request), format, { style, printPdf, options });
}
