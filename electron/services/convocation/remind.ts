import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import { dueText } from '#documents/reports/meetings/outcomes.ts';
import { paperMaking } from '#documents/reports/meetings/making.ts';
import { writeDraft } from '#interop/eml.ts';
import { writeArchive } from '#interop/file-archive.ts';
import { usableAddress } from '#interop/mail-address.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { present } from '#services/meetings/find.ts';
import { reminders } from '#services/meetings/follow-up.ts';
import type { Author } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

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

/** A message as it is written, and what the registers say of it. */
interface Drafted {
  readonly reminder: Reminder;
  readonly to: readonly { readonly name: string; readonly email: string }[];
  readonly bytes: Uint8Array;
}

async function drafted(reminder: Reminder, options: MessageOptions): Promise<Drafted> {
  const address = usableAddress(reminder.email);
  const to = address === null ? [] : [{ name: reminder.name, email: address }];
  const message = reminderMessage(reminder, options);
  return { reminder, to, bytes: await writeDraft({ to, ...message, attachments: [] }) };
}

/** One entry for each meeting that decided something the message speaks of. */
function entriesOf(db: ReadableDb, { reminder, to }: Drafted, at: string) {
  const { personId, actions } = reminder;
  const meetings = present(
    actions.map(({ id }) => getRecord(db, 'actionItem', id)?.meetingId ?? null),
  );
  return meetings.map((meetingId) => ({
    values: {
      meetingId,
      kind: 'reminder' as const,
      at,
      recipients: to.map(({ name, email }) => ({ personId, name, address: email })),
    },
  }));
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
  const draft = await drafted(found, options);
  options.signal?.throwIfAborted();
  const at = options.now ?? new Date().toISOString();
  return writeFileInto(path, async (sink) => {
    await sink(draft.bytes);
    const reason = { key: 'prepareReminder', params: { name: found.name } };
    return runOperation(session.writer(), { author, reason }, (op) => {
      op.insertMany('dispatch', entriesOf(op.db, draft, at));
      return { actions: found.actions.length, recipients: draft.to.length };
    });
  });
}

/** A file for each message, under the name of whom it is for. */
function filesOf(drafts: readonly Drafted[], { translate }: MessageOptions, day: string) {
  const taken = new Map<string, number>();
  return drafts.map(({ reminder, bytes }) => {
    const name = safeFileName(
      translate('meetingMail:reminder.fileName', { name: reminder.name }),
      'message',
    );
    const before = taken.get(name.toLowerCase()) ?? 0;
    taken.set(name.toLowerCase(), before + 1);
    return {
      name: before === 0 ? `${name}.eml` : `${name} (${before + 1}).eml`,
      byteSize: bytes.length,
      day,
      async *read() {
        yield bytes;
      },
    };
  });
}

/**
 * Writes the messages to everybody who has something left to do into one archive, and enters them in
 * the registers, as one operation.
 * @throws AppError `meeting.nothingToRemind`, `export.notWritable`
 */
export async function draftReminders(
  session: StoreSession,
  path: string,
  { author }: Author,
  request: Omit<ChannelRequest<'followUp:remindAll'>, 'grant'>,
  options: Omit<DraftOptions, 'printPdf'>,
): Promise<OperationResult<{ readonly messages: number; readonly withoutAddress: number }>> {
  const found = reminders(session.reader, request);
  if (found.length === 0) throw new AppError('meeting.nothingToRemind');
  session.writer();
  const drafts: Drafted[] = [];
  for (const reminder of found) {
    options.signal?.throwIfAborted();
    drafts.push(await drafted(reminder, options));
  }
  const at = options.now ?? new Date().toISOString();
  return writeFileInto(path, async (sink) => {
    await writeArchive(filesOf(drafts, options, request.today), sink);
    const reason = { key: 'prepareReminders', params: { count: drafts.length } };
    return runOperation(session.writer(), { author, reason }, (op) => {
      op.insertMany(
        'dispatch',
        drafts.flatMap((draft) => entriesOf(op.db, draft, at)),
      );
      const withoutAddress = drafts.filter(({ to }) => to.length === 0).length;
      return { messages: drafts.length, withoutAddress };
    });
  });
}
