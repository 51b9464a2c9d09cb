import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';

export interface NewResultProps {
  readonly groupId: string;
  readonly year: number;
  readonly position: number;
  readonly onMade: (id: string) => void;
}

/** Makes a result of the year from its title; the rest is filled in on its page. */
export function NewResult({ groupId, year, position, onMade }: NewResultProps) {
  const { t } = useTranslation('indicators');
  const [obtainedOn, setObtainedOn] = useState<string | null>(null);
  return (
    <NewRecordForm
      table="result"
      nameField="title"
      values={{ workingGroupId: groupId, year, position, obtainedOn }}
      createLabel={t('results.create')}
      port={recordPort}
      onMade={onMade}
    >
      <DayInput
        size="sm"
        label={t('vocabulary:field.result.obtainedOn')}
        value={obtainedOn}
        onChange={setObtainedOn}
      />
    </NewRecordForm>
  );
}
