import { Alert, Badge, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { basisInWords } from '#contract/basis-words.ts';
import type {
  Obstacle,
  ProposedMeeting,
  SlotView,
  TimetableProposal,
} from '#contract/timetable.channels.ts';
import { useFormat } from '#ui/format.ts';

import { doWrite } from '../do-write.ts';
import classes from '../Events.module.css';
import { useClashWords } from './clash-words.ts';
import type { MeetingGridProps } from './MeetingGrid.tsx';
import { MeetingGrid } from './MeetingGrid.tsx';

export interface ProposalViewProps extends Pick<MeetingGridProps, 'side' | 'rows'> {
  readonly id: string;
  readonly proposal: TimetableProposal;
  readonly slots: readonly SlotView[];
  readonly whereOf: (
    meeting: Pick<ProposedMeeting, 'standId' | 'standNumber' | 'tableNumber'>,
  ) => string;
  readonly onLeave: () => void;
}

const keyOf = (one: ProposedMeeting): string => `${one.buyerId} ${one.companyId}`;

/** A timetable that was worked out: how good it is, what it changes, who is left out, and why. */
export function ProposalView(props: ProposalViewProps) {
  const { id, proposal, whereOf } = props;
  const { t } = useTranslation('eventsScreen');
  const [selected, setSelected] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  if (proposal.status === 'infeasible' || proposal.status === 'unknown') {
    return <Obstacles proposal={proposal} onLeave={props.onLeave} />;
  }
  const chosen = proposal.meetings.find((one) => keyOf(one) === selected);
  function accept(): void {
    setBusy(true);
    const { fingerprint, objective, bound } = proposal;
    void doWrite('timetable:accept', {
      id,
      fingerprint,
      objective,
      bound,
      meetings: proposal.meetings.map(
        ({ meetingId, buyerId, companyId, slot, tableNumber, weight }) => ({
          meetingId,
          buyerId,
          companyId,
          slot,
          tableNumber,
          weight,
        }),
      ),
    }).then((isDone) => {
      setBusy(false);
      if (isDone) props.onLeave();
    });
  }
  return (
    <section className={classes['proposal']} aria-label={t('proposal.title')}>
      <Group gap="sm" mb="xs">
        <Badge variant="filled">{t('proposal.title')}</Badge>
        <Measures proposal={proposal} />
      </Group>
      <Group gap="xs" mb="sm">
        <Button
          size="xs"
          leftSection={<IconCheck size="1rem" aria-hidden />}
          disabled={isBusy}
          onClick={accept}
        >
          {t('proposal.accept')}
        </Button>
        <Button size="xs" variant="default" onClick={props.onLeave}>
          {t('proposal.leave')}
        </Button>
      </Group>
      <Changes proposal={proposal} />
      <MeetingGrid
        label={t('proposal.title')}
        side={props.side}
        slots={props.slots}
        rows={props.rows}
        meetings={proposal.meetings.map((one) => ({
          ...one,
          key: keyOf(one),
          where: whereOf(one),
          mark:
            one.change === 'kept'
              ? null
              : { kind: one.change, label: t(`proposal.change.${one.change}`) },
        }))}
        selected={selected}
        onSelect={(key) => setSelected((known) => (known === key ? null : key))}
        onMove={null}
      />
      {chosen !== undefined && (
        <div className={classes['why']} role="status">
          <Text size="sm" fw={600}>
            {t('pair', { buyer: chosen.buyerName, company: chosen.companyName })}
          </Text>
          <Text size="sm">
            {[
              t('proposal.at', { at: chosen.startsAt }),
              whereOf(chosen),
              chosen.movedFrom === null ? '' : t('proposal.movedFrom', { at: chosen.movedFrom }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </Text>
          <Text size="sm" c="dimmed">
            {basisInWords((key, values) => t(key, values), chosen.basis)}
          </Text>
        </div>
      )}
      <LeftOut proposal={proposal} />
    </section>
  );
}

function Measures({ proposal }: { readonly proposal: TimetableProposal }) {
  const { t } = useTranslation('eventsScreen');
  const { number } = useFormat();
  const { objective, bound, gap, seconds, wishes } = proposal;
  const parts = [
    t('timetable.meetings', { count: proposal.meetings.length }),
    t('timetable.granted', wishes),
    ...(objective === null ? [] : [t('proposal.objective', { value: number(objective) })]),
    ...(bound === null ? [] : [t('proposal.bound', { value: number(bound) })]),
    ...(gap === null
      ? []
      : [gap < 1e-6 ? t('proposal.best') : t('proposal.gap', { value: number(gap * 100) })]),
    t('proposal.seconds', { value: number(seconds) }),
  ];
  return (
    <div className={classes['facts']}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </div>
  );
}

/** What becomes of the meetings already planned. */
function Changes({ proposal: { meetings, dropped } }: { readonly proposal: TimetableProposal }) {
  const { t } = useTranslation('eventsScreen');
  const moved = meetings.filter(({ change }) => change === 'moved');
  const added = meetings.filter(({ change }) => change === 'added');
  const kept = meetings.length - moved.length - added.length;
  const pairOf = (one: { readonly buyerName: string; readonly companyName: string }): string =>
    t('pair', { buyer: one.buyerName, company: one.companyName });
  return (
    <>
      <Text size="sm">
        {t('proposal.changes', {
          kept,
          moved: moved.length,
          added: added.length,
          dropped: dropped.length,
        })}
      </Text>
      {moved.length + dropped.length > 0 && (
        <ul className={classes['bullets']}>
          {dropped.map((one) => (
            <li key={one.meetingId}>
              {t('proposal.dropped', {
                pair: pairOf(one),
                at: one.startsAt ?? '–',
                why: t(`proposal.cause.${one.cause}`),
              })}
            </li>
          ))}
          {moved.map((one) => (
            <li key={keyOf(one)}>
              {t('proposal.moved', {
                pair: pairOf(one),
                from: one.movedFrom ?? '–',
                to: one.startsAt,
              })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function LeftOut({ proposal: { leftOut } }: { readonly proposal: TimetableProposal }) {
  const { t } = useTranslation('eventsScreen');
  if (leftOut.length === 0) return null;
  return (
    <>
      <Text size="sm" fw={600} mt="sm">
        {t('proposal.leftOut', { count: leftOut.length })}
      </Text>
      <Text size="sm" c="dimmed">
        {t('proposal.leftOutWhy')}
      </Text>
      <ul className={classes['bullets']}>
        {leftOut.map(({ organisationId, name, wishes }) => (
          <li key={organisationId}>{t('proposal.leftOutOne', { name, count: wishes })}</li>
        ))}
      </ul>
    </>
  );
}

/** Why no timetable was found, in words. */
function Obstacles({ proposal, onLeave }: Pick<ProposalViewProps, 'proposal' | 'onLeave'>) {
  const { t } = useTranslation('eventsScreen');
  const clashInWords = useClashWords();
  function inWords(obstacle: Obstacle): string {
    switch (obstacle.kind) {
      case 'locked':
        return t('obstacle.locked', { clash: clashInWords(obstacle.clash) });
      case 'minimum': {
        const { name, minimum, reachable, partners, freeSlots } = obstacle;
        return t('obstacle.minimum', { name, minimum, reachable, partners, freeSlots });
      }
      case 'minimaTogether':
        return t('obstacle.minimaTogether', {
          missing: obstacle.missing,
          names: obstacle.participants
            .map(({ name, minimum, reached }) => t('obstacle.short', { name, minimum, reached }))
            .join(t('planning:basis.between')),
          relief:
            obstacle.relievedBy.length === 0
              ? t('obstacle.noRelief')
              : obstacle.relievedBy
                  .map((one) => t(`obstacle.relief.${one}`))
                  .join(t('planning:basis.between')),
        });
      default:
        return t(`obstacle.${obstacle.kind}`);
    }
  }
  return (
    <Alert
      role="alert"
      color="yellow"
      icon={<IconAlertTriangle aria-hidden />}
      title={t(proposal.status === 'unknown' ? 'obstacle.unknown' : 'obstacle.title')}
    >
      {proposal.status === 'unknown' && proposal.obstacles.length === 0 && (
        <Text size="sm">{t('obstacle.moreTime')}</Text>
      )}
      <ul className={classes['bullets']}>
        {proposal.obstacles.map((obstacle) => (
          <li key={JSON.stringify(obstacle)}>{inWords(obstacle)}</li>
        ))}
      </ul>
      <Button size="xs" variant="default" mt="sm" onClick={onLeave}>
        {t('obstacle.back')}
      </Button>
    </Alert>
  );
}
