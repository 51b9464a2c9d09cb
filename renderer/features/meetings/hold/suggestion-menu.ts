import type { SuggestionKeyDownProps, SuggestionProps } from '@tiptap/suggestion';

import type { SlashCommand } from './slash-command.ts';

export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

export interface MenuState {
  readonly kind: 'commands' | 'people';
  readonly entries: readonly MenuEntry[];
  readonly active: number;
  readonly rect: DOMRect | null;
}

/** The list under what is being typed after « / » or « @ »: what it shows, and the keys it answers to. */
export class SuggestionMenu {
  readonly #listeners = new Set<() => void>();
  #state: MenuState | null = null;
  #pick: ((entry: MenuEntry) => void) | null = null;
  #obey: (command: SlashCommand, wording: string) => void = () => undefined;

  get state(): MenuState | null {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** How one kind of list is driven by the editor. */
  renderer(kind: MenuState['kind']) {
    const show = (props: SuggestionProps<MenuEntry, MenuEntry>): void => {
      this.#pick = props.command;
      const { items: entries } = props;
      this.#set(
        entries.length === 0
          ? null
          : { kind, entries, active: 0, rect: props.clientRect?.() ?? null },
      );
    };
    return {
      onStart: show,
      onUpdate: show,
      onExit: () => {
        if (this.#state?.kind === kind) this.#set(null);
      },
      onKeyDown: ({ event }: SuggestionKeyDownProps) => this.#answer(event),
    };
  }

  pick(entry: MenuEntry): void {
    this.#pick?.(entry);
  }

  /** Who carries out the commands that are chosen. */
  obeyWith(obey: (command: SlashCommand, wording: string) => void): void {
    this.#obey = obey;
  }

  run(command: SlashCommand, wording: string): void {
    this.#obey(command, wording);
  }

  close(): void {
    this.#set(null);
  }

  #answer(event: KeyboardEvent): boolean {
    const state = this.#state;
    if (state === null) return false;
    const { entries, active } = state;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp': {
        const step = event.key === 'ArrowDown' ? 1 : entries.length - 1;
        this.#set({ ...state, active: (active + step) % entries.length });
        return true;
      }
      case 'Enter':
      case 'Tab': {
        const entry = entries[active];
        if (entry !== undefined) this.pick(entry);
        return true;
      }
      case 'Escape':
        this.close();
        return true;
      default:
        return false;
    }
  }

  #set(state: MenuState | null): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
