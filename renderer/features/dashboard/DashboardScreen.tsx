import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';

import classes from './Dashboard.module.css';
import { CalendarLink, FollowUpLink, LateDeliverables } from './DateLinks.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { Figures } from './Figures.tsx';
import { Funnel } from './Funnel.tsx';
import { ReadyReports } from './ReadyReports.tsx';
import { RecentOperations } from './RecentOperations.tsx';
import { SubGroupList } from './SubGroupList.tsx';
import { TaskList } from './TaskList.tsx';

export type DashboardData = ChannelOutput<'dashboard:get'>;

/** What a secretariat looks at first: what is late, what is next, the figures of the year. */
export function DashboardScreen() {
  const { t } = useTranslation('dashboard');
  const { date } = useFormat();
  const day = localToday();
  const { data, error } = useQuery('dashboard:get', { today: day });
  const [group, ...others] = data?.groups ?? [];
  const title = group !== undefined && others.length === 0 ? group.name : t('dashboard:title');
  const facts = [
    others.length === 0 ? (group?.observatory ?? null) : null,
    data === undefined || data.asOfOn === day
      ? null
      : t('dashboard:asOf', { day: date(data.asOfOn) }),
  ].filter((fact) => fact !== null);

  return (
    <Screen title={title} description={facts.length === 0 ? undefined : facts.join(' · ')}>
      {error === null ? null : <RefusalNote error={error} />}
      {data === undefined ? error === null && <Waiting /> : <Content data={data} />}
    </Screen>
  );
}

function isNew(data: DashboardData): boolean {
  return [data.figures, data.late, data.next, data.subGroups].every((list) => list.length === 0);
}

function Content({ data }: { readonly data: DashboardData }) {
  const { t } = useTranslation('dashboard');
  if (isNew(data)) {
    return (
      <>
        <FirstSteps />
        <div className={classes['columns']}>
          <RecentOperations operations={data.recent} />
          <ReadyReports year={Number(data.asOfOn.slice(0, 4))} />
        </div>
      </>
    );
  }
  return (
    <>
      {data.figures.length === 0 ? null : <Figures figures={data.figures} />}
      <div className={classes['columns']}>
        <div className={classes['column']}>
          <TaskList
            kind="late"
            title={t('dashboard:late.title')}
            nothing={t('dashboard:late.nothing')}
            asOfOn={data.asOfOn}
            tasks={data.late}
            count={data.lateCounts.deliverable + data.lateCounts.other}
            note={
              <>
                <LateDeliverables count={data.lateCounts.deliverable} />
                {data.lateCounts.other > 0 && <FollowUpLink />}
              </>
            }
          />
          <TaskList
            kind="next"
            title={t('dashboard:next.title')}
            nothing={t('dashboard:next.nothing')}
            asOfOn={data.asOfOn}
            tasks={data.next}
            note={<CalendarLink />}
          />
          <SubGroupList subGroups={data.subGroups} />
          <RecentOperations operations={data.recent} />
        </div>
        <div className={classes['column']}>
          <ReadyReports year={Number(data.asOfOn.slice(0, 4))} />
          {data.funnel.length === 0 ? null : <Funnel steps={data.funnel} />}
        </div>
      </div>
    </>
  );
}

function Waiting() {
  return (
    <div aria-hidden="true">
      <Skeleton h={132} mb="lg" radius="md" />
      <div className={classes['columns']}>
        <Skeleton h={320} radius="md" />
        <Skeleton h={320} radius="md" />
      </div>
    </div>
  );
}
