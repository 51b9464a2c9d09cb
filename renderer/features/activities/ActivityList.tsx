import { IconRun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { useNarrowed } from '#ui/data-grid/use-narrowed.ts';
import { textOf } from '#ui/text-of.ts';

import { ActivitySheet } from './ActivitySheet.tsx';
import type { ListProps } from './list-props.ts';
import { NewActivity } from './NewActivity.tsx';

const initial: GridPrefs = {
  order: [
    'activity',
    'startsOn',
    'workStatus',
    'organiser',
    'partners',
    'agreement',
    'figures',
    'strategicAxis',
    'place',
    'event',
    'endsOn',
    'year',
  ],
  hidden: ['description', 'endsOn', 'year', 'event', 'workingGroup'],
  widths: { activity: 360, organiser: 180, agreement: 200, figures: 240 },
  sort: [],
};

/** The activities as a register, and beside it the one that is open. */
export function ActivityList({
  groupId,
  groupName,
  crumb,
  openId,
  go,
  year,
}: ListProps & { readonly year: number | null }) {
  const { t } = useTranslation('activities');
  const { data } = useQuery('activities:activity', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'activities',
    openId,
    sheet: data,
    newName: t('activity.new'),
    nameOf: (record) => textOf(record['title']),
    list: crumb,
  });
  const { at, sheet, isReadOnly } = screen;
  const own = useNarrowed(
    at,
    groupName === null ? null : { workingGroup: groupName, ...(year === null ? {} : { year }) },
  );
  return (
    <RegisterView
      // The list itself is another one.
      key={year ?? 'all'}
      screen={{ ...screen, at: own }}
      label={t('activity.tab')}
      initial={initial}
      countLabel={(numbers) => t('activity.count', numbers)}
      filterPlaceholder={t('activity.filter')}
      empty={{
        icon: IconRun,
        title: t('activity.emptyTitle'),
        description: t('activity.emptyText'),
      }}
      go={go}
      form={<NewActivity groupId={groupId} onMade={go} />}
      sheet={
        openId === null || sheet === null ? null : (
          <ActivitySheet
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
