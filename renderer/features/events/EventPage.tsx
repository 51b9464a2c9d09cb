import { Alert, Badge, Group, List, Skeleton, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarOff } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { EventSheet, EventWarning } from '#contract/event.channels.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';
import { textOf } from '#ui/text-of.ts';

import { B2bTab } from './b2b/B2bTab.tsx';
import { DayTab } from './day/DayTab.tsx';
import type { EventTab, EventTabProps } from './event-tab.ts';
import { eventTabs, isEventTab } from './event-tab.ts';
import classes from './Events.module.css';
import { GuestsTab } from './guests/GuestsTab.tsx';
import { PapersTab } from './PapersTab.tsx';
import { ProgrammeTab } from './programme/ProgrammeTab.tsx';
import { StandsTab } from './stands/StandsTab.tsx';

const PANELS: Readonly<Record<EventTab, ComponentType<EventTabProps>>> = {
  programme: ProgrammeTab,
  guests: GuestsTab,
  stands: StandsTab,
  b2b: B2bTab,
  day: DayTab,
  papers: PapersTab,
};

export interface EventPageProps {
  readonly id: string;
  /** As the address says it. */
  readonly tab: string;
  readonly part: string | null;
  /** How the documents of the event are asked for. */
  readonly papers: ReactNode;
}

/** One event over the whole window, each tab a part of its preparation. */
export function EventPage({ id, tab: asked, part, papers }: EventPageProps) {
  const { t } = useTranslation('eventsScreen');
  const [, setLocation] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  const { data: sheet, error } = useQuery('events:sheet', { id });
  const name = textOf(sheet?.record['name']);
  const tab = isEventTab(asked) ? asked : 'programme';
  useBreadcrumb(name === '' ? [] : [{ label: name, path: `/events/${id}` }]);
  useTabKeys((next) => setLocation(`/events/${id}/${next}`));

  if (error !== null) {
    return (
      <Screen title={t('title')}>
        <RefusalNote error={error} />
      </Screen>
    );
  }
  if (sheet === undefined) {
    return (
      <Screen title={t('title')}>
        <Skeleton h={320} radius="md" />
      </Screen>
    );
  }
  if (sheet === null || (sheet.record['deletedAt'] ?? null) !== null) {
    return (
      <Screen title={t('title')}>
        <EmptyScreen icon={IconCalendarOff} title={t('missing')} description={t('emptyText')} />
      </Screen>
    );
  }
  return (
    <Screen title={name} isFlush actions={<Facts sheet={sheet} />}>
      <Tabs
        className={classes['tabs'] ?? ''}
        value={tab}
        keepMounted={false}
        onChange={(next) => setLocation(`/events/${id}/${next ?? tab}`)}
      >
        <Tabs.List aria-label={t('parts')} className={classes['tabList'] ?? ''}>
          {eventTabs.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`tab.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {eventTabs.map((each) => {
          const Panel = PANELS[each];
          return (
            <Tabs.Panel key={each} value={each} className={classes['panel'] ?? ''}>
              <h2 className="r-visually-hidden">{t(`tab.${each}`)}</h2>
              {each === 'programme' && <Warnings sheet={sheet} />}
              <Panel
                id={id}
                sheet={sheet}
                isReadOnly={isReadOnly}
                part={part}
                papers={papers}
                go={(next) =>
                  setLocation(
                    next === null ? `/events/${id}/${each}` : `/events/${id}/${each}/${next}`,
                  )
                }
              />
            </Tabs.Panel>
          );
        })}
      </Tabs>
    </Screen>
  );
}

/** Alt with a figure goes to the tab of that place. */
function useTabKeys(go: (tab: EventTab) => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const digit = /^Digit([1-6])$/.exec(event.code)?.[1];
      const wanted = digit === undefined ? undefined : eventTabs[Number(digit) - 1];
      if (!event.altKey || event.ctrlKey || event.metaKey || wanted === undefined) return;
      event.preventDefault();
      go(wanted);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  });
}

function Facts({ sheet }: { readonly sheet: EventSheet }) {
  const { t } = useTranslation('eventsScreen');
  const { date, period } = useFormat();
  const { startsOn, endsOn, place, status } = sheet.record;
  const [first, last] = [textOf(startsOn), textOf(endsOn)];
  const day =
    first === '' ? t('noDate') : last === '' || last === first ? date(first) : period(first, last);
  return (
    <Group gap="sm" wrap="wrap">
      <Text size="sm" c="dimmed">
        {[day, textOf(place)].filter((fact) => fact !== '').join(' · ')}
      </Text>
      <Badge variant="light">{t(`vocabulary:choice.event.status.${textOf(status)}`)}</Badge>
    </Group>
  );
}

/** What deserves a second look before the day. */
function Warnings({ sheet: { warnings } }: { readonly sheet: EventSheet }) {
  const { t } = useTranslation('eventsScreen');
  const inWords = ({ kind, ...facts }: EventWarning): string => t(`warning.${kind}`, facts);
  if (warnings.length === 0) return null;
  return (
    <Alert mb="md" icon={<IconAlertTriangle aria-hidden />} color="yellow" title={t('warnings')}>
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={JSON.stringify(warning)}>{inWords(warning)}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
