import type {
  DocumentFormatName,
  RegisterName,
  ReportName,
  SpreadsheetFormatName,
} from '#contract/schemas.ts';
import {
  documentFormats,
  registerNames,
  reportNames,
  spreadsheetFormats,
} from '#contract/schemas.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { chooseReport } from '#services/choose-report.ts';
import { exportRegister } from '#services/registers.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { reportFile } from '#services/reports.ts';

import { checkedYear } from '../check-values.ts';
import type { CliOutcome, CliRequest, Command } from '../command.ts';
import { editionExports } from '../edition-exports.ts';
import { eventExports, eventOptions } from '../event-exports.ts';
import { meetingExports, meetingOptions } from '../meeting-exports.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { reading } from '../store.ts';
import { selectionExports, selectionOptions } from '../selection-exports.ts';
import { UsageError } from '../usage-error.ts';
import { numberText } from '../words.ts';
import { exportDecisions, isDecisionsDocument } from './export-decisions.ts';
import { exportEditions } from './export-editions.ts';
import { exportEvents } from './export-events.ts';
import { exportMeetings } from './export-meetings.ts';
import { exportSelection } from './export-selection.ts';
import { contactExports, contactOptions, exportContacts } from './export-contacts.ts';

function checkedFormat<F extends string>(
  formats: readonly F[],
  name: string,
  { required }: CliRequest,
): F {
  const wanted = required('format').toLowerCase();
  const format = formats.find((known) => known === wanted);
  if (format === undefined) {
    throw new UsageError('unknownFormat', { name, format: wanted, known: formats.join(', ') });
  }
  return format;
}

function exportedReport(
  request: CliRequest,
  report: ReportName,
  format: DocumentFormatName,
): Promise<CliOutcome> {
  const { io, words } = request;
  const path = request.path(request.required('out'));
  if (request.isSet('with-id')) throw new UsageError('onlyRegisters', { option: '--with-id' });
  const year = checkedYear(request, 'year');
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    const { reader } = session;
    assertNoStore(path, request);
    const chosen = chooseReport(reader, report, { year, group: request.value('group'), words });
    const bytes = await reportFile(reader, {
      ...chosen,
      format,
      style: await documentStyle({ db: reader, path: session.path }, chosen.groupId),
      language: words.language,
      translate: words.t,
      ...(io.printPdf === undefined ? {} : { printPdf: io.printPdf }),
    });
    await writeFileInto(path, (sink) => sink(bytes));
    return {
      json: { ...chosen, format, path, bytes: bytes.length },
      text: words.t('cli:exported', { path }),
    };
  });
}

function exportedRegister(
  request: CliRequest,
  register: RegisterName,
  format: SpreadsheetFormatName,
): Promise<CliOutcome> {
  const { author, words } = request;
  const path = request.path(request.required('out'));
  for (const option of ['year', 'group'] as const) {
    if (request.isSet(option)) throw new UsageError('onlyReports', { option: `--${option}` });
  }
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const { rows, warnings } = await exportRegister(session, path, {
      register,
      format,
      author,
      columns: null,
      withId: request.isSet('with-id'),
      query: { text: '', filters: [], sort: [], at: null },
      language: words.language,
      translate: words.t,
    });
    const said = warnings.map(({ code, count }) =>
      words.t('cli:warning', {
        text: words.t(`registers:warnings.${code}`, { number: numberText(count, words) }),
      }),
    );
    const done =
      rows === 0
        ? words.t('cli:exportedNothing', { path })
        : words.t('cli:exportedRows', { path, rows: numberText(rows, words) });
    return { json: { register, format, path, rows, warnings }, text: [done, ...said].join('\n') };
  });
}

export const exportFile: Command = {
  arguments: ['report'],
  required: ['store', 'format', 'out'],
  optional: [
    'year',
    'group',
    'with-id',
    ...contactOptions,
    ...meetingOptions,
    ...selectionOptions,
    ...eventOptions,
  ],
  run: (request) => {
    const name = request.argument('report');
    const contact = contactExports.find((known) => known === name);
    const edition = editionExports.find((known) => known === name);
    if (edition !== undefined) return exportEditions(request, edition, exportFile);
    const event = eventExports.find((known) => known === name);
    if (event !== undefined) return exportEvents(request, event);
    for (const option of eventOptions) {
      if (request.isSet(option)) {
        throw new UsageError('notOfExport', { option: `--${option}`, name });
      }
    }
    const selection = selectionExports.find((known) => known === name);
    if (selection !== undefined) return exportSelection(request, selection);
    for (const option of selectionOptions) {
      if (request.isSet(option)) {
        throw new UsageError('notOfExport', { option: `--${option}`, name });
      }
    }
    const meeting = meetingExports.find((known) => known === name);
    if (meeting !== undefined) return exportMeetings(request, meeting);
    if (isDecisionsDocument(request, name)) return exportDecisions(request);
    for (const option of meetingOptions) {
      if (request.isSet(option)) {
        throw new UsageError('notOfExport', { option: `--${option}`, name });
      }
    }
    if (contact !== undefined) return exportContacts(request, contact);
    for (const option of contactOptions) {
      if (request.isSet(option)) {
        throw new UsageError('notOfExport', { option: `--${option}`, name });
      }
    }
    const report = reportNames.find((known) => known === name);
    if (report !== undefined) {
      return exportedReport(request, report, checkedFormat(documentFormats, name, request));
    }
    const register = registerNames.find((known) => known === name);
    if (register !== undefined) {
      return exportedRegister(request, register, checkedFormat(spreadsheetFormats, name, request));
    }
    const known = [
      ...reportNames,
      ...editionExports,
      ...meetingExports,
      ...selectionExports,
      ...eventExports,
      ...contactExports,
      ...registerNames,
    ].join(', ');
    throw new UsageError('unknownExport', { name, known });
  },
};
