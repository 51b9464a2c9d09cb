import { Alert, Badge, Group, List, Skeleton, Tabs, Text } from '@mantine/core';
import { IconAlertTriangle, IconCalendarOff, IconLock } from '@tabler/icons-react';
import { lazy, Suspense, useCallback, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { MeetingSheet, MeetingWarning } from '#contract/meeting.channels.ts';
import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { Screen } from '#ui/Screen.tsx';
import { textOf } from '#ui/text-of.ts';

import { MeetingMenu } from './MeetingMenu.tsx';
import classes from './Meetings.module.css';
import { useMeetingParts } from './parts.ts';
import { CancelFace } from './plan/CancelFace.tsx';
import { PostponeFace } from './plan/PostponeFace.tsx';
import { SeriesFace } from './plan/SeriesFace.tsx';
import { useAltWithKeys, useEscapePage } from './use-page-keys.ts';
import { MinutesFace } from './minutes/MinutesFace.tsx';
import { PrepareFace } from './prepare/PrepareFace.tsx';

export const faces = ['prepare', 'hold', 'minutes', 'papers'] as const;
export type Face = (typeof faces)[number];

export const isFace = (text: string | undefined): text is Face =>
  faces.some((face) => face === text);

// The editor comes with it, which nothing else needs.
const loadHold = async () => ({ default: (await import('./hold/HoldFace.tsx')).HoldFace });
const HoldFace = lazy(loadHold);

/** What is seldom done, in the place of a face: it has no tab. */
const asides = ['cancel', 'postpone', 'series'] as const;
export type Aside = (typeof asides)[number];

export const isAside = (text: string | undefined): text is Aside =>
  asides.some((aside) => aside === text);

const ASIDES = { cancel: CancelFace, postpone: PostponeFace, series: SeriesFace } as const;

export interface MeetingPageProps {
  readonly id: string;
  readonly face: Face | Aside;
}

/** One meeting over the whole window: prepared, held, written up. */
export function MeetingPage({ id, face }: MeetingPageProps) {
  const { t } = useTranslation('meetings');
  const [, setLocation] = useLocation();
  const { Papers } = useMeetingParts();
  const isReadOnly = useSession(selectIsReadOnly);
  const AsideFace = isAside(face) ? ASIDES[face] : null;
  useAltWithKeys();
  const leave = useCallback(() => {
    setLocation(isAside(face) ? `/meetings/${id}/prepare` : `/meetings/${id}`);
  }, [face, id, setLocation]);
  useEscapePage(leave);
  const { data: sheet, error } = useQuery('meetings:sheet', { id, today: localToday() });
  const title = textOf(sheet?.record['title']);
  useBreadcrumb(title === '' ? [] : [{ label: title, path: `/meetings/${id}` }]);
  useEffect(() => {
    void loadHold();
  }, []);
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
      const wanted = digit === undefined ? undefined : faces[Number(digit) - 1];
      if (!event.altKey || event.ctrlKey || event.metaKey || wanted === undefined) return;
      event.preventDefault();
      setLocation(`/meetings/${id}/${wanted}`);
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [id, setLocation]);

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
  const isLocked = isReadOnly || sheet.isLocked || sheet.record['status'] === 'cancelled';

  return (
    <Screen
      title={title}
      isFlush
      actions={
        <>
          <MeetingFacts sheet={sheet} />
          <MeetingMenu id={id} sheet={sheet} isReadOnly={isReadOnly} />
        </>
      }
    >
      <Tabs
        className={classes['faces'] ?? ''}
        value={isAside(face) ? null : face}
        keepMounted={false}
        onChange={(next) => {
          if (next !== null) setLocation(`/meetings/${id}/${next}`);
        }}
      >
        <Tabs.List aria-label={t('faces')} className={classes['faceTabs'] ?? ''}>
          {faces.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t(`face.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="prepare" className={classes['face'] ?? ''}>
          <Notes sheet={sheet} />
          <PrepareFace id={id} sheet={sheet} isReadOnly={isLocked} />
        </Tabs.Panel>
        <Tabs.Panel value="hold" className={classes['face'] ?? ''}>
          <Suspense fallback={<LateLoader label={t('shell:loading')} />}>
            <HoldFace id={id} sheet={sheet} isReadOnly={isLocked} />
          </Suspense>
        </Tabs.Panel>
        <Tabs.Panel value="minutes" className={classes['face'] ?? ''}>
          <MinutesFace id={id} sheet={sheet} isReadOnly={isReadOnly} />
        </Tabs.Panel>
        <Tabs.Panel value="papers" className={classes['face'] ?? ''}>
          <Papers meetingId={id} />
        </Tabs.Panel>
        {AsideFace !== null && (
          <div className={classes['face']}>
            <AsideFace id={id} sheet={sheet} isReadOnly={isReadOnly} />
          </div>
        )}
      </Tabs>
    </Screen>
  );
}

function MeetingFacts({ sheet }: { readonly sheet: MeetingSheet }) {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  const { heldOn, startsAt, endsAt, place, status } = sheet.record;
  const hours = [textOf(startsAt), textOf(endsAt)].filter((hour) => hour !== '').join(' – ');
  const facts = [
    sheet.body.name,
    heldOn === null ? t('noDate') : date(textOf(heldOn)),
    hours,
    textOf(place),
  ];
  return (
    <Group gap="sm" wrap="wrap">
      <Text size="sm" c="dimmed">
        {facts.filter((fact) => fact !== '').join(' · ')}
      </Text>
      <Badge
        variant={sheet.isLocked ? 'filled' : 'light'}
        leftSection={sheet.isLocked ? <IconLock size="0.8rem" aria-hidden /> : null}
      >
        {t(`vocabulary:choice.meeting.status.${textOf(status)}`)}
      </Badge>
    </Group>
  );
}

function useWarningText(): (warning: MeetingWarning) => string {
  const { t } = useTranslation('meetings');
  const { date } = useFormat();
  return (warning) => {
    switch (warning.kind) {
      case 'notInOffice':
        return t(`warning.${warning.as}`, { name: warning.name, day: date(warning.day) });
      case 'overlappingMandates':
        return t('warning.overlapping', { name: warning.name, body: warning.bodyName });
      default:
        return t('warning.sameDay', { title: warning.title, day: date(warning.day) });
    }
  };
}

/** What keeps the meeting from being changed, and what deserves a second look. */
function Notes({ sheet }: { readonly sheet: MeetingSheet }) {
  const { t } = useTranslation('meetings');
  const textOfWarning = useWarningText();
  const isCancelled = sheet.record['status'] === 'cancelled';
  const reason = textOf(sheet.record['cancellationReason']);
  return (
    <>
      {isCancelled && (
        <Alert mb="md" icon={<IconCalendarOff aria-hidden />} color="red" title={t('cancel.done')}>
          {reason === '' ? t('cancel.noReason') : t('cancel.because', { reason })}
        </Alert>
      )}
      {sheet.isLocked && (
        <Alert mb="md" icon={<IconLock aria-hidden />} color="gray">
          {t('locked')}
        </Alert>
      )}
      {sheet.warnings.length > 0 && !sheet.isLocked && !isCancelled && (
        <Alert
          mb="md"
          icon={<IconAlertTriangle aria-hidden />}
          color="yellow"
          title={t('warnings')}
        >
          <List size="sm">
            {sheet.warnings.map((warning) => (
              <List.Item key={JSON.stringify(warning)}>{textOfWarning(warning)}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
