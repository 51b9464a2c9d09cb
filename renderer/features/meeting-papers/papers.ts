import type { DraftKind, PaperChoice } from '#contract/convocation.channels.ts';
import type { DocumentFormatName } from '#contract/schemas.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { tracked } from '#stores/activity.store.ts';

/** Asks where to write, then writes a document of a meeting or of a sub-group there. */
export function exportPaper(
  paper: PaperChoice,
  format: DocumentFormatName,
  today: string,
  suggestedName: string,
): Promise<void> {
  return exportFile(format, `${suggestedName}.${format}`, (grant, options) =>
    call('meetingDocuments:export', { paper, today, format, grant }, options),
  );
}

/** Asks where to write, then prepares a message there, to be opened in the mail program. */
export function prepareMessage(
  message: {
    readonly meetingId: Extract<PaperChoice, { meetingId: unknown }>['meetingId'];
    readonly kind: DraftKind;
    readonly today: string;
  },
  suggestedName: string,
): Promise<void> {
  return exportFile('eml', `${suggestedName}.eml`, (grant) =>
    // What was written is answered with the way to open it; the journal undoes the rest.
    tracked(() => call('convocations:draft', { ...message, grant })),
  );
}
