import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { selectPreferences, useSession } from '#stores/session.store.ts';

import { Section } from './Section.tsx';

/** The name under which changes are written in the journal; saved when the field is left. */
export function AuthorSection() {
  const { t } = useTranslation('settings');
  const saved = useSession((state) => selectPreferences(state)?.author ?? '');
  const setPreferences = useSession((state) => state.setPreferences);
  const [typed, setTyped] = useState<string | null>(null);
  const isMissing = typed !== null && typed.trim() === '';

  const save = (): void => {
    const author = typed?.trim() ?? '';
    if (author === '' || author === saved) return;
    setPreferences({ author }).then(() => setTyped(null), reportError);
  };

  return (
    <Section title={t('settings:author.title')} description={t('settings:author.what')}>
      <TextInput
        label={t('settings:author.name')}
        value={typed ?? saved}
        maxLength={120}
        maw={360}
        error={isMissing ? t('settings:author.missing') : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </Section>
  );
}
