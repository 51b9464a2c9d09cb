import { Badge, Button, Group, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import { doSave } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import classes from '../Meetings.module.css';
import { PlanForm } from './PlanForm.tsx';

/** The series that a meeting belongs to, and the planning of the next meetings. */
export function SeriesFace({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const { data: series } = useQuery('meetings:series', { id });
  if (series === undefined) return null;
  return (
    <div className={classes['planWide']}>
      <Title order={2} size="h4" mb="md">
        {series === null ? t('series.none') : t('series.named', { name: series.name })}
      </Title>
      {series !== null && <Siblings id={id} series={series} isReadOnly={isReadOnly} />}
      {!isReadOnly && <PlanForm key={series?.id ?? ''} id={id} sheet={sheet} series={series} />}
      {!isReadOnly && series === null && (
        <Section title={t('series.join')}>
          <Text size="sm" c="dimmed" mb="xs">
            {t('series.joinHelp')}
          </Text>
          <ReferencePicker
            table="meetingSeries"
            label={t('vocabulary:field.meeting.seriesId')}
            port={recordPort}
            isOptional
            canCreate={false}
            value={null}
            onChange={(seriesId) => {
              if (seriesId !== null) void doSave('meeting', id, { seriesId });
            }}
          />
        </Section>
      )}
    </div>
  );
}

interface SiblingsProps {
  readonly id: string;
  readonly series: NonNullable<ChannelOutput<'meetings:series'>>;
  readonly isReadOnly: boolean;
}

function Siblings({ id, series, isReadOnly }: SiblingsProps) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const leave = isReadOnly ? null : (
    <Button
      size="compact-sm"
      variant="subtle"
      onClick={() => void doSave('meeting', id, { seriesId: null })}
    >
      {t('series.leave')}
    </Button>
  );
  return (
    <Section title={t('series.meetings')} count={series.meetings.length} action={leave}>
      <ul className={classes['plainList']}>
        {series.meetings.map((meeting) => (
          <li key={meeting.id} className={classes['sibling']}>
            <span className={classes['siblingDay']}>
              {meeting.heldOn === null ? (meeting.period ?? t('noDate')) : date(meeting.heldOn)}
            </span>
            {meeting.id === id ? (
              <Text size="sm" fw={600} aria-current="true">
                {meeting.title}
              </Text>
            ) : (
              <Link
                href={`/meetings/${meeting.id}/prepare`}
                className={classes['siblingLink'] ?? ''}
              >
                {meeting.title}
              </Link>
            )}
            <Group gap={4}>
              <Badge variant="light" color={meeting.status === 'cancelled' ? 'red' : 'gray'}>
                {t(`vocabulary:choice.meeting.status.${meeting.status}`)}
              </Badge>
            </Group>
          </li>
        ))}
      </ul>
    </Section>
  );
}
