import type { DraftKind, PaperChoice } from '#contract/convocation.channels.ts';
import type { DocumentFormatName } from '#contract/schemas.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { operations } from '#stores/operations.ts';

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
    operations.perform('convocations:draft', { ...message, grant }),
  );
}
