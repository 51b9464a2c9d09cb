import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useCommand } from '#stores/commands.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useTabPlace } from '#stores/tab-place.ts';
import { useQuery } from '#stores/use-query.ts';

import styles from './Activities.module.css';
import { ActivityList } from './ActivityList.tsx';
import { AgreementList } from './AgreementList.tsx';
import { PracticeList } from './PracticeList.tsx';

export interface ActivitiesTabProps {
  readonly groupId: string;
  readonly year: number;
}

const lists = ['activities', 'agreements', 'practices'] as const;
type List = (typeof lists)[number];
const words = { activities: 'activity', agreements: 'agreement', practices: 'practice' } as const;

/** What the group carried out, the agreements it applies, and the good practices it noted. */
export function ActivitiesTab({ groupId, year }: ActivitiesTabProps) {
  const { t } = useTranslation('activities');
  const { parts, pathOf, go } = useTabPlace('activities');
  const isReadOnly = useSession(selectIsReadOnly);
  const { data: group } = useQuery('records:label', { table: 'workingGroup', id: groupId });
  const [isOfYear, setOfYear] = useState(false);
  const list: List = lists.find((name) => name === parts[0]) ?? 'activities';
  const word = words[list];
  const create = isReadOnly ? null : () => go(list, 'new');
  useCommand(create && { id: 'new', label: t(`${word}.new`), keys: 'Ctrl+N', run: create });
  const props = {
    groupId,
    groupName: group?.label ?? null,
    crumb: { label: t(`${word}.tab`), path: pathOf(list) },
    openId: parts[1] ?? null,
    go: (id: string | null) => (id === null ? go(list) : go(list, id)),
  };
  return (
    <div className={styles['tab']}>
      <div className={styles['head']}>
        <SegmentedControl
          size="xs"
          aria-label={t('lists')}
          data={lists.map((value) => ({ value, label: t(`${words[value]}.tab`) }))}
          value={list}
          onChange={(next) => go(next)}
        />
        {list === 'activities' && (
          <SegmentedControl
            size="xs"
            aria-label={t('scope')}
            data={[
              { value: 'all', label: t('allYears') },
              { value: 'year', label: t('onlyYear', { year }) },
            ]}
            value={isOfYear ? 'year' : 'all'}
            onChange={(next) => setOfYear(next === 'year')}
          />
        )}
        {create !== null && (
          <Button
            className={styles['push'] ?? ''}
            size="xs"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={create}
          >
            {t(`${word}.new`)}
          </Button>
        )}
      </div>
      <div className={styles['list']}>
        {list === 'activities' && <ActivityList {...props} year={isOfYear ? year : null} />}
        {list === 'agreements' && <AgreementList {...props} />}
        {list === 'practices' && <PracticeList {...props} />}
      </div>
    </div>
  );
}
