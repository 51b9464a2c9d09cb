import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Screen } from '#ui/Screen.tsx';

import { AppearanceSection } from './AppearanceSection.tsx';
import { AuthorSection } from './AuthorSection.tsx';
import { BackupsSection } from './BackupsSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { FileSection } from './FileSection.tsx';
import { Section } from './Section.tsx';

interface SettingsScreenProps {
  /** How documents look. */
  readonly documents: ReactNode;
}

/** Preferences of the person, and the care of the open file. */
export function SettingsScreen({ documents }: SettingsScreenProps) {
  const { t } = useTranslation('settings');
  return (
    <Screen title={t('settings:title')} width="reading">
      <AppearanceSection />
      <AuthorSection />
      <Section title={t('settings:documents.title')} description={t('settings:documents.what')}>
        {documents}
      </Section>
      <FileSection />
      <BackupsSection />
      <CheckSection />
    </Screen>
  );
}
