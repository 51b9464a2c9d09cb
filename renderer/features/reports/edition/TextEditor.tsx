import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import { useMemo } from 'react';

import type { LiveSaver } from '#stores/live-saver.ts';
import { textExtensions } from '#ui/rich-text/text-extensions.ts';
import { Toolbar, useEditorLabels } from '#ui/rich-text/Toolbar.tsx';
import { useSavedEditor } from '#ui/rich-text/use-saved-editor.ts';

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
  const labels = useEditorLabels();
  const extensions = useMemo(() => textExtensions(), []);
  const editor = useSavedEditor({
    extensions,
    label,
    className: classes['prose'] ?? '',
    saver,
    stored,
    isReadOnly,
  });
  return (
    <RichTextEditor editor={editor} labels={labels} className={classes['editor'] ?? ''}>
      {!isReadOnly && <Toolbar editor={editor} />}
      <RichTextEditor.Content />
      {editor.isEmpty && !isReadOnly && <p className={classes['placeholder']}>{placeholder}</p>}
    </RichTextEditor>
  );
}
