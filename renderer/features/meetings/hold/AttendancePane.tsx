import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconUserPlus, IconUsersPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { AttendanceView, MeetingSheet } from '#contract/meeting.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import { doWrite } from '../do-write.ts';
import { OfficeNote } from '../OfficeNote.tsx';
import { useEscape } from '../use-escape.ts';
import classes from './Hold.module.css';

const STATUSES = ['present', 'excused', 'represented', 'absent'] as const;
type Status = (typeof STATUSES)[number];

interface AttendancePaneProps {
  readonly id: string;
  readonly sheet: MeetingSheet;
  readonly isReadOnly: boolean;
}

/** Who is there: one click or one letter each; quorum; guests. */
export function AttendancePane({ id, sheet, isReadOnly }: AttendancePaneProps) {
  const { t } = useTranslation('meetings');
  const { attendance } = sheet;
  const list = useRef<HTMLUListElement>(null);
  const [currentId, setCurrentId] = useState<string | null>(null);
  const current = attendance.find((line) => line.id === currentId)?.id ?? attendance[0]?.id;
  const counted = attendance.filter(
    ({ status }) => status === 'present' || status === 'represented',
  ).length;

  function focusRow(index: number): void {
    const rows = list.current?.querySelectorAll('[data-row]');
    rows?.[index]?.querySelector<HTMLElement>('button[data-usual]')?.focus();
  }
  function set(line: AttendanceView, status: Status): void {
    const next = line.status === status ? 'expected' : status;
    void doWrite('meetings:attend', { attendanceId: line.id, status: next });
  }
  function onKey(event: KeyboardEvent, line: AttendanceView, index: number): void {
    if (!(event.target instanceof HTMLButtonElement)) return;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = event.key.toUpperCase();
    const status = STATUSES.find((known) => t(`attendance.letter.${known}`) === letter);
    if (status !== undefined && !isReadOnly) {
      event.preventDefault();
      if (line.status !== status) set(line, status);
      focusRow(index + 1);
      return;
    }
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      focusRow(index + step);
    }
    const aside = {
      ArrowLeft: 'previousElementSibling',
      ArrowRight: 'nextElementSibling',
    } as const;
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      const sibling = event.target[aside[event.key]];
      if (sibling instanceof HTMLElement) sibling.focus();
    }
  }

  return (
    <section className={classes['pane']} data-pane="attendance" aria-label={t('attendance.title')}>
      <h2 className={classes['paneTitle']}>{t('attendance.title')}</h2>
      <Quorum sheet={sheet} counted={counted} />
      {attendance.length === 0 ? (
        <Text size="sm" c="dimmed" mb="xs">
          {t('attendance.none')}
        </Text>
      ) : (
        <Text size="xs" c="dimmed" mb="xs">
          {t('attendance.help')}
        </Text>
      )}
      <ul className={classes['people']} ref={list}>
        {attendance.map((line, index) => (
          <li key={line.id} data-row className={classes['person']}>
            <div className={classes['personLine']}>
              <span className={classes['personName']}>
                {line.name}
                <span className={classes['hint']}>
                  {line.isGuest
                    ? t('attendance.guest')
                    : (line.organisationName ?? line.mandate?.bodyName ?? '')}
                </span>
              </span>
              <div role="group" aria-label={line.name} className={classes['statuses']}>
                {STATUSES.map((status) => {
                  const isSet = line.status === status;
                  const isUsual = isSet || (line.status === 'expected' && status === 'present');
                  return (
                    <button
                      key={status}
                      type="button"
                      className={classes['status']}
                      data-status={status}
                      data-usual={isUsual || undefined}
                      tabIndex={line.id === current && isUsual ? 0 : -1}
                      aria-pressed={isSet}
                      aria-label={t(`attendance.status.${status}`)}
                      title={t(`attendance.status.${status}`)}
                      disabled={isReadOnly}
                      onFocus={() => {
                        setCurrentId(line.id);
                      }}
                      onKeyDown={(event) => {
                        onKey(event, line, index);
                      }}
                      onClick={() => {
                        set(line, status);
                      }}
                    >
                      {t(`attendance.letter.${status}`)}
                    </button>
                  );
                })}
              </div>
            </div>
            {!line.isGuest && line.mandate === null && (
              <OfficeNote meetingId={id} personId={line.personId} />
            )}
            {line.status === 'represented' && (
              <ReferencePicker
                table="person"
                size="xs"
                label={t('attendance.representedBy')}
                port={recordPort}
                isOptional
                isReadOnly={isReadOnly}
                canCreate={false}
                value={line.representedById}
                valueLabel={line.representedByName ?? undefined}
                onChange={(representedById) => {
                  void doWrite('meetings:attend', {
                    attendanceId: line.id,
                    status: 'represented',
                    representedById,
                  });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {!isReadOnly && (
        <Group gap="xs" mt="xs">
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconUsersPlus size="1rem" aria-hidden />}
            onClick={() => void doWrite('meetings:expected', { id, today: localToday() })}
          >
            {t('attendance.fill')}
          </Button>
          <Guests id={id} />
        </Group>
      )}
    </section>
  );
}

function Quorum({ sheet, counted }: { readonly sheet: MeetingSheet; readonly counted: number }) {
  const { t } = useTranslation('meetings');
  const { quorum, attendance } = sheet;
  const total = attendance.length;
  return (
    <>
      <Text size="sm">{t('attendance.presentCount', { present: counted, total })}</Text>
      {quorum !== null && (
        <p className={classes['quorum']} data-reached={quorum.isReached} role="status">
          {t(quorum.isReached ? 'attendance.quorumReached' : 'attendance.quorumMissing', {
            counted: quorum.counted,
            needed: quorum.needed,
          })}
        </p>
      )}
    </>
  );
}

function Guests({ id }: { readonly id: string }) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  if (isOpen) {
    return (
      <GuestForm
        id={id}
        onClose={() => {
          setOpen(false);
        }}
      />
    );
  }
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      leftSection={<IconUserPlus size="1rem" aria-hidden />}
      onClick={() => {
        setOpen(true);
      }}
    >
      {t('attendance.addGuest')}
    </Button>
  );
}

function GuestForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation('meetings');
  const [name, setName] = useState('');
  const form = useEscape<HTMLFormElement>(onClose);
  const field = useFocusAtFirst<HTMLInputElement>();
  return (
    <form
      ref={form}
      className={classes['guest']}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        void doWrite('meetings:invite', { id, name: name.trim() });
        setName('');
      }}
    >
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          ref={field}
          size="xs"
          label={t('attendance.guestName')}
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" size="xs" variant="default" disabled={name.trim() === ''}>
          {t('attendance.invite')}
        </Button>
      </Group>
      <ReferencePicker
        table="person"
        size="xs"
        label={t('attendance.guestPerson')}
        port={recordPort}
        isOptional
        value={null}
        onChange={(personId) => {
          if (personId !== null) void doWrite('meetings:invite', { id, personId });
        }}
      />
    </form>
  );
}
