import { writeCsv } from './csv.exporter.ts';
import { ODS_MIME } from './ods-parts.ts';
import { writeOds } from './ods.exporter.ts';
import type { ByteSink, ExportOptions, ExportResult, Workbook } from './table.ts';
import { writeXlsx } from './xlsx.exporter.ts';

export type ExportFormat = 'xlsx' | 'ods' | 'csv';

/** One format. `write` sends the file to `sink` in order; write to a temporary file and rename. */
export interface Exporter {
  readonly id: ExportFormat;
  readonly extension: string;
  readonly mime: string;
  readonly write: (
    workbook: Workbook,
    sink: ByteSink,
    options?: ExportOptions,
  ) => Promise<ExportResult>;
}

/** Every spreadsheet format that registers are exported in. */
export const exporters: Readonly<Record<ExportFormat, Exporter>> = {
  xlsx: {
    id: 'xlsx',
    extension: 'xlsx',
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeXlsx,
  },
  ods: { id: 'ods', extension: 'ods', mime: ODS_MIME, write: writeOds },
  csv: { id: 'csv', extension: 'csv', mime: 'text/csv;charset=utf-8', write: writeCsv },
};

export function isExportFormat(format: string): format is ExportFormat {
  return Object.hasOwn(exporters, format);
}

/** The whole file in memory, for small exports; same errors as `Exporter.write`. */
export async function exportToBytes(
  format: ExportFormat,
  workbook: Workbook,
  options: ExportOptions = {},
): Promise<ExportResult & { bytes: Uint8Array }> {
  const chunks: Uint8Array[] = [];
  const result = await exporters[format].write(
    workbook,
    (chunk) => void chunks.push(chunk),
    options,
  );
  return { ...result, bytes: Buffer.concat(chunks) };
}
