import type { ChannelName } from '#contract/channels.ts';
import {
  addAgendaItem,
  agendaTemplates,
  applyTemplate,
  reorderAgenda,
  runAgendaItem,
  saveTemplate,
} from '#services/meetings/agenda.ts';
import { attend, fillExpected, invite } from '#services/meetings/attendance.ts';
import { closeMeeting, reopenMeeting, startMeeting } from '#services/meetings/lifecycle.ts';
import {
  amendMinutes,
  openMinutes,
  saveMinutesItem,
  validateMinutes,
} from '#services/meetings/minutes.ts';
import { act, decide } from '#services/meetings/outcomes.ts';
import { adoptProposals, proposalsFor } from '#services/meetings/proposals.ts';
import { cancelMeeting, postponeMeeting, restoreMeeting } from '#services/meetings/rescheduling.ts';
import { planSeries, proposeDates, seriesOf } from '#services/meetings/series.ts';
import { standingAt } from '#services/meetings/standing.ts';
import { meetingSheet } from '#services/meetings/sheet.ts';
import { compareMinutes, minutesVersions } from '#services/meetings/versions.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels = Extract<ChannelName, `meetings:${string}` | `minutes:${string}`>;

/** What a service says of the operation that it ran. */
interface Ran<T> {
  readonly operationId: string | null;
  readonly value: T;
}

const doneBy = ({ operationId }: Ran<unknown>) => ({ operationId });
const madeBy = ({ operationId, value }: Ran<string>) => ({ operationId, id: value });
const allMadeBy = ({ operationId, value }: Ran<string[]>) => ({
  operationId,
  ids: value,
});

export const meetingHandlers: StoreHandlers<Channels> = {
  'meetings:sheet': ({ reader }, request) => meetingSheet(reader, request),
  'meetings:reorder': (session, request, by) => doneBy(reorderAgenda(session, by, request)),
  'meetings:addItem': (session, request, by) => madeBy(addAgendaItem(session, by, request)),
  'meetings:runItem': (session, request, by) => doneBy(runAgendaItem(session, by, request)),
  'meetings:proposals': ({ reader }, request) => proposalsFor(reader, request),
  'meetings:adopt': (session, request, by) => allMadeBy(adoptProposals(session, by, request)),
  'meetings:templates': ({ reader }, { workingGroupId }) =>
    agendaTemplates(reader, workingGroupId).map(({ id, name, meetingKind, items }) => ({
      id,
      name,
      meetingKind,
      items,
    })),
  'meetings:saveTemplate': (session, request, by) => madeBy(saveTemplate(session, by, request)),
  'meetings:applyTemplate': (session, request, by) =>
    allMadeBy(applyTemplate(session, by, request)),
  'meetings:expected': (session, request, by) => {
    const { value, operationId } = fillExpected(session, by, request);
    return { operationId, added: value };
  },
  'meetings:attend': (session, request, by) => doneBy(attend(session, by, request)),
  'meetings:invite': (session, request, by) => madeBy(invite(session, by, request)),
  'meetings:start': (session, request, by) => {
    const { value, operationId } = startMeeting(session, by, request);
    return { operationId, minutesId: value };
  },
  'meetings:close': (session, request, by) => doneBy(closeMeeting(session, by, request)),
  'meetings:reopen': (session, request, by) => doneBy(reopenMeeting(session, by, request)),
  'meetings:decide': (session, request, by) => madeBy(decide(session, by, request)),
  'meetings:act': (session, request, by) => madeBy(act(session, by, request)),
  'meetings:series': ({ reader }, request) => seriesOf(reader, request),
  'meetings:proposeDates': ({ reader }, request) => proposeDates(reader, request),
  'meetings:planSeries': (session, request, by) => {
    const { value, operationId } = planSeries(session, by, request);
    return { operationId, ...value };
  },
  'meetings:cancel': (session, request, by) => doneBy(cancelMeeting(session, by, request)),
  'meetings:postpone': (session, request, by) => doneBy(postponeMeeting(session, by, request)),
  'meetings:restore': (session, request, by) => doneBy(restoreMeeting(session, by, request)),
  'meetings:standing': ({ reader }, request) => standingAt(reader, request),
  'minutes:open': (session, request, by) => madeBy(openMinutes(session, by, request)),
  'minutes:saveItem': (session, request, by) => {
    const { value, operationId } = saveMinutesItem(session, by, request);
    return { operationId, ...value, savedAt: new Date().toISOString() };
  },
  'minutes:validate': (session, request, by) => {
    const { value, operationId } = validateMinutes(session, by, request);
    return { operationId, number: value };
  },
  'minutes:amend': (session, request, by) => madeBy(amendMinutes(session, by, request)),
  'minutes:versions': ({ reader }, request) => minutesVersions(reader, request),
  'minutes:compare': ({ reader }, request) => compareMinutes(reader, request),
};
