import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { selectPreferences, useSession } from '#stores/session.store.ts';

import { Section } from './Section.tsx';

const themes = ['system', 'light', 'dark'] as const;

/** Language and theme; both change at once. */
export function AppearanceSection() {
  const { t } = useTranslation('settings');
  const preferences = useSession(selectPreferences);
  const setPreferences = useSession((state) => state.setPreferences);
  return (
    <Section title={t('settings:appearance.title')} description={t('settings:appearance.what')}>
      <Choice
        label={t('settings:appearance.language')}
        value={preferences?.language ?? 'fr'}
        options={[
          { value: 'fr', label: t('settings:appearance.french') },
          { value: 'en', label: t('settings:appearance.english') },
        ]}
        onChoose={(value) => setPreferences({ language: value === 'en' ? 'en' : 'fr' })}
      />
      <Choice
        label={t('settings:appearance.theme')}
        value={preferences?.theme ?? 'system'}
        options={themes.map((value) => ({ value, label: t(`settings:appearance.${value}`) }))}
        onChoose={(value) =>
          setPreferences({ theme: themes.find((theme) => theme === value) ?? 'system' })
        }
      />
    </Section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: { readonly value: string; readonly label: string }[];
  onChoose(value: string): Promise<void>;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <Stack gap={6} align="flex-start">
      <Text id={id} fw={600} size="sm">
        {label}
      </Text>
      <SegmentedControl
        aria-labelledby={id}
        value={value}
        data={options}
        onChange={(chosen) => {
          onChoose(chosen).catch(reportError);
        }}
      />
    </Stack>
  );
}
