import { IconDiamond, IconDiamondFilled, IconFile, IconFileCheck } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import type { RoadmapItemView } from '#contract/deliverable.channels.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';
import { addDays } from '#ui/record-form/tenure.ts';

import { roadmapScale } from './roadmap-scale.ts';
import styles from './Roadmap.module.css';
import { useMovedDay } from './use-moved-day.ts';

type Dated = RoadmapItemView & { readonly day: string };

export interface RoadmapTimelineProps {
  readonly items: readonly Dated[];
  readonly today: string;
  readonly isReadOnly: boolean;
  readonly onMove: (item: Dated, day: string) => void;
  /** Asks which milestone this one waits for. */
  readonly onLink: (item: RoadmapItemView) => void;
}

/** Height of a row, in rem: the style sheet draws with the same. */
const ROW = 1.9;
const WEEK = 7;
/** Beyond this part of the width, words stand before their mark. */
const FAR = 50;
/** Pixels by which a press must move to be a drag. */
const SLACK = 4;

const icons = {
  milestone: { done: IconDiamondFilled, open: IconDiamond },
  deliverable: { done: IconFileCheck, open: IconFile },
} as const;

/** Milestones and deliverables on a scale of quarters; dragged or moved by arrows to another day. */
export function RoadmapTimeline(props: RoadmapTimelineProps) {
  const { items, today, isReadOnly, onMove, onLink } = props;
  const { t } = useTranslation('deliverables');
  const format = useFormat();
  const [, setLocation] = useLocation();
  const [currentId, setCurrentId] = useState<string | null>(null);
  const { dayOf, move, settle } = useMovedDay(items, onMove);
  const chart = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; day: string; isMoving: boolean } | null>(null);
  const scale = roadmapScale(
    items.map(({ day }) => day),
    today,
  );
  const rowOf = new Map(items.map(({ id }, row) => [id, row]));
  const tabbed = items.some(({ id }) => id === currentId) ? currentId : items[0]?.id;

  function focusItem(row: number): void {
    const next = items[row];
    if (next === undefined) return;
    setCurrentId(next.id);
    chart.current?.querySelector<HTMLElement>(`[data-item="${next.id}"]`)?.focus();
  }

  function onKeyDown(item: Dated, row: number, event: KeyboardEvent): void {
    const { key, shiftKey, altKey, ctrlKey, metaKey } = event;
    if (altKey || ctrlKey || metaKey) return;
    if (key === 'ArrowUp' || key === 'ArrowDown') {
      event.preventDefault();
      focusItem(row + (key === 'ArrowUp' ? -1 : 1));
    } else if ((key === 'ArrowLeft' || key === 'ArrowRight') && !isReadOnly) {
      event.preventDefault();
      const by = (shiftKey ? WEEK : 1) * (key === 'ArrowLeft' ? -1 : 1);
      move(item, addDays(dayOf(item), by));
    } else if (key.toLowerCase() === 'd' && item.table === 'milestone' && !isReadOnly) {
      event.preventDefault();
      event.stopPropagation();
      onLink(item);
    }
  }

  const dragging = (item: Dated) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (isReadOnly || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, day: dayOf(item), isMoving: false };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = drag.current;
      const width = chart.current?.clientWidth ?? 0;
      if (from === null || width === 0) return;
      const by = event.clientX - from.x;
      if (!from.isMoving && Math.abs(by) < SLACK) return;
      from.isMoving = true;
      move(item, scale.dayAt(scale.place(from.day) + (by / width) * 100), false);
    },
    onPointerUp: () => settle(),
    onPointerCancel: () => {
      drag.current = null;
      settle();
    },
    onClick: () => {
      const wasDragged = drag.current?.isMoving === true;
      drag.current = null;
      if (!wasDragged) setLocation(recordPath(item.table, item.id));
    },
  });

  function wordsOf(item: Dated): string {
    const day = format.date(dayOf(item));
    const words = t('roadmap.item', {
      kind: t(`roadmap.${item.table}`),
      title: item.title,
      day: item.isDerived ? `${t('roadmap.derived')} (${day})` : day,
      state: t(`roadmap.state.${item.state}`),
    });
    const before = item.dependsOn?.title;
    return before === undefined ? words : t('roadmap.after', { item: words, before });
  }

  return (
    <>
      {!isReadOnly && <p className={styles.help}>{t('roadmap.help')}</p>}
      <div
        ref={chart}
        className={styles.chart}
        role="group"
        aria-label={t('roadmap.name')}
        style={{ height: `${items.length * ROW + 1.4}rem` }}
      >
        {scale.quarters.map(({ quarter, day }, index) => (
          <span
            key={quarter}
            className={styles.tick}
            data-year={quarter.endsWith('T1') || undefined}
            style={{ left: `${scale.place(day)}%` }}
            aria-hidden="true"
          >
            {quarter.endsWith('T1') || index === 0
              ? t('quarter', { number: quarter.slice(6), year: quarter.slice(0, 4) })
              : t('quarterShort', { number: quarter.slice(6) })}
          </span>
        ))}
        {today >= scale.fromOn && today <= scale.toOn && (
          <div
            className={styles.today}
            style={{ left: `${scale.place(today)}%` }}
            title={t('roadmap.today')}
          />
        )}
        <svg className={styles.links} aria-hidden="true">
          {items.map((item, row) => {
            const before = rowOf.get(item.dependsOn?.id ?? '');
            const other = before === undefined ? undefined : items[before];
            if (before === undefined || other === undefined) return null;
            const [from, to] = [`${scale.place(dayOf(other))}%`, `${scale.place(dayOf(item))}%`];
            const [top, bottom] = [`${(before + 0.5) * ROW}rem`, `${(row + 0.5) * ROW}rem`];
            return (
              <g key={item.id} data-early={item.isTooEarly || undefined}>
                <line x1={from} x2={from} y1={top} y2={bottom} />
                <line x1={from} x2={to} y1={bottom} y2={bottom} />
              </g>
            );
          })}
        </svg>
        {items.map((item, row) => {
          const place = scale.place(dayOf(item));
          const look = icons[item.table];
          const IconOf = item.state === 'done' ? look.done : look.open;
          return (
            <div key={item.id} className={styles.row} style={{ top: `${row * ROW}rem` }}>
              <button
                type="button"
                className={styles.item}
                data-item={item.id}
                data-state={item.state}
                data-derived={item.isDerived || undefined}
                data-far={place > FAR || undefined}
                style={
                  place > FAR
                    ? { right: `${100 - place}%`, maxWidth: `calc(${place}% + 0.75rem)` }
                    : { left: `${place}%`, maxWidth: `calc(${100 - place}% + 0.75rem)` }
                }
                tabIndex={item.id === tabbed ? 0 : -1}
                aria-label={wordsOf(item)}
                title={wordsOf(item)}
                onFocus={() => setCurrentId(item.id)}
                onBlur={() => settle()}
                onKeyDown={(event) => onKeyDown(item, row, event)}
                {...dragging(item)}
              >
                <IconOf size="1.1rem" stroke={1.8} aria-hidden />
                <span>{item.title}</span>
              </button>
            </div>
          );
        })}
      </div>
    </>
  );
}
