import type { DraftKind } from '#contract/convocation.channels.ts';
import {
  timeText,
  whenText,
  durationText,
  paperMaking,
} from '#documents/reports/meetings/making.ts';
import { responsibleText, dueText, outcomesOf } from '#documents/reports/meetings/outcomes.ts';
import type { RecordOf } from '#domain/registry.ts';
import type { MeetingPaper } from '#documents/reports/meetings/paper-data.ts';
import type { Translator } from '#platform/translate.ts';

export interface MessageOptions {
  readonly translate: Translator['t'];
  readonly language: 'fr' | 'en';
}

export interface Message {
  readonly subject: string;
  readonly text: string;
}

const lines = (...parts: readonly (string | null | readonly string[])[]): string[] =>
  parts.flatMap((part) => (part === null ? [] : typeof part === 'string' ? [part] : [...part]));

/** What a message says of a meeting beyond its papers. */
type Changed = Pick<RecordOf<'meeting'>, 'cancellationReason' | 'postponedFromOn'>;

/** What a message about a meeting says; the agenda is in it as plain text. */
export function meetingMessage(
  kind: DraftKind,
  paper: MeetingPaper & { readonly meeting: Changed },
  options: MessageOptions,
): Message {
  const make = paperMaking(options);
  const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    options.translate(`meetingMail:${key}`, params);
  const { meeting, items } = paper;
  const when = whenText(meeting, make) ?? make.t('dayToCome');
  const facts = lines(
    t('fact', { label: make.t('fact.when'), value: when }),
    meeting.place === null
      ? null
      : t('fact', { label: make.t('fact.place'), value: meeting.place }),
    meeting.remoteLink === null
      ? null
      : t('fact', { label: make.t('fact.remote'), value: meeting.remoteLink }),
  );
  const agenda = items.map((item, index) => {
    const more = [
      item.startsAt === null || paper.totals.plannedMinutes === 0
        ? ''
        : timeText(item.startsAt, make),
      item.durationMinutes === null ? '' : durationText(item.durationMinutes, make),
      item.presenterName ?? '',
    ].filter((part) => part !== '');
    return `${index + 1}. ${item.title}${more.length === 0 ? '' : ` (${more.join(', ')})`}`;
  });
  const agendaLines =
    agenda.length === 0
      ? []
      : ['', t('fact', { label: make.t('agenda.title'), value: '' }).trim(), ...agenda];
  const { decisions, actions } = outcomesOf(paper);
  const outcomes = lines(
    decisions.length === 0
      ? null
      : ['', t('decisions'), ...decisions.map(({ title }) => `- ${title}`)],
    actions.length === 0
      ? null
      : [
          '',
          t('actions'),
          ...actions.map((action) => {
            const more = [responsibleText(action), dueText(action, make)]
              .filter((part) => part !== '')
              .join(', ');
            return more === '' ? `- ${action.title}` : `- ${action.title} (${more})`;
          }),
        ],
  );
  const isAhead = kind === 'convocation' || kind === 'update';
  const params = { title: meeting.title, when };
  return {
    subject: t(`${kind}.subject`, params),
    text: lines(
      t('greeting'),
      '',
      t(`${kind}.opening`, params),
      kind === 'cancellation' && meeting.cancellationReason !== null
        ? ['', t('cancellation.reason', { reason: meeting.cancellationReason })]
        : null,
      kind === 'update' && meeting.postponedFromOn !== null
        ? ['', t('update.postponed', { day: make.words.day(meeting.postponedFromOn) })]
        : null,
      kind === 'minutes' ? null : ['', ...facts],
      isAhead ? lines(meeting.purpose === null ? null : ['', meeting.purpose], agendaLines) : null,
      kind === 'minutes' ? outcomes : null,
      isAhead ? ['', t('excuse')] : null,
      '',
      t('closing'),
      paper.secretaryName,
      paper.group.name,
    ).join('\n'),
  };
}
