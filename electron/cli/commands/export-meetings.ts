import type { PaperChoice } from '#contract/convocation.channels.ts';
import type { Choice } from '#services/choose-paper.ts';
import { chooseGroup, chooseMeeting, chooseSubGroup } from '#services/choose-paper.ts';
import { exportCalendar } from '#services/convocation/calendar.ts';
import { exportPaper } from '#services/meeting-documents.ts';

import { checkedDay, checkedYear } from '../check-values.ts';
import { localToday } from '../chosen-list.ts';
import type { CliOutcome, CliRequest } from '../command.ts';
import type { OptionName } from '../options.ts';
import type { MeetingExport } from '../meeting-exports.ts';
import { meetingFormats, meetingOptions, papers } from '../meeting-exports.ts';
import { assertNoStore } from '../output-file.ts';
import { printThroughElectron } from '../print-through-electron.ts';
import { reading } from '../store.ts';
import { UsageError } from '../usage-error.ts';
import { numberText } from '../words.ts';

function optionsOf(name: MeetingExport): readonly OptionName[] {
  if (name === 'calendar') return ['year', 'group'];
  return name === 'roadmap' ? ['sub-group', 'at'] : ['meeting', 'at'];
}

/** @throws UsageError naming what there is instead */
export function idOf<N extends { readonly id: string; readonly name: string }>(
  choice: Choice<N>,
  wanted: string,
  { words }: CliRequest,
  refusal:
    | 'unknownMeeting'
    | 'unknownSubGroup'
    | 'unknownGroup'
    | 'unknownCall'
    | 'unknownEvent'
    | 'unknownParticipant'
    | 'unknownPlace',
): N['id'] {
  if (choice.found !== null) return choice.found.id;
  const known = choice.known.join(', ');
  throw new UsageError(refusal, {
    name: wanted,
    known: known === '' ? words.t('cli:none') : known,
  });
}

function exportedCalendar(request: CliRequest, path: string): Promise<CliOutcome> {
  const { words } = request;
  const year = checkedYear(request, 'year');
  const wanted = request.value('group');
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const workingGroupId =
      wanted === null
        ? null
        : idOf(chooseGroup(session.reader, wanted), wanted, request, 'unknownGroup');
    const entries = await exportCalendar(session, path, {
      year,
      workingGroupId,
      translate: words.t,
    });
    return {
      json: { export: 'calendar', year, path, entries },
      text: words.t('cli:exportedEntries', { path, entries: numberText(entries, words) }),
    };
  });
}

/** A document of a meeting or of a sub-group, or the calendar. @throws UsageError */
export function exportMeetings(
  request: CliRequest,
  name: MeetingExport,
): CliOutcome | Promise<CliOutcome> {
  const { io, words } = request;
  const format = request.required('format').toLowerCase();
  const known = meetingFormats(name);
  if (!known.includes(format)) {
    throw new UsageError('unknownFormat', { name, format, known: known.join(', ') });
  }
  const allowed = optionsOf(name);
  const foreign = [...meetingOptions, 'at', 'list', 'person', 'year', 'group', 'with-id'] as const;
  for (const option of foreign) {
    if (request.isSet(option) && !allowed.includes(option)) {
      throw new UsageError('notOfExport', { option: `--${option}`, name });
    }
  }
  const path = request.path(request.required('out'));
  if (name === 'calendar') return exportedCalendar(request, path);
  const option = name === 'roadmap' ? 'sub-group' : 'meeting';
  const wanted = request.value(option);
  if (wanted === null) throw new UsageError('missingOption', { option: `--${option}` });
  const today = checkedDay(request, 'at') ?? localToday();
  if (format === 'pdf' && io.printPdf === undefined) return printThroughElectron(request, path);
  return reading(request, async (session) => {
    assertNoStore(path, request);
    const db = session.reader;
    const paper: PaperChoice =
      name === 'roadmap'
        ? {
            document: 'roadmap',
            subGroupId: idOf(chooseSubGroup(db, wanted), wanted, request, 'unknownSubGroup'),
          }
        : {
            document: papers[name] ?? 'agenda',
            meetingId: idOf(chooseMeeting(db, wanted), wanted, request, 'unknownMeeting'),
          };
    const bytes = await exportPaper(session, path, {
      paper,
      today,
      format,
      language: words.language,
      translate: words.t,
      printPdf: io.printPdf,
    });
    return {
      json: { export: name, ...paper, format, path, bytes },
      text: words.t('cli:exported', { path }),
    };
  });
}
