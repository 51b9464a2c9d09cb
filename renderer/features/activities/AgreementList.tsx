import { IconSignature } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { useNarrowed } from '#ui/data-grid/use-narrowed.ts';
import { textOf } from '#ui/text-of.ts';

import { AgreementSheet } from './AgreementSheet.tsx';
import type { ListProps } from './list-props.ts';
import { NewAgreement } from './NewAgreement.tsx';

const initial: GridPrefs = {
  order: [
    'agreement',
    'parties',
    'agreementStatus',
    'signedOn',
    'fromOn',
    'toOn',
    'activities',
    'signatories',
    'purpose',
  ],
  hidden: ['workingGroup', 'signatories', 'purpose'],
  widths: { agreement: 320, parties: 220, signedOn: 165, activities: 150 },
  sort: [],
};

/** The agreements as a register, and beside it the one that is open. */
export function AgreementList({ groupId, groupName, crumb, openId, go }: ListProps) {
  const { t } = useTranslation('activities');
  const { data } = useQuery('activities:agreement', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'agreements',
    openId,
    sheet: data,
    newName: t('agreement.new'),
    nameOf: (record) => textOf(record['name']),
    list: crumb,
  });
  const { at, sheet, isReadOnly } = screen;
  const own = useNarrowed(at, groupName === null ? null : { workingGroup: groupName });
  return (
    <RegisterView
      screen={{ ...screen, at: own }}
      label={t('agreement.tab')}
      initial={initial}
      countLabel={(numbers) => t('agreement.count', numbers)}
      filterPlaceholder={t('agreement.filter')}
      empty={{
        icon: IconSignature,
        title: t('agreement.emptyTitle'),
        description: t('agreement.emptyText'),
      }}
      go={go}
      form={<NewAgreement groupId={groupId} onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <AgreementSheet
            key={openId}
            id={openId}
            groupId={groupId}
            sheet={sheet}
            isReadOnly={isReadOnly}
          />
        )
      }
    />
  );
}
