import { eventPaperFormatsOf } from '#contract/event-papers.channels.ts';
import type { Choice } from '#services/choose-paper.ts';
import { chooseEvent, chooseParticipant, choosePlace } from '#services/choose-paper.ts';
import { exportEventPaper } from '#services/event-papers/papers.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { checkedDay } from '../check-values.ts';
import { localToday } from '../chosen-list.ts';
import type { CliOutcome, CliRequest } from '../command.ts';
import type { EventExport } from '../event-exports.ts';
import { eventDocuments, eventOptions } from '../event-exports.ts';
import { meetingOptions } from '../meeting-exports.ts';
import type { OptionName } from '../options.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { selectionOptions } from '../selection-exports.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';
import { idOf } from './export-meetings.ts';

const others = [
  ...meetingOptions,
  ...selectionOptions,
  'list',
  'person',
  'year',
  'group',
  'with-id',
] as const;

/** The option that names one participant or one place, where the document is also made for one. */
function subjectOption(name: EventExport): 'participant' | 'place' | null {
  if (name === 'event-schedules') return 'participant';
  return name === 'event-place-schedules' ? 'place' : null;
}

function assertOptions(request: CliRequest, name: EventExport): void {
  const allowed: readonly (OptionName | null)[] = ['event', subjectOption(name)];
  for (const option of [...eventOptions, ...others]) {
    if (request.isSet(option) && !allowed.includes(option)) {
      throw new UsageError('notOfExport', { option: `--${option}`, name });
    }
  }
}

function subjectOf(
  db: ReadableDb,
  request: CliRequest,
  name: EventExport,
  eventId: NonNullable<ReturnType<typeof chooseEvent>['found']>['id'],
): string | null {
  const option = subjectOption(name);
  const wanted = option === null ? null : request.value(option);
  if (wanted === null) return null;
  const choice: Choice<{ readonly id: string; readonly name: string }> =
    option === 'place' ? choosePlace(db, eventId, wanted) : chooseParticipant(db, eventId, wanted);
  return idOf(choice, wanted, request, option === 'place' ? 'unknownPlace' : 'unknownParticipant');
}

/** A document of an event. @throws UsageError */
export function exportEvents(
  request: CliRequest,
  name: EventExport,
): CliOutcome | Promise<CliOutcome> {
  const { io, words } = request;
  const paper = eventDocuments[name];
  assertOptions(request, name);
  const option = subjectOption(name);
  const format = request.required('format').toLowerCase();
  const known = eventPaperFormatsOf(paper, option !== null && request.isSet(option));
  if (!known.some((one) => one === format)) {
    throw new UsageError('unknownFormat', { name, format, known: known.join(', ') });
  }
  const wanted = request.value('event');
  if (wanted === null) throw new UsageError('missingOption', { option: '--event' });
  const path = request.path(request.required('out'));
  const today = checkedDay(request, 'at') ?? localToday();
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const db = session.reader;
    const eventId = idOf(chooseEvent(db, wanted), wanted, request, 'unknownEvent');
    const subject = subjectOf(db, request, name, eventId);
    const { bytes } = await exportEventPaper(session, path, {
      eventId,
      paper,
      subject,
      format,
      today,
      language: words.language,
      translate: words.t,
      printPdf: io.printPdf,
    });
    return {
      json: { export: name, eventId, subject, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}
