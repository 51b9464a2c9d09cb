import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconChevronDown, IconCopy, IconDownload, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { DistributionDefinition } from '#contract/contact.channels.ts';
import { spreadsheetFormats } from '#contract/schemas.ts';
import { useCommand } from '#stores/commands.store.ts';
import type { AddressSeparator } from '#stores/contacts.store.ts';
import {
  copyAddresses,
  exportList,
  exportVcard,
  keepSeparator,
  keptSeparator,
} from '#stores/contacts.store.ts';

import styles from './Lists.module.css';

export interface ListActionsProps {
  readonly name: string;
  readonly definition: DistributionDefinition;
  readonly today: string;
  readonly addresses: number;
  readonly people: number;
  readonly unreached: number;
  /** Null where the list is not kept. */
  readonly onRemove: (() => void) | null;
}

/** Menus lie where they belong on the page, and hold nothing but their items. */
const inPlace = { withinPortal: false, withInitialFocusPlaceholder: false, shadow: 'md' } as const;

const separators = [
  { sign: ';', name: 'semicolon' },
  { sign: ',', name: 'comma' },
] as const;

/** What a list is for: its addresses on the clipboard, its people in a file. */
export function ListActions(props: ListActionsProps) {
  const { name, definition, today, addresses, people, unreached, onRemove } = props;
  const { t } = useTranslation('contacts');
  const [separator, setSeparator] = useState<AddressSeparator>(keptSeparator);
  const copy = (withNames: boolean): void => {
    void copyAddresses({ definition, today, separator, withNames }, unreached);
  };
  useCommand(
    addresses === 0
      ? null
      : {
          id: 'contacts.copy',
          label: t('copy'),
          run: () => {
            copy(true);
          },
        },
  );
  useCommand(
    addresses === 0
      ? null
      : {
          id: 'contacts.copyBare',
          label: t('copyBare'),
          run: () => {
            copy(false);
          },
        },
  );
  return (
    <Group gap="xs" wrap="nowrap">
      <Button.Group>
        <Button
          leftSection={<IconCopy size="1.1rem" aria-hidden />}
          disabled={addresses === 0}
          onClick={() => {
            copy(true);
          }}
        >
          {t('copy')}
        </Button>
        <SeparatorMenu
          value={separator}
          isDisabled={addresses === 0}
          onChange={(sign) => {
            setSeparator(sign);
            keepSeparator(sign);
          }}
        />
      </Button.Group>
      <Button
        variant="default"
        disabled={addresses === 0}
        title={t('copyBareHint')}
        onClick={() => {
          copy(false);
        }}
      >
        {t('copyBare')}
      </Button>
      <Menu {...inPlace} position="bottom-end">
        <Menu.Target>
          <Button
            variant="default"
            disabled={people === 0}
            leftSection={<IconDownload size="1.1rem" aria-hidden />}
            rightSection={<IconChevronDown size="1rem" aria-hidden />}
          >
            {t('saveAs')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            onClick={() => {
              void exportVcard({ definition }, today, name);
            }}
          >
            {t('format.vcf')}
          </Menu.Item>
          {spreadsheetFormats.map((format) => (
            <Menu.Item
              key={format}
              onClick={() => {
                void exportList({ name, definition, today }, format);
              }}
            >
              {t(`format.${format}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {onRemove !== null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('remove')}
          title={t('remove')}
          onClick={onRemove}
        >
          <IconTrash size="1.2rem" />
        </ActionIcon>
      )}
    </Group>
  );
}

interface SeparatorMenuProps {
  readonly value: AddressSeparator;
  readonly isDisabled: boolean;
  readonly onChange: (separator: AddressSeparator) => void;
}

/** What the addresses are parted with, beside the button that copies them. */
function SeparatorMenu({ value, isDisabled, onChange }: SeparatorMenuProps) {
  const { t } = useTranslation('contacts');
  return (
    <Menu {...inPlace} position="bottom-end">
      <Menu.Target>
        <Button
          px="xs"
          disabled={isDisabled}
          className={styles.split ?? ''}
          aria-label={t('separator')}
          title={t('separator')}
        >
          <IconChevronDown size="1rem" aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('separator')}</Menu.Label>
        <Menu.RadioGroup
          value={value}
          onChange={(sign) => {
            onChange(sign === ',' ? ',' : ';');
          }}
        >
          {separators.map(({ sign, name }) => (
            <Menu.RadioItem key={sign} value={sign}>
              {t(name)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}
