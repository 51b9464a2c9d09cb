import type { Extensions } from '@tiptap/core';
import type { Editor } from '@tiptap/react';
import { useEditor } from '@tiptap/react';
import { useTranslation } from 'react-i18next';

import { contentOf, textOfEditor } from './editor-text.ts';
import { cleanPastedHtml } from './pasted-html.ts';
import type { TextSaver } from './use-stored-text.ts';
import { initialText, useStoredText } from './use-stored-text.ts';

/** What takes a text as it is typed. */
interface TypedTextSaver extends TextSaver {
  change(text: string | null): void;
  /** Saves at once what still waits. */
  flush(): Promise<unknown>;
}

export interface SavedEditorOptions {
  readonly extensions: Extensions;
  readonly label: string;
  readonly className: string;
  readonly saver: TypedTextSaver;
  /** The text as the store has it now. */
  readonly stored: string | null;
  readonly isReadOnly: boolean;
  /** Whether it opens with the keyboard at its end. */
  readonly takesFocus?: boolean;
}

/** An editor whose text is saved as it is typed, and follows what changes it elsewhere. */
export function useSavedEditor(options: SavedEditorOptions): Editor {
  const { saver, stored, isReadOnly } = options;
  const { i18n } = useTranslation();
  const editor = useEditor(
    {
      extensions: options.extensions,
      injectCSS: false,
      editable: !isReadOnly,
      autofocus: options.takesFocus === true ? 'end' : false,
      content: contentOf(initialText(saver, stored)),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': options.label,
          lang: i18n.language,
          spellcheck: 'true',
          class: options.className,
        },
        transformPastedHTML: cleanPastedHtml,
      },
      onCreate: ({ editor }) => {
        if (saver.isIdleFor(0)) saver.accept(textOfEditor(editor));
      },
      onUpdate: ({ editor }) => {
        saver.change(textOfEditor(editor));
      },
      onBlur: () => {
        void saver.flush();
      },
    },
    [saver, isReadOnly],
  );
  useStoredText(editor, saver, stored);
  return editor;
}
