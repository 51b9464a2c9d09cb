import { useTranslation } from 'react-i18next';

import { Screen } from '#ui/Screen.tsx';

import { AppearanceSection } from './AppearanceSection.tsx';
import { AuthorSection } from './AuthorSection.tsx';
import { BackupsSection } from './BackupsSection.tsx';
import { CheckSection } from './CheckSection.tsx';
import { FileSection } from './FileSection.tsx';

/** Preferences of the person, and the care of the open file. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  return (
    <Screen title={t('settings:title')} width="reading">
      <AppearanceSection />
      <AuthorSection />
      <FileSection />
      <BackupsSection />
      <CheckSection />
    </Screen>
  );
}
