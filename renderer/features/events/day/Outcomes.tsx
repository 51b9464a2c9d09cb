import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { B2bMeetingView } from '#contract/timetable.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Choices } from '../Choices.tsx';
import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';

const states = ['planned', 'held', 'missed'] as const;

export interface OutcomesProps {
  readonly id: string;
  readonly isReadOnly: boolean;
}

/** What came of each meeting, told as the day goes on or afterwards. */
export function Outcomes({ id, isReadOnly }: OutcomesProps) {
  const { t } = useTranslation('eventsScreen');
  const { data: sheet, error } = useQuery('timetable:sheet', { id });
  if (error !== null) return <RefusalNote error={error} />;
  if (sheet === undefined || sheet === null) return null;
  const meetings = sheet.meetings.filter(
    ({ status, startsAt }) => startsAt !== null && status !== 'cancelled' && status !== 'wished',
  );
  const held = meetings.filter(({ status }) => status === 'held').length;
  const missed = meetings.filter(({ status }) => status === 'missed').length;
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm" aria-live="polite">
        {meetings.length === 0
          ? t('outcome.none')
          : t('outcome.count', { count: meetings.length, held, missed })}
      </Text>
      <ul className={classes['plain']}>
        {meetings.map((meeting) => (
          <OutcomeRow key={meeting.id} meeting={meeting} isReadOnly={isReadOnly} />
        ))}
      </ul>
    </>
  );
}

interface OutcomeRowProps {
  readonly meeting: B2bMeetingView;
  readonly isReadOnly: boolean;
}

function OutcomeRow({ meeting, isReadOnly }: OutcomeRowProps) {
  const { t } = useTranslation('eventsScreen');
  const { id: meetingId, status } = meeting;
  const pair = t('pair', { buyer: meeting.buyerName, company: meeting.companyName });
  const isTold = status === 'held' || status === 'missed';
  return (
    <li className={classes['item']}>
      <div className={classes['line']}>
        <span className={classes['hours']}>
          {t('hours', { from: meeting.startsAt ?? '–', to: meeting.endsAt ?? '?' })}
        </span>
        <div className={classes['grow']}>
          <Text size="sm" fw={600}>
            {pair}
          </Text>
          <Text size="xs" c="dimmed">
            {[meeting.needTitle, meeting.offerTitle].filter(Boolean).join(' → ')}
          </Text>
        </div>
        <Choices
          label={t('outcome.of', { pair })}
          options={states.map((value) => ({
            value,
            label: t(`vocabulary:choice.b2bMeeting.status.${value}`),
          }))}
          value={states.find((state) => state === status) ?? null}
          isReadOnly={isReadOnly}
          onChange={(next) => void doWrite('timetable:outcome', { meetingId, status: next })}
        />
      </div>
      {isTold && (
        <div className={classes['told']}>
          <KeptText
            label={t('outcome.text')}
            value={meeting.outcome ?? ''}
            isReadOnly={isReadOnly}
            onKeep={(outcome) => void doWrite('timetable:outcome', { meetingId, outcome })}
          />
          <KeptText
            label={t('outcome.followUp')}
            value={meeting.followUp ?? ''}
            isReadOnly={isReadOnly}
            onKeep={(followUp) => void doWrite('timetable:outcome', { meetingId, followUp })}
          />
          <DayInput
            label={t('outcome.followUpOn')}
            value={meeting.followUpOn}
            isReadOnly={isReadOnly}
            onChange={(followUpOn) => void doWrite('timetable:outcome', { meetingId, followUpOn })}
          />
        </div>
      )}
    </li>
  );
}

interface KeptTextProps {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  readonly onKeep: (text: string | null) => void;
}

/** A text kept on leaving it; Escape gives back what was there. */
function KeptText({ label, value, isReadOnly, onKeep }: KeptTextProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Textarea
      size="xs"
      label={label}
      autosize
      minRows={1}
      maxRows={8}
      readOnly={isReadOnly}
      value={draft ?? value}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        const text = draft?.trim();
        setDraft(null);
        if (text !== undefined && text !== value) onKeep(text === '' ? null : text);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || draft === null) return;
        event.stopPropagation();
        setDraft(null);
      }}
    />
  );
}
