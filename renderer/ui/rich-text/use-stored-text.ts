import type { Editor } from '@tiptap/core';
import { useEffect } from 'react';

import { contentOf, textOfEditor } from './editor-text.ts';

/** What keeps a text while it is typed. */
export interface TextSaver {
  /** What was last typed, saved or not. */
  readonly latest: string | null;
  /** True when nothing waits to be saved, and has not for so long (milliseconds). */
  isIdleFor(duration: number): boolean;
  /** Takes a text that is in the store already. */
  accept(text: string | null): void;
}

/** How long after the last save the store's text is taken for the latest, in milliseconds. */
const SETTLED_MS = 1200;

/** What an editor opens with: the store's text, unless what was typed last has only just left. */
export const initialText = (saver: TextSaver, stored: string | null): string | null =>
  saver.isIdleFor(SETTLED_MS) ? stored : saver.latest;

/** Takes over what changed the text elsewhere, such as an undoing, once nothing is being typed. */
export function useStoredText(editor: Editor, saver: TextSaver, stored: string | null): void {
  useEffect(() => {
    const take = (): void => {
      if (!saver.isIdleFor(SETTLED_MS - 200) || editor.isDestroyed) return;
      if (textOfEditor(editor) === stored) return;
      editor.commands.setContent(contentOf(stored), { emitUpdate: false });
      saver.accept(textOfEditor(editor));
    };
    const timer = setTimeout(take, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [editor, saver, stored]);
}
