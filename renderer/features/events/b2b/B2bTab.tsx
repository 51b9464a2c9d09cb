import { Button, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { doWrite } from '../do-write.ts';
import type { EventTabProps } from '../event-tab.ts';
import classes from '../Events.module.css';
import { Matches } from './Matches.tsx';
import { Participants } from './Participants.tsx';
import { PlanForm } from './PlanForm.tsx';
import { Timetable } from './Timetable.tsx';

const views = ['timetable', 'participants', 'matches', 'slots'] as const;
type View = (typeof views)[number];

/** The meetings of buyers and companies: whom to bring together, when, and why. */
export function B2bTab({ id, isReadOnly, part, go }: EventTabProps) {
  const { t } = useTranslation('eventsScreen');
  const { data: sheet, error } = useQuery('timetable:sheet', { id });
  if (error !== null) return <RefusalNote error={error} />;
  if (sheet === undefined || sheet === null) return null;
  const asked = views.find((view) => view === part);
  const view: View = asked ?? (sheet.plan === null ? 'slots' : 'timetable');
  const of = { id, sheet, isReadOnly };
  return (
    <>
      <div className={classes['bar']}>
        <SegmentedControl
          size="xs"
          aria-label={t('b2b.views')}
          data={views.map((value) => ({ value, label: t(`b2b.view.${value}`) }))}
          value={view}
          onChange={go}
        />
        {sheet.missing > 0 && !isReadOnly && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void doWrite('timetable:gather', { id })}
          >
            {t('b2b.gather', { count: sheet.missing })}
          </Button>
        )}
      </div>
      {view === 'timetable' && <Timetable {...of} />}
      {view === 'participants' && <Participants {...of} />}
      {view === 'matches' && <Matches id={id} isReadOnly={isReadOnly} />}
      {view === 'slots' && <PlanForm {...of} />}
    </>
  );
}
