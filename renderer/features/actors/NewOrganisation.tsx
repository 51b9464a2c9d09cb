import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { organisationKinds } from '#domain/actor.ts';
import { recordPort } from '#stores/record-port.ts';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';

/** Makes an organisation from its name and its kind. */
export function NewOrganisation({ onMade }: { readonly onMade: (id: string) => void }) {
  const { t } = useTranslation('actors');
  const [kind, setKind] = useState<string>('company');
  return (
    <NewRecordForm
      table="organisation"
      nameField="name"
      values={{ kind }}
      createLabel={t('organisations.create')}
      port={recordPort}
      onMade={onMade}
    >
      <Select
        label={t('vocabulary:field.organisation.kind')}
        data={organisationKinds.map((value) => ({
          value,
          label: t(`vocabulary:choice.organisation.kind.${value}`),
        }))}
        value={kind}
        allowDeselect={false}
        onChange={(next) => {
          setKind(next ?? kind);
        }}
      />
    </NewRecordForm>
  );
}
