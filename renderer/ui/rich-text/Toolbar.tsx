import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';

/** The library's controls, named in the language of the screen. */
export function useEditorLabels() {
  const { t } = useTranslation('richText');
  return {
    boldControlLabel: t('bold'),
    italicControlLabel: t('italic'),
    underlineControlLabel: t('underline'),
    h1ControlLabel: t('h1'),
    h2ControlLabel: t('h2'),
    h3ControlLabel: t('h3'),
    bulletListControlLabel: t('bulletList'),
    orderedListControlLabel: t('orderedList'),
    linkControlLabel: t('link'),
    unlinkControlLabel: t('unlink'),
    linkEditorInputLabel: t('linkAddress'),
    linkEditorInputPlaceholder: t('linkPlaceholder'),
    linkEditorExternalLink: t('linkNewTab'),
    linkEditorInternalLink: t('linkNewTab'),
    linkEditorSave: t('linkSave'),
    tableInsertControlLabel: t('table'),
    tableInsertLabel: (columns: number, rows: number) => t('tableSize', { columns, rows }),
    tableColumnAfterControlLabel: t('columnAfter'),
    tableRowAfterControlLabel: t('rowAfter'),
    tableColumnDeleteControlLabel: t('columnDelete'),
    tableRowDeleteControlLabel: t('rowDelete'),
    tableDeleteControlLabel: t('tableDelete'),
    undoControlLabel: t('undo'),
    redoControlLabel: t('redo'),
  };
}

/** What lays the text out: only what the documents know how to write. */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('richText');
  const isInTable = useEditorState({ editor, selector: (state) => state.editor.isActive('table') });
  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label={t('name')}>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Bold />
        <RichTextEditor.Italic />
        <RichTextEditor.Underline />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.H1 />
        <RichTextEditor.H2 />
        <RichTextEditor.H3 />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.BulletList />
        <RichTextEditor.OrderedList />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Link />
        <RichTextEditor.Unlink />
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.TableInsert />
        {isInTable && (
          <>
            <RichTextEditor.TableColumnAfter />
            <RichTextEditor.TableRowAfter />
            <RichTextEditor.TableColumnDelete />
            <RichTextEditor.TableRowDelete />
            <RichTextEditor.TableDelete />
          </>
        )}
      </RichTextEditor.ControlsGroup>
      <RichTextEditor.ControlsGroup>
        <RichTextEditor.Undo />
        <RichTextEditor.Redo />
      </RichTextEditor.ControlsGroup>
    </RichTextEditor.Toolbar>
  );
}
