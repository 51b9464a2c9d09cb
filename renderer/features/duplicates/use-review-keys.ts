import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

import { useDialogs } from '#stores/dialogs.store.ts';

export interface ReviewKeys {
  /** Chooses the value to the left or the right in a column. */
  readonly onSide: (field: string, step: 1 | -1) => void;
  readonly onMerge: () => void;
  readonly onApart: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

const TYPED = 'input:not([type="radio"]), textarea, select, [contenteditable="true"]';
const MOVES_ITSELF = 'input, [role="grid"], [role="listbox"], [role="menu"]';
const ANSWERS_ENTER = `${TYPED}, button, a, [role="tab"], [role="option"]`;

function radiosIn(container: HTMLElement): HTMLInputElement[] {
  return [...container.querySelectorAll<HTMLInputElement>('input[type="radio"][data-field]')];
}

function fieldsIn(container: HTMLElement): string[] {
  return [...new Set(radiosIn(container).map(({ dataset }) => dataset['field'] ?? ''))];
}

function focusField(container: HTMLElement, field: string | undefined): void {
  const radios = radiosIn(container).filter(({ dataset }) => dataset['field'] === field);
  (radios.find(({ checked }) => checked) ?? radios[0])?.focus();
}

/** Keys of the review: arrows from column to column and side to side, Enter, D, J and K. */
export function useReviewKeys(
  container: RefObject<HTMLElement | null>,
  keys: ReviewKeys | null,
): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const { current } = latest;
      const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
      if (current === null || container.current === null || hasModifier) return;
      if (event.defaultPrevented || useDialogs.getState().dialog !== null) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest(TYPED) !== null && target !== null) return;
      if (actsOn(event.key, container.current, target, current)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [container]);
}

function actsOn(
  key: string,
  container: HTMLElement,
  target: HTMLElement | null,
  keys: ReviewKeys,
): boolean {
  const isElsewhere = target !== null && target !== document.body && !container.contains(target);
  switch (key) {
    case 'j':
    case 'J':
      keys.onStep(1);
      return true;
    case 'k':
    case 'K':
      keys.onStep(-1);
      return true;
    case 'd':
    case 'D':
      keys.onApart();
      return true;
    case 'Enter':
      if (target !== null && target.closest(ANSWERS_ENTER) !== null) return false;
      keys.onMerge();
      return true;
    case 'ArrowUp':
    case 'ArrowDown':
      // From a tab or a link, the first column is one key away.
      return isElsewhere && target.closest(MOVES_ITSELF) !== null
        ? false
        : moves(key, container, target, keys);
    case 'ArrowLeft':
    case 'ArrowRight':
      return isElsewhere ? false : moves(key, container, target, keys);
    default:
      return false;
  }
}

function moves(
  key: string,
  container: HTMLElement,
  target: HTMLElement | null,
  keys: ReviewKeys,
): boolean {
  const fields = fieldsIn(container);
  const field = target?.dataset['field'];
  const at = field === undefined ? -1 : fields.indexOf(field);
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const next = key === 'ArrowDown' ? Math.min(at + 1, fields.length - 1) : Math.max(at - 1, 0);
    focusField(container, fields[next]);
    return fields.length > 0;
  }
  const chosen = fields[Math.max(at, 0)];
  if (chosen === undefined) return false;
  keys.onSide(chosen, key === 'ArrowRight' ? 1 : -1);
  // The radio that is then checked takes the keyboard, as it would by itself.
  requestAnimationFrame(() => focusField(container, chosen));
  return true;
}
