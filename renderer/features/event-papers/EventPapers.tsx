import { Alert, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { EventPapersOverview } from '#contract/event-papers.channels.ts';
import type { Id } from '#domain/ids.ts';
import { useQuery } from '#stores/use-query.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { EventPaperMenu } from './EventPaperMenu.tsx';

export interface EventPapersProps {
  readonly eventId: Id<'event'>;
}

interface PartProps extends EventPapersProps {
  readonly overview: EventPapersOverview;
}

/** Everything that is printed, posted or sent about an event, in the format one asks for. */
export function EventPapers({ eventId }: EventPapersProps) {
  const { t } = useTranslation('eventPapers');
  const { data: overview, error } = useQuery('eventPapers:overview', { eventId });
  if (error !== null) return <RefusalNote error={error} />;
  if (overview === undefined) return <Skeleton h={240} />;
  return (
    <Stack gap="lg">
      {overview.day === null && (
        <Alert color="yellow" p="xs">
          {t('noDay')}
        </Alert>
      )}
      <Section title={t('whole.title')}>
        <Hint text={t('whole.hint')} />
        <Group gap="xs" role="group" aria-label={t('whole.title')}>
          {(['programme', 'registrations', 'stands', 'calendar'] as const).map((paper) => (
            <EventPaperMenu
              key={paper}
              eventId={eventId}
              paper={paper}
              about={overview.eventName}
              hasDay={overview.day !== null}
            />
          ))}
        </Group>
      </Section>
      <Participants eventId={eventId} overview={overview} />
      <Places eventId={eventId} overview={overview} />
    </Stack>
  );
}

const Hint = ({ text }: { readonly text: string }) => (
  <Text size="sm" c="dimmed">
    {text}
  </Text>
);

function Participants({ eventId, overview }: PartProps) {
  const { t } = useTranslation('eventPapers');
  const [subject, setSubject] = useState<string | null>(null);
  const { participants, eventName, day } = overview;
  const chosen = participants.find(({ id }) => id === subject);
  return (
    <Section title={t('participants.title')} count={participants.length}>
      <Hint text={participants.length === 0 ? t('nobody') : t('participants.hint')} />
      {participants.length > 0 && (
        <Group gap="xs" align="end">
          <Select
            label={t('participants.choose')}
            placeholder={t('all')}
            w={360}
            searchable
            clearable
            value={chosen?.id ?? null}
            data={participants.map(({ id, name, meetings }) => ({
              value: id,
              label: t('participants.count', { name, count: meetings }),
            }))}
            onChange={setSubject}
          />
          <EventPaperMenu
            eventId={eventId}
            paper="participantSchedules"
            subject={chosen?.id ?? null}
            about={chosen?.name ?? eventName}
            hasDay={day !== null}
          />
        </Group>
      )}
    </Section>
  );
}

/** Choices need a value, also where no place is given. */
const keyOf = (name: string): string => `:${name}`;

function Places({ eventId, overview }: PartProps) {
  const { t } = useTranslation('eventPapers');
  const [subject, setSubject] = useState<string | null>(null);
  const { places, eventName, day } = overview;
  const chosen = places.find(({ name }) => keyOf(name) === subject);
  const shown = (name: string): string => (name === '' ? t('places.none') : name);
  return (
    <Section title={t('places.title')} count={places.length}>
      <Hint text={places.length === 0 ? t('noPlaces') : t('places.hint')} />
      {places.length > 0 && (
        <Group gap="xs" align="end">
          <Select
            label={t('places.choose')}
            placeholder={t('allPlaces')}
            w={360}
            searchable
            clearable
            value={chosen === undefined ? null : keyOf(chosen.name)}
            data={places.map(({ name }) => ({ value: keyOf(name), label: shown(name) }))}
            onChange={setSubject}
          />
          <EventPaperMenu
            eventId={eventId}
            paper="placeSchedules"
            subject={chosen?.name ?? null}
            about={chosen === undefined ? eventName : shown(chosen.name)}
            hasDay={day !== null}
          />
        </Group>
      )}
    </Section>
  );
}
