import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import { dueText } from '#documents/reports/meetings/outcomes.ts';
import { paperMaking } from '#documents/reports/meetings/making.ts';
import { writeDraft } from '#interop/eml.ts';
import { usableAddress } from '#interop/mail-address.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { present } from '#services/meetings/find.ts';
import { reminders } from '#services/meetings/follow-up.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';

import type { DraftOptions } from './draft.ts';
import type { Message, MessageOptions } from './message.ts';

type Reminder = ReturnType<typeof reminders>[number];

/** What a reminder says: every open action, the late ones marked. */
export function reminderMessage({ name, actions }: Reminder, options: MessageOptions): Message {
  const make = paperMaking(options);
  const t = (key: string, params?: Readonly<Record<string, string | number>>): string =>
    options.translate(`meetingMail:${key}`, params);
  const line = ({ title, dueOn, isLate, meetingTitle }: Reminder['actions'][number]): string[] => {
    const due = dueText({ dueOn, isLate }, make);
    return [
      due === '' ? `- ${title}` : `- ${t('due', { title, due })}`,
      ...(meetingTitle === null ? [] : [`  ${make.t('from', { meeting: meetingTitle })}`]),
    ];
  };
  return {
    subject: t('reminder.subject', { count: actions.length }),
    text: [
      t('reminder.greeting', { name }),
      '',
      t('reminder.opening', { count: actions.length }),
      '',
      ...actions.flatMap(line),
      '',
      t('reminder.asking'),
      '',
      t('closing'),
    ].join('\n'),
  };
}

/**
 * Writes a message that reminds somebody of their open actions, and enters it in the register of each
 * meeting that decided one of them. A message to somebody without a usable address has no recipient.
 * @throws AppError `meeting.nothingToRemind`, `export.notWritable`
 */
export async function draftReminder(
  session: StoreSession,
  path: string,
  { author }: Author,
  request: Omit<ChannelRequest<'convocations:remind'>, 'grant'>,
  options: Omit<DraftOptions, 'printPdf'>,
): Promise<OperationResult<{ readonly actions: number; readonly recipients: number }>> {
  const db = session.reader;
  const { personId, organisationId } = request;
  const found = reminders(db, request).find((one) =>
    personId === null
      ? one.personId === null && one.organisationId === organisationId
      : one.personId === personId,
  );
  if (found === undefined) throw new AppError('meeting.nothingToRemind');
  session.writer();
  const address = usableAddress(found.email);
  const to = address === null ? [] : [{ name: found.name, email: address }];
  const bytes = await writeDraft({ to, ...reminderMessage(found, options), attachments: [] });
  options.signal?.throwIfAborted();
  const meetings = present(
    found.actions.map(({ id }) => getRecord(db, 'actionItem', id)?.meetingId ?? null),
  );
  return writeFileInto(path, async (sink) => {
    await sink(bytes);
    const reason = { key: 'prepareReminder', params: { name: found.name } };
    return runOperation(session.writer(), { author, reason }, (op) => {
      op.insertMany(
        'dispatch',
        meetings.map((meetingId) => ({
          values: {
            meetingId,
            kind: 'reminder',
            at: options.now ?? new Date().toISOString(),
            recipients: to.map(({ name, email }) => ({ personId, name, address: email })),
          },
        })),
      );
      return { actions: found.actions.length, recipients: to.length };
    });
  });
}
