import type { Editor, JSONContent } from '@tiptap/core';

import type { RichText } from '#domain/rich-text.ts';
import {
  isBlankRichText,
  parseRichText,
  readRichText,
  richTextOfLines,
  richTextToKeep,
} from '#domain/rich-text.ts';

/** Without the empty paragraphs at its end, where one only meant to go on writing. */
export function trimmed(doc: RichText): RichText {
  const last = doc.content.findLastIndex(
    (node) => node.type !== 'paragraph' || (node.content ?? []).length > 0,
  );
  return { type: 'doc', content: doc.content.slice(0, last + 1) };
}

/** What the editor holds, as it is kept. What could not be kept as laid out is kept as plain text. */
export function textOfEditor(editor: Editor): string | null {
  const doc =
    readRichText(editor.getJSON()) ??
    richTextOfLines(editor.getText({ blockSeparator: '\n' }).split('\n'));
  return richTextToKeep(trimmed(doc));
}

/** A kept text as the editor takes it. */
export function contentOf(text: string | null): JSONContent | string {
  const doc = parseRichText(text);
  // The same document in the editor's own type, which is not read-only.
  return isBlankRichText(doc) ? '' : (structuredClone(doc) as JSONContent);
}
