import type { KeyboardEvent, RefObject } from 'react';
import { useState } from 'react';

import type { SelectionColumn } from '#contract/selection.channels.ts';

interface BoardActions {
  readonly selected: ReadonlySet<string>;
  readonly onOpen: (id: string) => void;
  readonly onSelect: (id: string, isRange: boolean) => void;
  readonly onPut: (id: string, column: SelectionColumn) => void;
}

/**
 * The board by keyboard: arrows go from card to card and column to column, Space ticks, Enter opens,
 * Shift with an arrow to the side moves the card, or all that are ticked, to the next column.
 */
export function useBoardKeys(
  board: RefObject<HTMLElement | null>,
  columns: readonly SelectionColumn[],
  actions: BoardActions,
) {
  const [chosenId, setChosen] = useState<string | null>(null);
  const all = columns.flatMap(({ cards }) => cards);
  /** The card of a column that the Tab key comes to. */
  const currentIn = ({ cards }: SelectionColumn): string | null =>
    cards.some(({ id }) => id === chosenId) ? chosenId : (cards[0]?.id ?? null);

  const cardsIn = (index: number): HTMLElement[] => {
    const key = columns[index]?.key ?? '';
    const list = board.current?.querySelector(`[data-cards="${CSS.escape(key)}"]`);
    return [...(list?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  };

  function focus(card: HTMLElement | undefined): boolean {
    if (card === undefined) return false;
    setChosen(card.dataset['card'] ?? null);
    card.querySelector<HTMLElement>('button')?.focus();
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }

  function nearestIn(from: number, step: 1 | -1, row: number): HTMLElement | undefined {
    for (let index = from + step; index >= 0 && index < columns.length; index += step) {
      const cards = cardsIn(index);
      const card = cards[Math.min(row, cards.length - 1)];
      if (card !== undefined) return card;
    }
    return undefined;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const card = event.target instanceof Element ? event.target.closest('[data-card]') : null;
    if (!(card instanceof HTMLElement)) return;
    const id = card.dataset['card'] ?? '';
    const at = columns.findIndex((_, index) => cardsIn(index).includes(card));
    const row = cardsIn(at).indexOf(card);
    if (acts(event, { id, at, row })) event.preventDefault();
  }

  function acts(
    { key, shiftKey }: KeyboardEvent,
    { id, at, row }: { readonly id: string; readonly at: number; readonly row: number },
  ): boolean {
    switch (key) {
      case 'ArrowDown':
        return focus(cardsIn(at)[row + 1]);
      case 'ArrowUp':
        return focus(cardsIn(at)[row - 1]);
      case 'ArrowLeft':
      case 'ArrowRight': {
        const step = key === 'ArrowRight' ? 1 : -1;
        const column = columns[at + step];
        if (!shiftKey) return focus(nearestIn(at, step, row));
        if (column !== undefined) actions.onPut(id, column);
        return true;
      }
      case ' ':
        actions.onSelect(id, shiftKey);
        return true;
      default:
        return false;
    }
  }

  /** The card above or below another one, across columns. */
  function beside(id: string | null, step: 1 | -1): string | null {
    const index = all.findIndex((card) => card.id === id);
    return index < 0 ? null : (all[index + step]?.id ?? null);
  }

  return { currentIn, onKeyDown, beside };
}
