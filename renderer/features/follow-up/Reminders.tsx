import { Alert, Anchor, Button, SegmentedControl, Skeleton, Text } from '@mantine/core';
import { IconFileZip, IconMail, IconMailOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ChannelInput } from '#contract/channels.ts';
import type { Reminder } from '#contract/follow-up.channels.ts';
import { exportFile } from '#stores/exports.store.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import type { Filters } from './filters.ts';
import classes from './FollowUp.module.css';
import { SentReminders } from './SentReminders.tsx';

interface RemindersProps {
  readonly filters: Filters;
  readonly today: string;
  readonly isReadOnly: boolean;
}

/** One message for each of those who have something left to do, to be read again before it is sent. */
export function Reminders({ filters, today, isReadOnly }: RemindersProps) {
  const { t } = useTranslation('followUp');
  const [onlyLate, setOnlyLate] = useState(filters.state === 'late');
  const wanted = {
    today,
    onlyLate,
    workingGroupId: filters.workingGroup,
    subGroupId: filters.subGroup,
  };
  const { data, error } = useQuery('followUp:remind', wanted, { keepPrevious: true });
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('remind.hint')}
      </Text>
      <SegmentedControl
        fullWidth
        mb="md"
        aria-label={t('remind.about')}
        value={onlyLate ? 'late' : 'open'}
        data={[
          { value: 'late', label: t('remind.late') },
          { value: 'open', label: t('remind.open') },
        ]}
        onChange={(next) => {
          setOnlyLate(next === 'late');
        }}
      />
      {error !== null && <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <Skeleton h={160} />
      ) : (
        <Ready reminders={data} wanted={wanted} isReadOnly={isReadOnly} />
      )}
      <Section title={t('remind.sent')}>
        <SentReminders />
      </Section>
    </>
  );
}

interface ReadyProps {
  readonly reminders: readonly Reminder[];
  readonly wanted: ChannelInput<'followUp:remind'>;
  readonly isReadOnly: boolean;
}

function Ready({ reminders, wanted, isReadOnly }: ReadyProps) {
  const { t } = useTranslation('followUp');
  const unreached = reminders.filter(({ isReachable }) => !isReachable);
  if (reminders.length === 0) return <Text mb="md">{t('remind.nobody')}</Text>;
  return (
    <>
      {unreached.length > 0 && (
        <Alert color="yellow" p="xs" mb="md" icon={<IconMailOff size="1.1rem" aria-hidden />}>
          {t('remind.unreached', {
            count: unreached.length,
            people: unreached.map(({ name }) => name).join(', '),
          })}
        </Alert>
      )}
      {reminders.length > 1 && (
        <Button
          fullWidth
          mb="sm"
          variant="default"
          disabled={isReadOnly}
          leftSection={<IconFileZip size="1.1rem" aria-hidden />}
          onClick={() => {
            void exportFile('zip', `${t('remind.allName')}.zip`, (grant) =>
              operations.performUnannounced('followUp:remindAll', { ...wanted, grant }),
            );
          }}
        >
          {t('remind.all', { count: reminders.length })}
        </Button>
      )}
      <ul className={classes['reminders']}>
        {reminders.map((reminder) => (
          <ReminderLine
            key={`${reminder.personId} ${reminder.organisationId}`}
            reminder={reminder}
            wanted={wanted}
            isReadOnly={isReadOnly}
          />
        ))}
      </ul>
    </>
  );
}

function ReminderLine({
  reminder,
  wanted,
  isReadOnly,
}: Pick<ReadyProps, 'wanted' | 'isReadOnly'> & { readonly reminder: Reminder }) {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { personId, organisationId, name, email, actions, remindedAt, isReachable } = reminder;
  const late = actions.filter(({ isLate }) => isLate).length;
  const path =
    personId === null
      ? recordPath('organisation', organisationId ?? '')
      : recordPath('person', personId);
  return (
    <li className={classes['reminder']}>
      <div className={classes['reminderHead']}>
        <div>
          <Anchor component={Link} href={path} fw={600}>
            {name}
          </Anchor>
          <Text size="sm" {...(isReachable ? { c: 'dimmed' } : { c: 'var(--r-warning)' })}>
            {isReachable ? email : t('remind.noAddress')}
          </Text>
        </div>
        <Button
          size="compact-md"
          variant="light"
          disabled={isReadOnly}
          leftSection={<IconMail size="1rem" aria-hidden />}
          aria-label={t('remind.prepareFor', { name })}
          onClick={() => {
            const person = { personId, organisationId: personId === null ? organisationId : null };
            void exportFile('eml', `${t('remind.fileName', { name })}.eml`, (grant) =>
              operations.performUnannounced('convocations:remind', { ...wanted, ...person, grant }),
            );
          }}
        >
          {t('remind.one')}
        </Button>
      </div>
      <Text size="sm">
        {t('actions.count', { count: actions.length, n: format.number(actions.length) })}
        {late > 0 && (
          <span className={classes['late']}>
            {' · '}
            {t('lateCount', { count: late, n: format.number(late) })}
          </span>
        )}
        {remindedAt !== null && ` · ${t('remind.last', { at: format.dateTime(remindedAt) })}`}
      </Text>
      <details className={classes['what']}>
        <summary>{t('remind.what', { name })}</summary>
        <ul>
          {actions.map(({ id, title, dueOn, isLate }) => (
            <li key={id}>
              {title}
              {dueOn !== null && (
                <span className={isLate ? classes['late'] : undefined}>
                  {' – '}
                  {format.shortDate(dueOn)}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
