import { Button, Code, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { selectStore, useSession } from '#stores/session.store.ts';

import { Section } from './Section.tsx';

/** Where the data lie, and the way to another file. */
export function FileSection() {
  const { t } = useTranslation('settings');
  const store = useSession(selectStore);
  const open = useSession((state) => state.open);
  const close = useSession((state) => state.close);
  if (store === null) return null;
  return (
    <Section title={t('settings:file.title')} description={t('settings:file.what')}>
      <div>
        <Text fw={600} size="sm" mb={6}>
          {t('settings:file.path')}
        </Text>
        <Code block bg="var(--r-surface)" bd="1px solid var(--r-line)">
          {store.path}
        </Code>
        {store.isExample ? (
          <Text size="sm" c="dimmed" mt={6}>
            {t('settings:file.example')}
          </Text>
        ) : null}
        {store.isReadOnly ? (
          <Text size="sm" mt={6}>
            {t('settings:file.readOnly')}
          </Text>
        ) : null}
      </div>
      <Group gap="xs">
        <Button variant="default" onClick={() => void open({ kind: 'file', readOnly: false })}>
          {t('settings:file.open')}
        </Button>
        <Button variant="default" onClick={() => void close().catch(reportError)}>
          {t('settings:file.close')}
        </Button>
      </Group>
    </Section>
  );
}
