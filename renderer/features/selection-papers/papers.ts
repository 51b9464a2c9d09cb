import type { ChannelInput, ChannelOutput } from '#contract/channels.ts';
import type {
  LetterFormat,
  SelectionPaperFormat,
  SelectionPaperName,
} from '#contract/selection-papers.channels.ts';
import { call } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { operations } from '#stores/operations.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

type CallId = ChannelInput<'selectionPapers:export'>['callId'];

/** Asks where to write, then writes a document of a selection there. */
export function exportPaper(
  callId: CallId,
  paper: SelectionPaperName,
  format: SelectionPaperFormat,
  suggestedName: string,
): Promise<void> {
  return exportFile(format, `${suggestedName}.${format}`, (grant, options) =>
    call('selectionPapers:export', { callId, paper, format, today: localToday(), grant }, options),
  );
}

export type LetterChoice = Omit<
  ChannelInput<'selectionPapers:makeLetters'>,
  'grant' | 'today' | 'format'
>;
export type Making = ChannelOutput<'selectionPapers:makeLetters'>;

/** Asks where to write, then makes letters there; `onMade` hears what was left out. */
export function makeLetters(
  choice: LetterChoice,
  format: LetterFormat,
  suggestedName: string,
  onMade: (made: Making) => void,
): Promise<void> {
  const ending = format === 'eml' || choice.isOneFileEach === true ? 'zip' : format;
  return exportFile(ending, `${suggestedName}.${ending}`, async (grant) => {
    const input = { ...choice, format, today: localToday(), grant };
    const made = await operations.performUnannounced('selectionPapers:makeLetters', input);
    onMade(made);
    return made;
  });
}
