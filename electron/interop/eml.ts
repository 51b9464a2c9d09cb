import { randomUUID } from 'node:crypto';

import { usableAddress } from './mail-address.ts';
import type { Correspondent } from './mail-address.ts';

export interface DraftAttachment {
  readonly fileName: string;
  /** Media type with its parameters, such as `text/calendar; method=REQUEST`. */
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** A message that somebody still has to look at and send. */
export interface MailDraft {
  readonly to: readonly Correspondent[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
}

// oxlint-disable-next-line no-control-regex -- control characters are what is taken out
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** Text of a header: one line, whatever was typed. */
const oneLine = (text: string): string => text.toWellFormed().replaceAll(UNSEEN, ' ').trim();

/**
 * A message file (RFC 5322) that mail programs open as a draft, ready to be sent from the person's own
 * account: it names no sender. Addresses that no mail program would take are left out.
 */
export async function writeDraft(draft: MailDraft): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const to = draft.to.flatMap(({ name, email }) => {
    const address = usableAddress(email);
    return address === null ? [] : [{ name: oneLine(name), address }];
  });
  const composer = new MailComposer({
    to,
    subject: oneLine(draft.subject),
    text: draft.text.toWellFormed(),
    textEncoding: 'quoted-printable',
    messageId: `<${randomUUID()}@rapporteur.invalid>`,
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
    attachments: draft.attachments.map(({ fileName, mime, bytes }) => ({
      filename: oneLine(fileName),
      contentType: mime,
      contentTransferEncoding: 'base64',
      content: Buffer.from(bytes),
    })),
  });
  return new Uint8Array(await composer.compile().build());
}
