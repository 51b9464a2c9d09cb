import { Menu } from '@mantine/core';
import { IconPaperclip, IconPlus } from '@tabler/icons-react';
import type { ButtonHTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';

import type { MatrixSlot } from '#contract/deliverable.channels.ts';
import { textOf } from '#ui/text-of.ts';

import styles from './Matrix.module.css';
import { stateIcons } from './state-looks.ts';

export interface SlotButtonsProps {
  readonly slot: MatrixSlot;
  /** Name of the place, by which the matrix finds the button. */
  readonly place: string;
  readonly words: { readonly subGroup: string; readonly quarter: string };
  /** Whether Tab comes to this place. */
  readonly isCurrent: boolean;
  readonly isReadOnly: boolean;
  readonly openId: string | null;
  readonly onFocus: () => void;
  readonly onOpen: (id: string) => void;
  readonly onPlan: () => void;
}

/** One kind of deliverable of a sub-group in a quarter: opens it, asks which of several, or plans it. */
export function SlotButtons(props: SlotButtonsProps) {
  const { slot, place, words, isCurrent, isReadOnly, openId, onFocus, onOpen, onPlan } = props;
  const { t } = useTranslation('deliverables');
  const { kind, state, deliverables } = slot;
  const kindWord = t(`vocabulary:choice.deliverable.kind.${kind}`);
  const stateWord = state === null ? t('matrix.none') : t(`state.${state}`);
  const count = deliverables.length;
  const label = t(count > 1 ? 'matrix.cellMany' : 'matrix.cell', {
    kind: kindWord,
    ...words,
    state: stateWord,
    count,
  });
  const [first] = deliverables;
  const IconOf = state === null ? IconPlus : stateIcons[state];
  const files = deliverables.reduce((sum, one) => sum + one.files, 0);
  const shared = {
    type: 'button',
    className: styles.slot,
    'aria-label': label,
    tabIndex: isCurrent ? 0 : -1,
    onFocus,
  } satisfies ButtonHTMLAttributes<HTMLButtonElement>;
  const marks = {
    'data-place': place,
    'data-state': state ?? 'none',
    'data-open': deliverables.some(({ id }) => id === openId) || undefined,
  };
  const inside = (
    <>
      <IconOf size="0.95rem" stroke={2} aria-hidden />
      <span className={styles.kind}>{kindWord}</span>
      {files > 0 && <IconPaperclip size="0.85rem" aria-hidden />}
      <span className={styles.word}>
        {state === null ? textOf(isReadOnly ? '' : t('matrix.add')) : stateWord}
        {count > 1 && ` ×${count}`}
      </span>
    </>
  );

  if (first === undefined) {
    return (
      <button
        {...shared}
        {...marks}
        aria-disabled={isReadOnly}
        onClick={isReadOnly ? undefined : onPlan}
      >
        {inside}
      </button>
    );
  }
  if (count === 1) {
    return (
      <button
        {...shared}
        {...marks}
        title={`${first.title} – ${stateWord}`}
        onClick={() => onOpen(first.id)}
      >
        {inside}
      </button>
    );
  }
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <button {...shared} {...marks}>
          {inside}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {deliverables.map((one) => {
          const StateIcon = stateIcons[one.state];
          return (
            <Menu.Item
              key={one.id}
              leftSection={<StateIcon size="1rem" aria-hidden />}
              onClick={() => onOpen(one.id)}
            >
              {one.title} – {t(`state.${one.state}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
