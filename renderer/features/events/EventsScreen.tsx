import { Button } from '@mantine/core';
import { IconConfetti, IconPlus } from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';

import type { Id } from '#domain/ids.ts';
import { useCommand } from '#stores/commands.store.ts';
import { storedRecord, useRegisterScreen } from '#stores/register-screen.ts';
import { useQuery } from '#stores/use-query.ts';
import type { GridPrefs } from '#ui/data-grid/grid-prefs.ts';
import { RegisterView } from '#ui/data-grid/RegisterView.tsx';
import { Screen } from '#ui/Screen.tsx';
import { textOf } from '#ui/text-of.ts';

import { EventPage } from './EventPage.tsx';
import { EventPanel } from './EventPanel.tsx';
import { NewEvent } from './NewEvent.tsx';

const initial: GridPrefs = {
  order: ['event', 'startsOn', 'place', 'eventStatus', 'registrations', 'pitchSlots', 'stands'],
  hidden: ['endsOn', 'period', 'description', 'theme', 'parentEvent'],
  widths: { event: 250, startsOn: 115, place: 170, eventStatus: 100 },
  sort: [{ column: 'startsOn', direction: 'desc' }],
};

/** What the documents of an event are asked with; another part of the window brings it. */
export type EventPapersPart = ComponentType<{ readonly eventId: Id<'event'> }>;

/** The events, and each of them on its own page while it is prepared and held. */
export function EventsScreen({ Papers }: { readonly Papers: EventPapersPart }) {
  const [isPage, params] = useRoute('/events/:id/:tab/:part?');
  if (!isPage) return <EventsList />;
  const { id, tab, part } = params;
  return (
    <EventPage key={id} id={id} tab={tab} part={part ?? null} papers={<Papers eventId={id} />} />
  );
}

function EventsList() {
  const { t } = useTranslation('eventsScreen');
  const [, params] = useRoute('/events/:id?');
  const [, setLocation] = useLocation();
  const openId = params?.id ?? null;
  const { data } = useQuery('events:sheet', storedRecord(openId));
  const screen = useRegisterScreen({
    register: 'events',
    openId,
    sheet: data,
    newName: t('new'),
    nameOf: (record) => textOf(record['name']),
  });
  const { sheet, isReadOnly } = screen;
  const go = (id: string | null): void => setLocation(id === null ? '/events' : `/events/${id}`);
  const start = (): void => go('new');
  useCommand(isReadOnly ? null : { id: 'new', label: t('new'), keys: 'Ctrl+N', run: start });
  const create = isReadOnly ? null : (
    <Button size="sm" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start}>
      {t('new')}
    </Button>
  );
  return (
    <Screen title={t('title')} isFlush actions={create}>
      <RegisterView
        screen={screen}
        label={t('title')}
        initial={initial}
        countLabel={(numbers) => t('count', numbers)}
        filterPlaceholder={t('filter')}
        empty={{
          icon: IconConfetti,
          title: t('emptyTitle'),
          description: t('emptyText'),
          actions: create,
        }}
        go={go}
        form={<NewEvent onMade={(id) => setLocation(`/events/${id}/programme`)} />}
        sheet={
          openId === null || sheet === null ? null : (
            <EventPanel key={openId} id={openId} sheet={sheet} isReadOnly={isReadOnly} />
          )
        }
      />
    </Screen>
  );
}
