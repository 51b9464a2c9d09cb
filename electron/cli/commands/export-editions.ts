import { statSync } from 'node:fs';

import { chooseReport } from '#services/choose-report.ts';
import { writeOnce } from '#services/editions/once.ts';
import { documentStyle } from '#services/house-style/style.ts';

import { checkedDay, checkedYear } from '../check-values.ts';
import type { CliOutcome, CliRequest, Command } from '../command.ts';
import type { EditionExport } from '../edition-exports.ts';
import { editionExportFormats, editionKinds } from '../edition-exports.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';

const own: ReadonlySet<string> = new Set(['year', 'group', 'at']);

/** A report on a year that no screen keeps an edition of, or its facts. @throws UsageError */
export function exportEditions(
  request: CliRequest,
  name: EditionExport,
  { optional }: Pick<Command, 'optional'>,
): CliOutcome | Promise<CliOutcome> {
  const { io, words } = request;
  const format = request.required('format').toLowerCase();
  if (!editionExportFormats.includes(format)) {
    throw new UsageError('unknownFormat', { name, format, known: editionExportFormats.join(', ') });
  }
  for (const option of optional) {
    if (!own.has(option) && request.isSet(option)) {
      throw new UsageError('notOfExport', { option: `--${option}`, name });
    }
  }
  const path = request.path(request.required('out'));
  const [year, asOfOn] = [checkedYear(request, 'year'), checkedDay(request, 'at')];
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const { reader } = session;
    const kind = editionKinds[name];
    const chosen = chooseReport(reader, kind, { year, group: request.value('group'), words });
    const day = await writeOnce(reader, path, {
      kind,
      groupId: chosen.groupId,
      year: chosen.year,
      asOfOn,
      format,
      style: await documentStyle({ db: reader, path: session.path }, chosen.groupId),
      language: words.language,
      translate: words.t,
      printPdf: io.printPdf,
    });
    const { groupId, year: of } = chosen;
    const bytes = statSync(path).size;
    return {
      json: { report: kind, groupId, year: of, asOfOn: day, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}
