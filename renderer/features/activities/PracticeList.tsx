import { IconBulb } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { useNarrowed } from '#ui/data-grid/use-narrowed.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { NewRecordForm } from '#ui/record-form/NewRecordForm.tsx';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { textOf } from '#ui/text-of.ts';

import type { ListProps } from './list-props.ts';

const initial: GridPrefs = {
  order: ['goodPractice', 'organisation', 'statedOn', 'sources', 'description'],
  hidden: ['workingGroup'],
  widths: { goodPractice: 360, organisation: 220, sources: 240, description: 300 },
  sort: [],
};

/** The good practices as a register, and beside it the one that is open. */
export function PracticeList({ groupId, groupName, crumb, openId, go }: ListProps) {
  const { t } = useTranslation('activities');
  const { data } = useQuery('activities:practice', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'good-practices',
    openId,
    sheet: data,
    newName: t('practice.new'),
    nameOf: (record) => textOf(record['title']),
    list: crumb,
  });
  const { at, sheet, isReadOnly } = screen;
  const own = useNarrowed(at, groupName === null ? null : { workingGroup: groupName });
  return (
    <RegisterView
      screen={{ ...screen, at: own }}
      label={t('practice.tab')}
      initial={initial}
      countLabel={(numbers) => t('practice.count', numbers)}
      filterPlaceholder={t('practice.filter')}
      empty={{
        icon: IconBulb,
        title: t('practice.emptyTitle'),
        description: t('practice.emptyText'),
      }}
      go={go}
      form={<NewPractice groupId={groupId} onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <RecordSheet
            key={openId}
            table="goodPractice"
            id={openId}
            sheet={sheet}
            port={recordPort}
            isReadOnly={isReadOnly}
            texts={{ linked: t('linked'), sources: t('sources'), noSource: t('noSource') }}
          >
            {null}
          </RecordSheet>
        )
      }
    />
  );
}

interface NewPracticeProps {
  readonly groupId: string;
  readonly onMade: (id: string) => void;
}

function NewPractice({ groupId, onMade }: NewPracticeProps) {
  const { t } = useTranslation('activities');
  const [organisationId, setOrganisation] = useState<string | null>(null);
  const [statedOn, setStatedOn] = useState<string | null>(null);
  return (
    <NewRecordForm
      table="goodPractice"
      nameField="title"
      values={{ workingGroupId: groupId, organisationId, statedOn }}
      createLabel={t('practice.create')}
      port={recordPort}
      onMade={onMade}
    >
      <ReferencePicker
        table="organisation"
        label={t('vocabulary:field.goodPractice.organisationId')}
        port={recordPort}
        isOptional
        value={organisationId}
        onChange={setOrganisation}
      />
      <DayInput
        size="sm"
        label={t('vocabulary:field.goodPractice.statedOn')}
        value={statedOn}
        onChange={setStatedOn}
      />
    </NewRecordForm>
  );
}
