import { IconLock } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { BusySlot, SlotView } from '#contract/timetable.channels.ts';

import classes from '../Events.module.css';

/** A meeting as the grid draws it. */
export interface GridMeeting {
  readonly key: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly companyId: string;
  readonly companyName: string;
  readonly slot: number;
  /** Stand or table, in words. */
  readonly where: string;
  readonly isLocked: boolean;
  /** What sets it apart, in words; null for a meeting like any other. */
  readonly mark: { readonly kind: string; readonly label: string } | null;
}

export type Side = 'buyer' | 'company';

export interface MeetingGridProps {
  readonly label: string;
  readonly side: Side;
  readonly slots: readonly SlotView[];
  readonly rows: readonly {
    readonly organisationId: string;
    readonly name: string;
    readonly busy: readonly BusySlot[];
  }[];
  readonly meetings: readonly GridMeeting[];
  readonly selected: string | null;
  readonly onSelect: ((key: string) => void) | null;
  /** Puts a meeting into another slot; null where nothing can be moved. */
  readonly onMove: ((key: string, slot: number) => void) | null;
}

const STEPS: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The timetable: one line for each participant of a side, one column for each slot. */
export function MeetingGrid(props: MeetingGridProps) {
  const { side, slots, rows, meetings } = props;
  const { t } = useTranslation('eventsScreen');
  const table = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState('0:0');
  const [dragged, setDragged] = useState<GridMeeting | null>(null);
  const isLeft = (one: GridMeeting): string => (side === 'buyer' ? one.buyerId : one.companyId);

  function onKeyDown(event: KeyboardEvent, row: number, column: number): void {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const meeting = meetings.find(
      (one) => isLeft(one) === rows[row]?.organisationId && one.slot === column,
    );
    const next = column + step[1];
    if (event.altKey) {
      if (meeting !== undefined && step[0] === 0 && next >= 0 && next < slots.length) {
        props.onMove?.(meeting.key, next);
      }
      return;
    }
    const cell = `[data-cell="${row + step[0]}:${next}"]`;
    table.current?.querySelector<HTMLElement>(cell)?.focus();
  }

  return (
    <div className={classes['gridScroll']}>
      <table
        className={classes['grid']}
        style={{ minWidth: `${11 + 6 * slots.length}rem` }}
        ref={table}
        // A grid whose keys are its cells’.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        role="grid"
        aria-label={props.label}
      >
        <thead>
          <tr>
            <th scope="col">{t(`grid.${side}`)}</th>
            {slots.map((slot) => (
              <th key={slot.index} scope="col">
                {slot.startsAt}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.organisationId}>
              <th scope="row" title={row.name}>
                {row.name}
              </th>
              {slots.map((slot, column) => {
                const meeting = meetings.find(
                  (one) => isLeft(one) === row.organisationId && one.slot === slot.index,
                );
                const cause = row.busy.find((busy) => busy.slot === slot.index)?.cause;
                const key = `${at}:${column}`;
                const isTarget = dragged !== null && isLeft(dragged) === row.organisationId;
                const other = side === 'buyer' ? meeting?.companyName : meeting?.buyerName;
                const words =
                  meeting === undefined
                    ? cause === undefined
                      ? t('grid.free')
                      : t(`grid.busy.${cause}`)
                    : [
                        other,
                        meeting.where,
                        meeting.mark?.label ?? '',
                        meeting.isLocked ? t('grid.locked') : '',
                      ]
                        .filter((part) => part !== '')
                        .join(', ');
                return (
                  <td
                    key={slot.index}
                    data-busy={cause}
                    data-target={(isTarget && cause === undefined) || undefined}
                    onDragOver={(event) => {
                      if (isTarget) event.preventDefault();
                    }}
                    onDrop={(event) => {
                      event.preventDefault();
                      if (isTarget && dragged.slot !== slot.index) {
                        props.onMove?.(dragged.key, slot.index);
                      }
                      setDragged(null);
                    }}
                  >
                    <button
                      type="button"
                      className={classes['cell']}
                      data-cell={key}
                      data-meeting={meeting === undefined ? undefined : ''}
                      data-mark={meeting?.mark?.kind}
                      data-selected={
                        (meeting !== undefined && meeting.key === props.selected) || undefined
                      }
                      tabIndex={focus === key ? 0 : -1}
                      aria-label={t('grid.cell', { row: row.name, at: slot.startsAt, what: words })}
                      title={words}
                      draggable={meeting !== undefined && props.onMove !== null}
                      onDragStart={(event) => {
                        if (meeting === undefined) return;
                        event.dataTransfer.effectAllowed = 'move';
                        event.dataTransfer.setData('text/plain', meeting.key);
                        setDragged(meeting);
                      }}
                      onDragEnd={() => setDragged(null)}
                      onFocus={() => setFocus(key)}
                      onKeyDown={(event) => onKeyDown(event, at, column)}
                      onClick={() => {
                        if (meeting !== undefined) props.onSelect?.(meeting.key);
                      }}
                    >
                      {meeting === undefined ? (
                        cause === undefined ? null : (
                          <span className={classes['cause']}>{t(`grid.busyShort.${cause}`)}</span>
                        )
                      ) : (
                        <>
                          <span className={classes['other']}>{other}</span>
                          <span className={classes['where']}>
                            {meeting.isLocked && <IconLock size="0.75rem" aria-hidden />}
                            {meeting.mark?.label ?? meeting.where}
                          </span>
                        </>
                      )}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
