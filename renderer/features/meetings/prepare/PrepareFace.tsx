import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUsersPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { entityOf } from '#domain/registry.ts';
import { recordPort } from '#stores/record-port.ts';
import { FormField } from '#ui/record-form/FormField.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { doWrite } from '../do-write.ts';
import type { FaceProps } from '../face.ts';
import classes from '../Meetings.module.css';
import { Agenda } from './Agenda.tsx';
import { Proposals } from './Proposals.tsx';

const PRACTICAL = [
  'title',
  'heldOn',
  'startsAt',
  'endsAt',
  'place',
  'remoteLink',
  'chairId',
  'secretaryId',
  'quorum',
  'quorumUnit',
  'purpose',
] as const;
const WIDE: readonly string[] = ['title', 'heldOn', 'place', 'remoteLink', 'purpose'];

/** When, where and who; what will be spoken of; what earlier meetings left open. */
export function PrepareFace({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const { fields } = entityOf('meeting');
  return (
    <div className={classes['prepare']}>
      <h2 className="r-visually-hidden">{t('face.prepare')}</h2>
      <div>
        <Agenda id={id} sheet={sheet} isReadOnly={isReadOnly} />
        {!isReadOnly && <Proposals id={id} />}
      </div>
      <div>
        <Section title={t('prepare.practical')}>
          <div className={classes['practical']}>
            {PRACTICAL.map((field) => {
              const declared = fields[field];
              return declared === undefined ? null : (
                <div key={field} data-wide={WIDE.includes(field) || undefined}>
                  <FormField
                    of={{ table: 'meeting', id, field, record: sheet.record, port: recordPort }}
                    declared={declared}
                    isReadOnly={isReadOnly}
                  />
                </div>
              );
            })}
          </div>
        </Section>
        <Expected id={id} sheet={sheet} isReadOnly={isReadOnly} />
        <InSeries id={id} name={sheet.seriesName} />
      </div>
    </div>
  );
}

/** The series that the meeting is in, and the way to its next meetings. */
function InSeries({ id, name }: { readonly id: string; readonly name: string | null }) {
  const { t } = useTranslation('meetings');
  return (
    <Section title={t('menu.series')}>
      <Group gap="xs" justify="space-between">
        <Text size="sm">{name ?? t('series.none')}</Text>
        <Button size="compact-sm" variant="subtle" component={Link} href={`/meetings/${id}/series`}>
          {t('series.plan')}
        </Button>
      </Group>
    </Section>
  );
}

function Expected({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const fill = isReadOnly ? null : (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconUsersPlus size="1rem" aria-hidden />}
      onClick={() => void doWrite('meetings:expected', { id, today: localToday() })}
    >
      {t('attendance.fill')}
    </Button>
  );
  return (
    <Section title={t('prepare.attendance')} count={sheet.attendance.length} action={fill}>
      {sheet.attendance.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('attendance.none')}
        </Text>
      ) : (
        <Stack gap={2} component="ul" className={classes['plainList'] ?? ''}>
          {sheet.attendance.map((line) => (
            <Group key={line.id} component="li" gap={6} wrap="nowrap">
              <Text size="sm">{line.name}</Text>
              <Text size="xs" c="dimmed">
                {line.mandate === null
                  ? line.isGuest
                    ? t('attendance.guest')
                    : ''
                  : t(`vocabulary:choice.mandate.role.${line.mandate.role}`)}
              </Text>
            </Group>
          ))}
        </Stack>
      )}
    </Section>
  );
}
