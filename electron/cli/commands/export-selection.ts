import { extname } from 'node:path';

import { letterFormats } from '#contract/selection-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { phaseOutcomes } from '#domain/selection.ts';
import { chooseCall } from '#services/choose-paper.ts';
import { makeLetters } from '#services/selection-papers/make-letters.ts';
import { exportSelectionPaper } from '#services/selection-papers/papers.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { checkedDay } from '../check-values.ts';
import { localToday } from '../chosen-list.ts';
import type { CliOutcome, CliRequest } from '../command.ts';
import type { OptionName } from '../options.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import type { SelectionExport } from '../selection-exports.ts';
import { selectionDocuments, selectionFormats } from '../selection-exports.ts';
import { reading, writing } from '../store.ts';
import { UsageError } from '../usage-error.ts';
import { numberText } from '../words.ts';
import { idOf } from './export-meetings.ts';

const foreign = [
  'meeting',
  'sub-group',
  'from',
  'to',
  'list',
  'person',
  'year',
  'group',
  'with-id',
] as const satisfies readonly OptionName[];

const ofLetters = [
  'outcome',
  'provisional',
  'skip-incomplete',
] as const satisfies readonly OptionName[];

function callOf(db: ReadableDb, request: CliRequest): Id<'callForInterest'> {
  const wanted = request.value('call');
  if (wanted === null) throw new UsageError('missingOption', { option: '--call' });
  return idOf(chooseCall(db, wanted), wanted, request, 'unknownCall');
}

/** Outcomes parted by commas; null for all. @throws UsageError */
function outcomesOf({ value }: CliRequest) {
  const wanted = value('outcome');
  if (wanted === null) return null;
  return wanted.split(',').map((word) => {
    const name = word.trim();
    const outcome = phaseOutcomes.find((known) => known === name);
    if (outcome === undefined) {
      throw new UsageError('unknownOutcome', { name, known: phaseOutcomes.join(', ') });
    }
    return outcome;
  });
}

/** Letters are recorded, so the store is opened for writing; an archive holds one file each. */
function exportedLetters(request: CliRequest, path: string, today: string): Promise<CliOutcome> {
  const { author, io, words } = request;
  const wanted = request.required('format').toLowerCase();
  const format = letterFormats.find((known) => known === wanted) ?? 'docx';
  const outcomes = outcomesOf(request);
  return writing(request, async (session) => {
    assertNoStore(path, request);
    const { value, operationId } = await makeLetters(
      session,
      path,
      { author },
      {
        callId: callOf(session.reader, request),
        includesProvisional: request.isSet('provisional'),
        outcomes,
        applicationIds: null,
        format,
        isOneFileEach: extname(path).toLowerCase() === '.zip',
        skipsProblems: request.isSet('skip-incomplete'),
        onlyNew: false,
        today,
      },
      { language: words.language, translate: words.t, printPdf: io.printPdf },
    );
    const { made, leftOut, withoutAddress } = value;
    const said = [
      words.t('cli:exportedLetters', { path, letters: numberText(made, words) }),
      ...(leftOut.length === 0
        ? []
        : [words.t('selectionPapers:make.leftOut', { numbers: leftOut.join(', ') })]),
      ...(withoutAddress.length === 0
        ? []
        : [words.t('selectionPapers:make.withoutAddress', { numbers: withoutAddress.join(', ') })]),
    ];
    return {
      json: { export: 'selection-letters', format, path, operationId, ...value },
      text: said.join('\n'),
    };
  });
}

/** A document of a call's selection, or its letters. @throws UsageError */
export function exportSelection(
  request: CliRequest,
  name: SelectionExport,
): CliOutcome | Promise<CliOutcome> {
  const { io, words } = request;
  const format = request.required('format').toLowerCase();
  const known = selectionFormats(name);
  if (!known.includes(format)) {
    throw new UsageError('unknownFormat', { name, format, known: known.join(', ') });
  }
  for (const option of [...foreign, ...(name === 'selection-letters' ? [] : ofLetters)]) {
    if (request.isSet(option)) throw new UsageError('notOfExport', { option: `--${option}`, name });
  }
  const path = request.path(request.required('out'));
  const today = checkedDay(request, 'at') ?? localToday();
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  if (name === 'selection-letters') return exportedLetters(request, path, today);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const callId = callOf(session.reader, request);
    const { bytes } = await exportSelectionPaper(session, path, {
      callId,
      paper: selectionDocuments[name],
      format,
      today,
      language: words.language,
      translate: words.t,
      printPdf: io.printPdf,
    });
    return {
      json: { export: name, callId, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}
