import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { useEditor } from '@tiptap/react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { LiveSaver } from '#stores/live-saver.ts';
import { contentOf, textOfEditor } from '#ui/rich-text/editor-text.ts';
import { cleanPastedHtml } from '#ui/rich-text/pasted-html.ts';
import { textExtensions } from '#ui/rich-text/text-extensions.ts';
import { Toolbar, useEditorLabels } from '#ui/rich-text/Toolbar.tsx';
import { initialText, useStoredText } from '#ui/rich-text/use-stored-text.ts';

import classes from './Edition.module.css';

interface TextEditorProps {
  readonly label: string;
  readonly placeholder: string;
  readonly saver: LiveSaver;
  /** The text as the store has it now. */
  readonly stored: string | null;
  readonly isReadOnly: boolean;
}

/** A text of the author, laid out as it is typed and saved at every pause. */
export function TextEditor({ label, placeholder, saver, stored, isReadOnly }: TextEditorProps) {
  const { i18n } = useTranslation();
  const labels = useEditorLabels();
  const extensions = useMemo(() => textExtensions(), []);
  const editor = useEditor(
    {
      extensions,
      injectCSS: false,
      editable: !isReadOnly,
      content: contentOf(initialText(saver, stored)),
      editorProps: {
        attributes: {
          role: 'textbox',
          'aria-multiline': 'true',
          'aria-label': label,
          lang: i18n.language,
          spellcheck: 'true',
          class: classes['prose'] ?? '',
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
  return (
    <RichTextEditor editor={editor} labels={labels} className={classes['editor'] ?? ''}>
      {!isReadOnly && <Toolbar editor={editor} />}
      <RichTextEditor.Content />
      {editor.isEmpty && !isReadOnly && <p className={classes['placeholder']}>{placeholder}</p>}
    </RichTextEditor>
  );
}
