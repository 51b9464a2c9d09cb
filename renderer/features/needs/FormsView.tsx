import { Button, Group, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { call as ask } from '#api/client.ts';
import { exportFile } from '#stores/exports.store.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { AskBuyers } from './AskBuyers.tsx';
import { FormPreview } from './FormPreview.tsx';
import { Page } from './Page.tsx';
import { useNeedsForms } from './use-needs-forms.ts';

interface FormsViewProps {
  readonly surveyId: string;
  readonly title: string;
  readonly isReadOnly: boolean;
  readonly onCounts: () => void;
}

const formats = ['xlsx', 'ods'] as const;

/** The form of a census: made here, and read back here. */
export function FormsView({ surveyId, title, isReadOnly, onCounts }: FormsViewProps) {
  const { t } = useTranslation('needs');
  const forms = useNeedsForms(surveyId);
  const { taken } = forms;
  return (
    <Page label={t('view.forms')}>
      <Section title={t('forms.makeTitle')} anchor="make">
        <Text size="sm" mb="xs">
          {t('forms.makeText')}
        </Text>
        <Group gap="xs">
          {formats.map((format) => (
            <Button
              key={format}
              size="sm"
              variant="default"
              leftSection={<IconFileSpreadsheet size="1.1rem" aria-hidden />}
              onClick={() => {
                const name = t('form.fileName', { survey: title });
                void exportFile(format, `${name}.${format}`, (grant, options) =>
                  ask('needs:writeForm', { surveyId, format, grant }, options),
                );
              }}
            >
              {t('forms.makeBlank', { format: t(`forms.format.${format}`) })}
            </Button>
          ))}
        </Group>
      </Section>
      {!isReadOnly && <AskBuyers surveyId={surveyId} title={title} />}
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
              onClick={() => void forms.choose()}
            >
              {t('forms.choose')}
            </Button>
          </Group>
          {forms.error !== null && <RefusalNote error={forms.error} />}
          <div role="status">
            {taken !== null && (
              <Group gap="xs" mt="sm">
                <Text size="sm">{t('forms.taken', { ...taken })}</Text>
                <Button size="compact-sm" variant="default" onClick={onCounts}>
                  {t('forms.see')}
                </Button>
              </Group>
            )}
          </div>
          {forms.files !== null && <FormPreview forms={forms} files={forms.files} />}
        </Section>
      )}
    </Page>
  );
}
