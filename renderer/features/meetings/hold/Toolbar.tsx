import { RichTextEditor } from '@mantine/tiptap';
import type { Editor } from '@tiptap/react';
import { useEditorState } from '@tiptap/react';
import { useTranslation } from 'react-i18next';

/** The library's controls, named in the language of the screen. */
export function useEditorLabels() {
  const { t } = useTranslation('meetings');
  return {
    boldControlLabel: t('toolbar.bold'),
    italicControlLabel: t('toolbar.italic'),
    underlineControlLabel: t('toolbar.underline'),
    h1ControlLabel: t('toolbar.h1'),
    h2ControlLabel: t('toolbar.h2'),
    h3ControlLabel: t('toolbar.h3'),
    bulletListControlLabel: t('toolbar.bulletList'),
    orderedListControlLabel: t('toolbar.orderedList'),
    linkControlLabel: t('toolbar.link'),
    unlinkControlLabel: t('toolbar.unlink'),
    linkEditorInputLabel: t('toolbar.linkAddress'),
    linkEditorInputPlaceholder: t('toolbar.linkPlaceholder'),
    linkEditorExternalLink: t('toolbar.linkNewTab'),
    linkEditorInternalLink: t('toolbar.linkNewTab'),
    linkEditorSave: t('toolbar.linkSave'),
    tableInsertControlLabel: t('toolbar.table'),
    tableInsertLabel: (columns: number, rows: number) => t('toolbar.tableSize', { columns, rows }),
    tableColumnAfterControlLabel: t('toolbar.columnAfter'),
    tableRowAfterControlLabel: t('toolbar.rowAfter'),
    tableColumnDeleteControlLabel: t('toolbar.columnDelete'),
    tableRowDeleteControlLabel: t('toolbar.rowDelete'),
    tableDeleteControlLabel: t('toolbar.tableDelete'),
    undoControlLabel: t('toolbar.undo'),
    redoControlLabel: t('toolbar.redo'),
  };
}

/** What lays the text out: only what the documents know how to write. */
export function Toolbar({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation('meetings');
  const isInTable = useEditorState({ editor, selector: (state) => state.editor.isActive('table') });
  return (
    <RichTextEditor.Toolbar role="toolbar" aria-label={t('toolbar.name')}>
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
