import { RichTextEditor } from '@mantine/tiptap';
import '@mantine/tiptap/styles.css';
import type { Editor } from '@tiptap/react';
import type { Ref } from 'react';
import { useEffect, useId, useImperativeHandle, useMemo, useState } from 'react';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';

import classes from './Hold.module.css';
import type { LiveSaver } from '#stores/live-saver.ts';
import { useSavedEditor } from '#ui/rich-text/use-saved-editor.ts';
import { minutesExtensions } from './extensions.ts';
import type { SlashCommand } from './slash-command.ts';
import { slashCommands } from './slash-command.ts';
import type { MenuEntry } from './suggestion-menu.ts';
import { SuggestionMenu } from './suggestion-menu.ts';
import { SuggestionList } from './SuggestionList.tsx';
import { Toolbar, useEditorLabels } from '#ui/rich-text/Toolbar.tsx';

export interface MinutesEditorHandle {
  focus(): void;
  /** Places a decision or an action where one was writing. */
  place(kind: 'decision' | 'action', id: string): void;
}

interface MinutesEditorProps {
  readonly ref?: Ref<MinutesEditorHandle>;
  readonly label: string;
  readonly saver: LiveSaver;
  /** The text as the store has it now. */
  readonly stored: string | null;
  readonly isReadOnly?: boolean;
  readonly isInitiallyFocused?: boolean;
  readonly onCommand: (command: SlashCommand, wording: string) => void;
}

async function findPeople(text: string): Promise<readonly MenuEntry[]> {
  const found = await recordPort.options('person', text);
  return found.slice(0, 8).map(({ id, label, detail }) => ({ key: id, label, hint: detail }));
}

/** What each command is called, in both languages. */
function namesOf(command: SlashCommand): readonly string[] {
  return (['fr', 'en'] as const).map((lng) =>
    i18next.t(`meetings:hold.command.${command}`, { lng }),
  );
}

/** The text of one item, laid out as it is typed and saved at every pause. */
export function MinutesEditor(props: MinutesEditorProps) {
  const { ref, label, saver, stored, isReadOnly = false, onCommand } = props;
  const { t } = useTranslation('meetings');
  const labels = useEditorLabels();
  const [menu] = useState(() => new SuggestionMenu());
  const menuId = useId();
  useEffect(() => {
    menu.obeyWith(onCommand);
  });
  const extensions = useMemo(() => {
    const entry = (command: SlashCommand): MenuEntry => ({
      key: command,
      label: t(`hold.command.${command}`),
      hint: t(`hold.command.${command}Hint`),
    });
    return minutesExtensions({
      menu,
      findPeople,
      commandEntries: {
        decision: entry('decision'),
        action: entry('action'),
        report: entry('report'),
      },
      commandNames: {
        decision: namesOf(slashCommands[0]),
        action: namesOf(slashCommands[1]),
        report: namesOf(slashCommands[2]),
      },
    });
  }, [menu, t]);
  const editor = useSavedEditor({
    extensions,
    label,
    className: classes['prose'] ?? '',
    saver,
    stored,
    isReadOnly,
    takesFocus: props.isInitiallyFocused === true,
  });
  useMenuAria(editor, menu, menuId);

  useImperativeHandle(ref, () => ({
    focus: () => {
      editor.commands.focus();
    },
    place: (kind, id) => {
      const node = { type: kind === 'decision' ? 'decisionRef' : 'actionRef', attrs: { id } };
      const { $from } = editor.state.selection;
      const isBlank = $from.depth === 1 && $from.parent.content.size === 0;
      const chain = editor.chain().focus();
      if (isBlank) {
        const range = { from: $from.before(1), to: $from.after(1) };
        chain.insertContentAt(range, [node, { type: 'paragraph' }]);
      } else {
        // Decisions stand between the blocks of the text, never in a list or a table.
        const after = $from.depth === 0 ? $from.pos : $from.after(1);
        chain.insertContentAt(after, [node, { type: 'paragraph' }]).setTextSelection(after + 2);
      }
      chain.run();
    },
  }));

  return (
    <RichTextEditor editor={editor} labels={labels} className={classes['editor'] ?? ''}>
      {!isReadOnly && <Toolbar editor={editor} />}
      <RichTextEditor.Content />
      {editor.isEmpty && <p className={classes['placeholder']}>{t('hold.placeholder')}</p>}
      <SuggestionList menu={menu} id={menuId} />
    </RichTextEditor>
  );
}

/** Tells assistive technology of the list that the arrows move in. */
function useMenuAria(editor: Editor, menu: SuggestionMenu, id: string): void {
  useEffect(
    () =>
      menu.subscribe(() => {
        if (editor.isDestroyed) return;
        const { dom } = editor.view;
        const { state } = menu;
        if (state === null) {
          dom.removeAttribute('aria-controls');
          dom.removeAttribute('aria-activedescendant');
        } else {
          dom.setAttribute('aria-controls', id);
          dom.setAttribute('aria-activedescendant', `${id}-${state.active}`);
        }
      }),
    [editor, menu, id],
  );
}
