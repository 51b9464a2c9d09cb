import { ActionIcon, Text } from '@mantine/core';
import {
  IconArrowForwardUp,
  IconCheck,
  IconPlayerPause,
  IconPlayerPlay,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { AgendaItemView, MeetingSheet } from '#contract/meeting.channels.ts';

import { asClock, overrunOf } from './clock.ts';
import classes from './Hold.module.css';
import type { ItemClock } from './use-clock.ts';

interface ItemsPaneProps {
  readonly sheet: MeetingSheet;
  /** The open item; null for what is written before the first. */
  readonly openId: string | null;
  readonly clock: ItemClock;
  readonly isReadOnly: boolean;
  readonly onOpen: (itemId: string | null) => void;
}

/** The agenda while it is gone through: where one is, what is done, how long it takes. */
export function ItemsPane({ sheet, openId, clock, isReadOnly, onOpen }: ItemsPaneProps) {
  const { t } = useTranslation('meetings');
  const { agenda, totals } = sheet;
  const spent = agenda.reduce((sum, item) => sum + clock.secondsOn(item), 0);
  return (
    <nav className={classes['pane']} data-pane="items" aria-label={t('hold.items')}>
      <h2 className={classes['paneTitle']}>{t('hold.items')}</h2>
      <ol className={classes['items']}>
        <li>
          <button
            type="button"
            className={classes['item']}
            aria-current={openId === null ? 'true' : undefined}
            onClick={() => {
              onOpen(null);
            }}
          >
            <span className={classes['itemTitle']}>{t('hold.opening')}</span>
          </button>
        </li>
        {agenda.map((item, index) => (
          <li key={item.id}>
            <button
              type="button"
              className={classes['item']}
              aria-current={openId === item.id ? 'true' : undefined}
              onClick={() => {
                onOpen(item.id);
              }}
            >
              <span className={classes['itemTitle']}>
                {index + 1}. {item.title}
              </span>
              <StatusMark status={item.status} />
              <Time item={item} clock={clock} />
            </button>
            {!isReadOnly && openId === item.id && <ClockButton item={item} clock={clock} />}
          </li>
        ))}
      </ol>
      {totals.plannedMinutes > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('hold.total', { spent: asClock(spent), planned: totals.plannedMinutes })}
        </Text>
      )}
    </nav>
  );
}

function StatusMark({ status }: { readonly status: AgendaItemView['status'] }) {
  const { t } = useTranslation('meetings');
  if (status === 'planned') return null;
  const IconOf = status === 'discussed' ? IconCheck : IconArrowForwardUp;
  return (
    <span className={classes['mark']} data-status={status}>
      <IconOf size="0.95rem" aria-hidden />
      {t(`hold.${status}`)}
    </span>
  );
}

function Time({ item, clock }: { readonly item: AgendaItemView; readonly clock: ItemClock }) {
  const { t } = useTranslation('meetings');
  const seconds = clock.secondsOn(item);
  const over = overrunOf(seconds, item.durationMinutes);
  const isRunning = clock.runningId === item.id;
  if (seconds === 0 && item.durationMinutes === null && !isRunning) return null;
  return (
    <span className={classes['time']} data-over={over > 0 || undefined} data-running={isRunning}>
      {item.durationMinutes === null
        ? t('hold.spentOnly', { spent: asClock(seconds) })
        : t('hold.spent', { spent: asClock(seconds), planned: item.durationMinutes })}
      {over > 0 && ` · ${t('hold.over', { over: asClock(over) })}`}
    </span>
  );
}

function ClockButton({
  item,
  clock,
}: {
  readonly item: AgendaItemView;
  readonly clock: ItemClock;
}) {
  const { t } = useTranslation('meetings');
  const isRunning = clock.runningId === item.id;
  const label = t(isRunning ? 'hold.stopClock' : 'hold.startClock');
  return (
    <ActionIcon
      className={classes['clockButton'] ?? ''}
      variant="light"
      size="sm"
      aria-label={label}
      title={label}
      onClick={() => {
        if (isRunning) clock.stop();
        else clock.start(item);
      }}
    >
      {isRunning ? <IconPlayerPause size="0.9rem" /> : <IconPlayerPlay size="0.9rem" />}
    </ActionIcon>
  );
}
