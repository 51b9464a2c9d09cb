import type { Editor, Range } from '@tiptap/core';
import { Extension, mergeAttributes, Node } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import { Suggestion } from '@tiptap/suggestion';

import { textExtensions } from '#ui/rich-text/text-extensions.ts';

import { RefNode } from './RefNode.tsx';
import type { SlashCommand } from './slash-command.ts';
import { matchingCommands, slashCommands, wordingAfter } from './slash-command.ts';
import type { MenuEntry, SuggestionMenu } from './suggestion-menu.ts';

export interface MinutesEditing {
  readonly menu: SuggestionMenu;
  readonly commandEntries: Readonly<Record<SlashCommand, MenuEntry>>;
  /** Words that mean each command, in both languages. */
  readonly commandNames: Readonly<Record<SlashCommand, readonly string[]>>;
  readonly findPeople: (text: string) => Promise<readonly MenuEntry[]>;
}

const LONGEST_QUERY = 60;

/** A person named in the text; leads to their record where the minutes are read. */
const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    table: { default: 'person', parseHTML: (element) => element.getAttribute('data-table') },
    id: { default: null, parseHTML: (element) => element.getAttribute('data-id') },
    label: { default: '', parseHTML: (element) => element.textContent },
  }),
  parseHTML: () => [{ tag: 'span[data-mention]' }],
  renderHTML: ({ node }) => [
    'span',
    { 'data-mention': '', 'data-table': node.attrs['table'], 'data-id': node.attrs['id'] },
    String(node.attrs['label']),
  ],
  renderText: ({ node }) => String(node.attrs['label']),
});

/** The place of a decision or an action in the text; drawn from its own record. */
const refNode = (name: 'decisionRef' | 'actionRef') =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    selectable: true,
    draggable: true,
    addAttributes: () => ({
      id: { default: null, parseHTML: (element) => element.getAttribute('data-id') },
    }),
    parseHTML: () => [{ tag: `div[data-ref="${name}"]` }],
    renderHTML: ({ node, HTMLAttributes }) => [
      'div',
      mergeAttributes(HTMLAttributes, { 'data-ref': name, 'data-id': node.attrs['id'] }),
    ],
    addNodeView: () => ReactNodeViewRenderer(RefNode),
  });

function suggesting(editor: Editor, editing: MinutesEditing) {
  const { menu } = editing;
  const shared = { editor, allowSpaces: true, allowedPrefixes: [' ', '(', '\u00A0', '\u202F'] };
  return [
    Suggestion<MenuEntry, MenuEntry>({
      ...shared,
      pluginKey: new PluginKey('people'),
      char: '@',
      items: async ({ query }) =>
        query.length > LONGEST_QUERY || /^\s/.test(query)
          ? []
          : [...(await editing.findPeople(query.trim()))],
      command: ({ range, props: { key: id, label } }) => {
        const mention = { type: 'mention', attrs: { table: 'person', id, label } };
        editor
          .chain()
          .focus()
          .insertContentAt(range, [mention, { type: 'text', text: ' ' }])
          .run();
      },
      render: () => menu.renderer('people'),
    }),
    Suggestion<MenuEntry, MenuEntry>({
      ...shared,
      pluginKey: new PluginKey('commands'),
      char: '/',
      items: ({ query }) =>
        matchingCommands(query, editing.commandNames).map(
          (command) => editing.commandEntries[command],
        ),
      command: ({ range, props: { key } }) => {
        const command = slashCommands.find((known) => known === key);
        const wording = wordingAfter(textIn(editor, range));
        editor.chain().focus().deleteRange(range).run();
        if (command !== undefined) menu.run(command, wording);
      },
      render: () => menu.renderer('commands'),
    }),
  ];
}

const textIn = (editor: Editor, { from, to }: Range): string =>
  editor.state.doc.textBetween(from, to, ' ', ' ');

/** What minutes may hold and nothing else: what the store refuses cannot be typed nor pasted. */
export function minutesExtensions(editing: MinutesEditing) {
  return [
    ...textExtensions(),
    Mention,
    refNode('decisionRef'),
    refNode('actionRef'),
    Extension.create({
      name: 'minutesSuggestions',
      addProseMirrorPlugins() {
        return suggesting(this.editor, editing);
      },
    }),
  ];
}
