import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChainGraph } from '#contract/chain.views.ts';
import type { ChainTable, LinkEnd } from '#domain/chain.ts';
import { chainColumns, chainMarks } from '#domain/chain.ts';
import { fold } from '#ui/fold.ts';

import classes from './Chain.module.css';
import { targetsOf } from './links-of.ts';

export interface LinkPickerProps {
  readonly graph: ChainGraph;
  readonly from: LinkEnd;
  readonly name: string;
  readonly onChoose: (to: LinkEnd) => void;
  readonly onClose: () => void;
}

const order: readonly ChainTable[] = [...chainColumns, ...chainMarks];

/** Chooses, by its words, a card or a mark to link a card to; arrows and Enter choose, Esc gives up. */
export function LinkPicker({ graph, from, name, onChoose, onClose }: LinkPickerProps) {
  const { t } = useTranslation('chain');
  const [text, setText] = useState('');
  const combobox = useCombobox({ opened: true });
  // Drawn once more when the list is there, so that the field names what it controls.
  const [list, setList] = useState<HTMLDivElement | null>(null);
  const possible = targetsOf(graph, from);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found = possible.filter(({ title }) => words.every((word) => fold(title).includes(word)));
  const groups = order.flatMap((table) => {
    const options = found.filter((one) => one.table === table);
    return options.length === 0 ? [] : [{ table, options }];
  });
  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
    // The first of what is found now, whenever something else is typed.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, list]);

  return (
    // Esc gives up wherever the keyboard is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={(element) => element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })}
      className={classes['picker']}
      role="dialog"
      aria-label={t('picker.title', { name })}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <p className={classes['pickerTitle']}>{t('picker.title', { name })}</p>
      <Combobox
        store={combobox}
        onOptionSubmit={(value) => {
          const target = possible.find(({ id }) => id === value);
          if (target !== undefined) onChoose({ table: target.table, id: target.id });
        }}
      >
        <Combobox.EventsTarget withExpandedAttribute>
          <TextInput
            // What was just asked for takes the keyboard.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus
            size="xs"
            role="combobox"
            aria-expanded
            aria-controls={list?.id}
            aria-label={t('picker.search')}
            placeholder={t('picker.search')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onBlur={(event) => {
              const to = event.relatedTarget;
              if (
                !(
                  to instanceof Node && event.currentTarget.closest('[role="dialog"]')?.contains(to)
                )
              ) {
                onClose();
              }
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options
          ref={setList}
          // Scrolls by keyboard too.
          tabIndex={0}
          className={classes['pickerOptions'] ?? ''}
          aria-label={t('picker.search')}
        >
          {groups.map(({ table, options }) => (
            <Combobox.Group
              key={table}
              label={t(
                chainColumns.some((one) => one === table) ? `column.${table}` : `one.${table}`,
              )}
            >
              {options.map(({ id, title }) => (
                <Combobox.Option key={id} value={id}>
                  {title}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && (
            <Combobox.Empty>
              {t(possible.length === 0 ? 'picker.none' : 'picker.nothing')}
            </Combobox.Empty>
          )}
        </Combobox.Options>
      </Combobox>
    </div>
  );
}
