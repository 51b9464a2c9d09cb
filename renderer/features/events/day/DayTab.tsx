import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { Outcomes } from './Outcomes.tsx';
import { Schedules } from './Schedules.tsx';

const views = ['outcomes', 'participants', 'places'] as const;

/** The day itself: what came of each meeting, and where everybody is when. */
export function DayTab({ id, isReadOnly, part, go }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const view = views.find((one) => one === part) ?? 'outcomes';
  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('day.views')}
          data={views.map((value) => ({ value, label: t(`day.view.${value}`) }))}
          value={view}
          onChange={go}
        />
      </div>
      {view === 'outcomes' ? (
        <Outcomes id={id} isReadOnly={isReadOnly} />
      ) : (
        <Schedules key={view} id={id} by={view} />
      )}
    </>
  );
}
