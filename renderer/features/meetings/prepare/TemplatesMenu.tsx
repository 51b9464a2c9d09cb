import { Button, Group, Menu, TextInput } from '@mantine/core';
import { IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';

import { doWrite } from '../do-write.ts';

interface TemplatesMenuProps {
  readonly id: string;
  readonly groupId: string;
  readonly hasItems: boolean;
}

/** Agendas kept to be used again, and the way to keep this one. */
export function TemplatesMenu({ id, groupId, hasItems }: TemplatesMenuProps) {
  const { t } = useTranslation('meetings');
  const [name, setName] = useState<string | null>(null);
  const { data: templates = [] } = useQuery('meetings:templates', { workingGroupId: groupId });

  if (name !== null) {
    return (
      <Group
        gap="xs"
        component="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() === '') return;
          void doWrite('meetings:saveTemplate', { id, name: name.trim() });
          setName(null);
        }}
      >
        <TextInput
          size="xs"
          ref={(input) => input?.focus()}
          aria-label={t('prepare.templateName')}
          placeholder={t('prepare.templateName')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setName(null);
          }}
        />
        <Button type="submit" size="xs" disabled={name.trim() === ''}>
          {t('prepare.keep')}
        </Button>
      </Group>
    );
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconTemplate size="1rem" aria-hidden />}
        >
          {t('prepare.templates')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('prepare.applyTemplate')}</Menu.Label>
        {templates.length === 0 && <Menu.Item disabled>{t('prepare.noTemplate')}</Menu.Item>}
        {templates.map((template) => (
          <Menu.Item
            key={template.id}
            rightSection={t('prepare.templateItems', { count: template.items.length })}
            onClick={() => void doWrite('meetings:applyTemplate', { id, templateId: template.id })}
          >
            {template.name}
          </Menu.Item>
        ))}
        {hasItems && (
          <>
            <Menu.Divider />
            <Menu.Item
              onClick={() => {
                setName('');
              }}
            >
              {t('prepare.saveTemplate')}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
