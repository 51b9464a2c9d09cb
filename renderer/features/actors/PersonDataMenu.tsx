import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { PersonFileFormat } from '#contract/contact.channels.ts';
import { exportPersonFile, exportVcard } from '#stores/contacts.store.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { textOf } from '#ui/text-of.ts';

export interface PersonDataMenuProps {
  readonly id: string;
  readonly record: Readonly<Record<string, unknown>>;
}

/** Likeliest to be handed over first. */
const formats = ['pdf', 'docx', 'odt', 'html', 'json'] as const satisfies PersonFileFormat[];

/** What can be taken out of the store about one person: their card, or all there is (GDPR, art. 15). */
export function PersonDataMenu({ id, record }: PersonDataMenuProps) {
  const { t } = useTranslation('contacts');
  const name = [textOf(record['givenName']), textOf(record['familyName'])].join(' ').trim();
  return (
    <Menu
      position="bottom-start"
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="0.9rem" aria-hidden />}
        >
          {t('person.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => {
            void exportVcard({ ids: [id] }, localToday(), name);
          }}
        >
          {t('person.vcard')}
        </Menu.Item>
        <Menu.Label title={t('person.accessHint')}>{t('person.access')}</Menu.Label>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            onClick={() => {
              void exportPersonFile(id, format, t('person.fileName', { name }));
            }}
          >
            {t(`person.format.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
