import { Alert, Button, Checkbox, Group, Select, Text, TextInput } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { ProposedDayView } from '#contract/meeting-series.channels.ts';
import { rhythms } from '#contract/meeting-series.channels.ts';
import type { MeetingSheet } from '#contract/meeting.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { textOf } from '#ui/text-of.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Meetings.module.css';

type Rhythm = (typeof rhythms)[number];

interface PlanFormProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  readonly series: ChannelOutput<'meetings:series'>;
}

/** What the person made of a proposed day. */
interface Edited {
  readonly heldOn?: string;
  readonly title?: string;
  readonly isLeftOut?: boolean;
}

const isRhythm = (text: unknown): text is Rhythm => rhythms.some((known) => known === text);

/** Proposes the days of the next meetings; each is looked at, and changed, before they are made. */
export function PlanForm({ id, sheet, series }: PlanFormProps) {
  const { t, i18n } = useTranslation('meetings');
  const { date } = useFormat();
  const [name, setName] = useState(
    series?.name ?? t('series.usualName', { body: sheet.body.name }),
  );
  const [recurrence, setRecurrence] = useState<Rhythm>(
    isRhythm(series?.recurrence) ? series.recurrence : 'quarterly',
  );
  const last = series?.meetings.findLast(({ heldOn }) => heldOn !== null)?.heldOn ?? null;
  const base = last ?? (textOf(sheet.record['heldOn']) || localToday());
  const first = Number(base.slice(0, 4));
  const [year, setYear] = useState(first + (base.slice(5) >= '10-01' ? 1 : 0));
  const [edited, setEdited] = useState<Readonly<Record<string, Edited>>>({});
  const { data } = useQuery(
    'meetings:proposeDates',
    { id, recurrence, year },
    { keepPrevious: true },
  );
  const titleOf = (day: string): string =>
    t('series.title', {
      name,
      month: new Intl.DateTimeFormat(i18n.language, {
        month: 'long',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(new Date(`${day}T00:00:00Z`)),
    });
  const rows = (data?.days ?? []).map((proposed) => {
    const change = edited[proposed.wantedOn] ?? {};
    const heldOn = change.heldOn ?? proposed.day;
    return { proposed, heldOn, title: change.title ?? titleOf(heldOn), ...change };
  });
  const chosen = rows.filter((row) => row.isLeftOut !== true);
  const edit = (key: string, change: Edited): void => {
    setEdited((now) => ({ ...now, [key]: { ...now[key], ...change } }));
  };

  return (
    <Section title={t('series.plan')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const meetings = chosen.map(({ heldOn, title }) => ({ heldOn, title: title.trim() }));
          void doWrite('meetings:planSeries', { id, name: name.trim(), recurrence, meetings });
          setEdited({});
        }}
      >
        <Group align="end" gap="sm" mb="sm">
          <TextInput
            className={classes['grow'] ?? ''}
            label={t('vocabulary:field.meetingSeries.name')}
            value={name}
            onChange={(event) => {
              setName(event.currentTarget.value);
            }}
          />
          <Select
            w="12rem"
            label={t('vocabulary:field.meetingSeries.recurrence')}
            data={rhythms.map((value) => ({
              value,
              label: t(`vocabulary:choice.meetingSeries.recurrence.${value}`),
            }))}
            value={recurrence}
            allowDeselect={false}
            onChange={(next) => {
              if (isRhythm(next)) setRecurrence(next);
            }}
          />
          <Select
            w="7rem"
            label={t('series.year')}
            data={[0, 1, 2, 3].map((ahead) => String(first + ahead))}
            value={String(year)}
            allowDeselect={false}
            onChange={(next) => {
              setYear(Number(next ?? year));
            }}
          />
        </Group>
        {data?.model === null && <Alert color="gray">{t('series.noModel')}</Alert>}
        {data !== undefined && data.model !== null && (
          <Text size="sm" c="dimmed" mb="xs">
            {rows.length === 0
              ? t('series.nothingLeft', { year })
              : t('series.help', { day: date(data.model) })}
          </Text>
        )}
        <ul className={classes['plainList']}>
          {rows.map(({ proposed, heldOn, title, isLeftOut }, index) => {
            const rank = index + 1;
            const key = proposed.wantedOn;
            return (
              <li key={key} className={classes['planned']} data-left-out={isLeftOut || undefined}>
                <Checkbox
                  aria-label={t('series.take', { rank })}
                  checked={isLeftOut !== true}
                  onChange={(event) => {
                    edit(key, { isLeftOut: !event.currentTarget.checked });
                  }}
                />
                <div>
                  <DayInput
                    size="sm"
                    label={null}
                    ariaLabel={t('series.day', { rank })}
                    isRequired
                    value={heldOn}
                    onChange={(day) => {
                      if (day !== null) edit(key, { heldOn: day });
                    }}
                  />
                  <Why proposed={proposed} heldOn={heldOn} />
                </div>
                <TextInput
                  className={classes['grow'] ?? ''}
                  aria-label={t('series.titleOf', { rank })}
                  value={title}
                  onChange={(event) => {
                    edit(key, { title: event.currentTarget.value });
                  }}
                />
              </li>
            );
          })}
        </ul>
        <Button
          mt="md"
          type="submit"
          disabled={
            name.trim() === '' ||
            chosen.some(({ title }) => title.trim() === '') ||
            (chosen.length === 0 && series !== null)
          }
          leftSection={<IconCalendarPlus size="1.1rem" aria-hidden />}
        >
          {chosen.length === 0
            ? t('series.createEmpty')
            : t('series.create', { count: chosen.length })}
        </Button>
      </form>
    </Section>
  );
}

/** Why the proposed day is not the one of the rhythm, and what else is that day. */
function Why({
  proposed,
  heldOn,
}: {
  readonly proposed: ProposedDayView;
  readonly heldOn: string;
}) {
  const { t, i18n } = useTranslation('meetings');
  const { date } = useFormat();
  if (heldOn !== proposed.day) return null;
  const weekday = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'long',
    timeZone: 'UTC',
  }).format(new Date(`${heldOn}T00:00:00Z`));
  const { obstacle, wantedOn, clash } = proposed;
  const parts = [
    weekday,
    obstacle === null
      ? null
      : t('series.moved', { day: date(wantedOn), why: t(`series.obstacle.${obstacle}`) }),
    clash === null ? null : t('series.clash', { title: clash.title }),
  ];
  return (
    <Text size="xs" mt={2} className={classes[clash === null ? 'quiet' : 'over'] ?? ''}>
      {parts.filter((part) => part !== null).join(' · ')}
    </Text>
  );
}
