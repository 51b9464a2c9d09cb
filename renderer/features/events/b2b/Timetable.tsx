import {
  Alert,
  Button,
  Group,
  NumberInput,
  Progress,
  SegmentedControl,
  Select,
  Text,
} from '@mantine/core';
import { IconAlertTriangle, IconCalculator, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { B2bMeetingView } from '#contract/timetable.channels.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import type { B2bProps } from './b2b-props.ts';
import type { GridMeeting, Side } from './MeetingGrid.tsx';
import { MeetingGrid } from './MeetingGrid.tsx';
import { MeetingSheet } from './MeetingSheet.tsx';
import { NewMeeting } from './NewMeeting.tsx';
import { ProposalView } from './ProposalView.tsx';
import { useClashWords } from './clash-words.ts';
import { useSolve } from './use-solve.ts';

const isShown = ({ status, slot }: B2bMeetingView): boolean =>
  slot !== null && status !== 'cancelled' && status !== 'wished';

/** The timetable in force, and the one that is proposed instead. */
export function Timetable({ id, sheet, isReadOnly }: B2bProps) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const clashInWords = useClashWords();
  const solving = useSolve();
  const [mode, setMode] = useState<'steady' | 'anew'>('steady');
  const [seconds, setSeconds] = useState(20);
  const [side, setSide] = useState<Side>('buyer');
  const [selected, setSelected] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  if (sheet.plan === null) {
    return (
      <EmptyScreen
        icon={IconCalculator}
        title={t('timetable.noPlan')}
        description={t('timetable.noPlanText')}
      />
    );
  }
  const rows = sheet.participants.filter((one) => one.side === side);
  const meeting = sheet.meetings.find((one) => one.id === selected) ?? null;
  const whereOf = (one: Pick<B2bMeetingView, 'standNumber' | 'tableNumber' | 'standId'>): string =>
    one.standId !== null
      ? t('where.stand', { number: one.standNumber ?? '–' })
      : one.tableNumber === null
        ? ''
        : t('where.table', { number: one.tableNumber });
  const current = sheet.meetings.filter(isShown).map((one): GridMeeting => ({
    ...one,
    key: one.id,
    slot: one.slot ?? 0,
    where: whereOf(one),
    mark:
      one.status === 'planned'
        ? null
        : { kind: one.status, label: t(`vocabulary:choice.b2bMeeting.status.${one.status}`) },
  }));
  const { proposal, underWay } = solving;
  const sideChoice = (
    <SegmentedControl
      size="xs"
      aria-label={t('grid.by')}
      data={[
        { value: 'buyer', label: t('grid.byBuyer') },
        { value: 'company', label: t('grid.byCompany') },
      ]}
      value={side}
      onChange={(next) => setSide(next === 'company' ? 'company' : 'buyer')}
    />
  );

  return (
    <>
      <Group gap="xs" mb="sm" align="end">
        {!isReadOnly && proposal === null && (
          <>
            <Button
              size="xs"
              leftSection={<IconCalculator size="1rem" aria-hidden />}
              disabled={underWay !== null}
              onClick={() => {
                setSelected(null);
                setAdding(false);
                solving.solve({ id, mode, seconds });
              }}
            >
              {t('timetable.solve')}
            </Button>
            <Select
              size="xs"
              w="17rem"
              aria-label={t('timetable.mode')}
              data={(['steady', 'anew'] as const).map((value) => ({
                value,
                label: t(`timetable.modes.${value}`),
              }))}
              value={mode}
              allowDeselect={false}
              onChange={(next) => setMode(next ?? mode)}
            />
            <NumberInput
              size="xs"
              w="7rem"
              aria-label={t('timetable.seconds')}
              suffix={t('timetable.secondsUnit')}
              min={1}
              max={600}
              value={seconds}
              onChange={(value) => setSeconds(Math.max(1, Math.min(600, Number(value) || 20)))}
            />
          </>
        )}
        {sideChoice}
        {!isReadOnly && proposal === null && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            aria-expanded={isAdding}
            onClick={() => {
              setSelected(null);
              setAdding(!isAdding);
            }}
          >
            {t('meeting.add')}
          </Button>
        )}
      </Group>
      {underWay !== null && (
        <Group gap="sm" mb="sm" role="status">
          <Text size="sm">
            {t('timetable.underWay', { done: format.number(underWay.done), total: underWay.total })}
          </Text>
          <Progress
            w="16rem"
            value={(100 * underWay.done) / underWay.total}
            aria-label={t('timetable.progress')}
          />
          <Button size="compact-xs" variant="default" onClick={solving.stop}>
            {t('timetable.stop')}
          </Button>
        </Group>
      )}
      {solving.error !== null && <RefusalNote error={solving.error} />}
      {proposal === null ? (
        <>
          <Quality sheet={sheet} shown={current.length} />
          {sheet.clashes.length > 0 && (
            <Alert
              mb="sm"
              color="yellow"
              icon={<IconAlertTriangle aria-hidden />}
              title={t('timetable.clashes', { count: sheet.clashes.length })}
            >
              <ul className={classes['bullets']}>
                {sheet.clashes.map((clash) => (
                  <li key={JSON.stringify(clash)}>{clashInWords(clash)}</li>
                ))}
              </ul>
            </Alert>
          )}
          <div className={meeting === null && !isAdding ? '' : classes['withPanel']}>
            <MeetingGrid
              label={t('timetable.title')}
              side={side}
              slots={sheet.slots}
              rows={rows}
              meetings={current}
              selected={selected}
              onSelect={(key) => {
                setAdding(false);
                setSelected((known) => (known === key ? null : key));
              }}
              onMove={
                isReadOnly
                  ? null
                  : (meetingId, slot) => void doWrite('timetable:move', { meetingId, slot })
              }
            />
            {isAdding && <NewMeeting id={id} sheet={sheet} onClose={() => setAdding(false)} />}
            {meeting !== null && (
              <MeetingSheet
                key={meeting.id}
                meeting={meeting}
                where={whereOf(meeting)}
                slots={sheet.slots}
                isReadOnly={isReadOnly}
                onClose={() => setSelected(null)}
              />
            )}
          </div>
        </>
      ) : (
        <ProposalView
          id={id}
          proposal={proposal}
          side={side}
          slots={sheet.slots}
          rows={rows}
          whereOf={whereOf}
          onLeave={solving.stop}
        />
      )}
    </>
  );
}

function Quality({
  sheet: { quality, participants, wishes },
  shown,
}: Pick<B2bProps, 'sheet'> & { readonly shown: number }) {
  const { t } = useTranslation('eventsScreen');
  const format = useFormat();
  const granted = wishes.filter(({ isGranted }) => isGranted).length;
  const alone = participants.filter(
    ({ isWithdrawn, wishes: own, meetings }) => !isWithdrawn && own > 0 && meetings === 0,
  );
  return (
    <div className={classes['facts']}>
      <span>{t('timetable.meetings', { count: shown })}</span>
      <span>{t('timetable.granted', { granted, made: wishes.length })}</span>
      {alone.length > 0 && <span>{t('timetable.alone', { count: alone.length })}</span>}
      {quality !== null && (
        <span>
          {quality.gap === 0
            ? t('timetable.provedBest', { at: format.dateTime(quality.at) })
            : t('timetable.within', {
                gap: format.number(quality.gap * 100),
                at: format.dateTime(quality.at),
              })}
        </span>
      )}
    </div>
  );
}
