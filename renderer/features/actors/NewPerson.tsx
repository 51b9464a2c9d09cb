import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

/** Makes a person from a family name at least. Functions are added on their page. */
export function NewPerson({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('actors');
  const [givenName, setGivenName] = useState('');
  const firstField = useFocusAtFirst<HTMLInputElement>();
  const given = givenName.trim();
  return (
    <NewRecordForm
      table="person"
      nameField="familyName"
      values={{ givenName: given === '' ? null : given }}
      createLabel={t('people.create')}
      port={recordPort}
      onMade={onMade}
      before={
        <TextInput
          ref={firstField}
          label={t('vocabulary:field.person.givenName')}
          value={givenName}
          onChange={(event) => {
            setGivenName(event.currentTarget.value);
          }}
        />
      }
    />
  );
}
