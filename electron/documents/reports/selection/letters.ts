import { documentModel, lineBreak, paragraph, section } from '#documents/compose.ts';
import type { DocumentModel, Inline, ParagraphBlock, Section } from '#documents/model.ts';

import type { SelectionHead } from './making.ts';
import type { SelectionOptions } from './making.ts';
import { selectionMaking } from './making.ts';

/** One letter, its text filled in. */
export interface LetterCopy {
  readonly addressLines: readonly string[];
  readonly subject: string;
  /** Paragraphs are parted by an empty line. */
  readonly body: string;
}

const lines = (some: readonly string[]): (string | Inline)[] =>
  some.flatMap((line, index) => (index === 0 ? [line] : [lineBreak, line]));

/** Paragraphs of a text that was typed: an empty line parts them, other line ends stay. */
const paragraphsOf = (text: string): ParagraphBlock[] =>
  text
    .split(/\n[^\S\n]*\n/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => paragraph(lines(part.split('\n').map((line) => line.trim()))));

/** Letters to print, each on its own page with sender, recipient, date and subject. */
export function buildLetters(
  copies: readonly LetterCopy[],
  head: SelectionHead,
  options: SelectionOptions,
): DocumentModel {
  const { t, words } = selectionMaking(options);
  const group = words.t('group', { name: head.group.name });
  const sender = head.group.observatory === null ? [group] : [head.group.observatory, group];
  const sections = copies.map(({ addressLines, subject, body }): Section =>
    section(
      t('letter.subject', { subject }),
      [...paragraphsOf(body), paragraph(group, 'address')],
      {
        opening: [
          paragraph(lines(sender)),
          paragraph(lines(addressLines), 'address'),
          paragraph(t('letter.date', { day: words.day(head.day) }), 'address'),
        ],
        startsPage: true,
        isNumbered: false,
      },
    ),
  );
  const title = t('letter.title');
  return documentModel({
    layout: 'letters',
    meta: {
      title,
      subtitle: head.callTitle,
      organisation: head.group.observatory ?? group,
      ...(head.group.observatory === null ? {} : { group }),
      date: head.day,
      language: options.language,
      kind: 'selectionLetters',
      subject: `${title} – ${head.callTitle}`,
    },
    titlePage: { isCompact: true },
    numbering: 'none',
    hasContents: false,
    sections,
  });
}
