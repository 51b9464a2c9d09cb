import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useDialogs } from '#stores/dialogs.store.ts';
import { useFormat } from '#ui/format.ts';

import type { PaletteItem } from './palette-items.ts';
import { usePaletteGroups } from './palette-items.ts';
import { PaletteOption } from './PaletteOption.tsx';
import classes from './Palette.module.css';

const DEBOUNCE_MS = 60;

/** The search over everything and every command (Ctrl+K). */
export function Palette() {
  const { t } = useTranslation('search');
  const isOpen = useDialogs((state) => state.dialog?.kind === 'palette');
  const close = useDialogs((state) => state.close);
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      size="42rem"
      yOffset="9vh"
      padding={0}
      radius="lg"
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={t('search:name')} aria-describedby={undefined}>
        <PaletteContent onClose={close} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteContent({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('search');
  const { number } = useFormat();
  const [text, setText] = useState('');
  const [searched] = useDebouncedValue(text.trim(), DEBOUNCE_MS);
  const { groups, isLoading } = usePaletteGroups(text.trim(), searched);
  const combobox = useCombobox({ opened: true });
  const items = groups.flatMap((group) => group.items);
  const shown = items.map(({ key }) => key).join(' ');

  useEffect(() => {
    combobox.selectFirstOption();
    // Only when what is listed changes; the store object is new at each rendering.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [shown]);

  const submit = (key: string): void => {
    const item: PaletteItem | undefined = items.find((candidate) => candidate.key === key);
    if (item === undefined) return;
    onClose();
    item.run();
  };

  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          data-autofocus
          variant="unstyled"
          size="lg"
          px="md"
          py={6}
          leftSection={<IconSearch size={20} aria-hidden="true" />}
          leftSectionPointerEvents="none"
          aria-label={t('search:name')}
          placeholder={t('search:placeholder')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
          classNames={{ input: classes['input'] ?? '' }}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={t('search:results')} p="xs" className={classes['list'] ?? ''}>
        {groups.map((group) => (
          <Combobox.Group key={group.label} label={group.label}>
            {group.items.map((item) => (
              <Combobox.Option key={item.key} value={item.key} className={classes['option'] ?? ''}>
                <PaletteOption item={item} words={group.words} />
              </Combobox.Option>
            ))}
          </Combobox.Group>
        ))}
        {items.length === 0 && !isLoading ? (
          <Combobox.Empty>{t('search:nothing', { text: text.trim() })}</Combobox.Empty>
        ) : null}
      </Combobox.Options>
      <div className={classes['foot']}>
        <span>{t('search:keys')}</span>
        <span role="status">
          {text.trim() === ''
            ? ''
            : t('search:count', { count: items.length, n: number(items.length) })}
        </span>
      </div>
    </Combobox>
  );
}
