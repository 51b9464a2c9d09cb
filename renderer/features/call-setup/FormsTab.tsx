import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call as ask } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { FormPreview } from './FormPreview.tsx';
import styles from './Setup.module.css';
import type { CallTabProps } from './tab.ts';
import { useForms } from './use-forms.ts';

const formats = ['xlsx', 'ods'] as const;

/** The form that companies fill in: made here, and read back here. */
export function FormsTab({ callId, isReadOnly }: CallTabProps) {
  const { t } = useTranslation('callSetup');
  const { data: call } = useQuery('selection:call', { id: callId });
  const [taken, setTaken] = useState<number | null>(null);
  const forms = useForms(callId, setTaken);
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <VisuallyHidden component="h2">{t('tab.forms')}</VisuallyHidden>
        <Section title={t('forms.makeTitle')} anchor="make">
          <Text size="sm" mb="xs">
            {t('forms.makeText')}
          </Text>
          <Group gap="xs">
            {formats.map((format) => (
              <Button
                key={format}
                variant="default"
                leftSection={<IconFileSpreadsheet size="1.1rem" aria-hidden />}
                onClick={() => {
                  const name = t('callForm:fileName', { call: call?.title ?? '' });
                  void exportFile(format, `${name}.${format}`, (grant, options) =>
                    ask('applicationForm:write', { callId, format, grant }, options),
                  );
                }}
              >
                {t('forms.make', { format: t(`forms.format.${format}`) })}
              </Button>
            ))}
          </Group>
        </Section>
        {!isReadOnly && (
          <Section title={t('forms.readTitle')} anchor="read">
            <Text size="sm" mb="xs">
              {t('forms.readText')}
            </Text>
            <Group gap="xs" align="end">
              <DayInput
                size="sm"
                label={t('forms.receivedOn')}
                isRequired
                value={forms.receivedOn}
                onChange={(day) => day !== null && forms.setReceivedOn(day)}
              />
              <Button
                leftSection={<IconFolderOpen size="1.1rem" aria-hidden />}
                onClick={() => {
                  setTaken(null);
                  void forms.choose();
                }}
              >
                {t('forms.choose')}
              </Button>
            </Group>
            {forms.error !== null && <RefusalNote error={forms.error} />}
            <div role="status">
              {taken !== null && (
                <Group gap="xs" mt="sm">
                  <Text size="sm">{t('forms.taken', { count: taken })}</Text>
                  <Button
                    component="a"
                    href="#/selection/responses"
                    size="compact-sm"
                    variant="default"
                  >
                    {t('forms.see')}
                  </Button>
                </Group>
              )}
            </div>
            {forms.files !== null && <FormPreview forms={forms} files={forms.files} />}
          </Section>
        )}
      </div>
    </div>
  );
}
