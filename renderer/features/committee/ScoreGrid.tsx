import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ScoreGridRow } from '#contract/committee.channels.ts';
import { call } from '#api/client.ts';
import { reportError } from '#stores/activity.store.ts';
import { rowsToDraw } from '#ui/data-grid/rows-to-draw.ts';
import { useRowHeight } from '#ui/data-grid/use-row-height.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import type { ScorePlace } from './score-place.ts';
import { writeScore } from './score-place.ts';
import { ScoreRow } from './ScoreRow.tsx';
import styles from './ScoreGrid.module.css';
import { usePages } from './use-pages.ts';

interface ScoreGridProps {
  readonly phaseId: string;
  /** Null for all criteria together, where nothing can be typed. */
  readonly criterionId: string | null;
  readonly text: string;
  readonly evaluators: readonly {
    readonly personId: string;
    readonly name: string;
    readonly isMember: boolean;
  }[];
  readonly isReadOnly: boolean;
  readonly onOpen: (place: ScorePlace) => void;
}

export interface Cursor {
  readonly row: number;
  readonly column: number;
}

/** A row of the table, named by its application. */
export type ScoreLine = ScoreGridRow & { readonly id: string };

const digits = /^[\d,.-]$/;

/** Applications × members: arrows move, typing scores, a letter abstains or comments. */
export function ScoreGrid(props: ScoreGridProps) {
  const { phaseId, criterionId, text, evaluators, isReadOnly, onOpen } = props;
  const { t } = useTranslation('committeeScreen');
  const today = localToday();
  const cache = usePages<ScoreLine>(
    JSON.stringify([phaseId, criterionId, text, today]),
    async (offset, limit, signal) => {
      const request = {
        phaseId,
        criterionId: criterionId === null ? null : criterionId,
        text,
        today,
        offset,
        limit,
      };
      const { rows, total } = await call('committee:grid', request, { signal });
      return { rows: rows.map((row) => ({ ...row, id: row.applicationId })), total };
    },
  );
  const [cursor, setCursor] = useState<Cursor>({ row: 0, column: 0 });
  const [typed, setTyped] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const height = useRowHeight();
  const total = cache.total ?? 0;
  const at: Cursor = {
    row: Math.min(cursor.row, Math.max(0, total - 1)),
    column: Math.min(cursor.column, evaluators.length - 1),
  };
  // The table is not memoised, so the library's changing functions do no harm.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    rangeExtractor: (range) => rowsToDraw(range, at.row, 'forward'),
  });
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, height]);
  useEffect(() => {
    cache.want(first, last, 'forward');
  }, [cache, first, last]);
  useLayoutEffect(() => {
    if (!wantsFocus.current || typed !== null) return;
    const cell = scroller.current?.querySelector<HTMLElement>('[data-current]');
    if (cell === null || cell === undefined) return;
    wantsFocus.current = false;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  function go(row: number, column: number): void {
    const next = {
      row: Math.max(0, Math.min(total - 1, row)),
      column: Math.max(0, Math.min(evaluators.length - 1, column)),
    };
    wantsFocus.current = true;
    setTyped(null);
    setCursor(next);
    virtualizer.scrollToIndex(next.row, { align: 'auto' });
  }

  function placeAt({ row, column }: Cursor): ScorePlace | null {
    const line = cache.row(row);
    const evaluator = evaluators[column];
    if (line === undefined || evaluator === undefined) return null;
    const { applicationId, number, organisationName } = line;
    const { personId, name } = evaluator;
    return { personId, memberName: name, applicationId, number, organisationName };
  }

  const place = placeAt(at);
  const cell = cache.row(at.row)?.cells[at.column];
  const canWrite =
    !isReadOnly && criterionId !== null && cell !== undefined && cell.state !== 'recused';

  function mark(value: number | null, isAbstention: boolean): void {
    if (place === null || criterionId === null) return;
    writeScore(phaseId, criterionId, place, { value, isAbstention }).catch(reportError);
  }

  /** What a key does to the cell that has the keyboard; false when it means nothing here. */
  function onCellKey(key: string): boolean {
    if (key === 'Enter' || key === 'F2') {
      if (canWrite) setTyped('');
      else if (place !== null) onOpen(place);
    } else if (key.toLowerCase() === 'c' && place !== null) onOpen(place);
    else if (!canWrite) return false;
    else if (digits.test(key)) setTyped(key);
    else if (key.toLowerCase() === 'a') mark(null, true);
    else if (key === 'Delete' || key === 'Backspace') mark(null, false);
    else return false;
    return true;
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (typed !== null || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, last - first - 1);
    const { row, column } = at;
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowDown: [row + 1, column],
      ArrowUp: [row - 1, column],
      ArrowRight: [row, column + 1],
      ArrowLeft: [row, column - 1],
      PageDown: [row + page, column],
      PageUp: [row - page, column],
      Home: [row, 0],
      End: [row, evaluators.length - 1],
    };
    const next = moves[event.key];
    if (next !== undefined) go(...next);
    else if (!onCellKey(event.key)) return;
    event.preventDefault();
  }

  return (
    <>
      <div
        ref={scroller}
        className={styles.grid}
        role="grid"
        tabIndex={-1}
        aria-label={t('scores.grid')}
        aria-rowcount={total + 1}
        aria-colcount={evaluators.length + 1}
        aria-busy={cache.isStale || cache.total === null}
        aria-readonly={isReadOnly || criterionId === null || undefined}
        style={{ '--columns': evaluators.length } as Record<string, number>}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head} role="row" aria-rowindex={1}>
          <div role="columnheader" aria-colindex={1} className={styles.corner}>
            {t('scores.application')}
          </div>
          {evaluators.map(({ personId, name, isMember }, column) => (
            <div
              key={personId}
              role="columnheader"
              aria-colindex={column + 2}
              className={styles.member}
              title={isMember ? name : `${name} (${t('scores.former')})`}
              data-former={!isMember || undefined}
            >
              {name}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className={styles.rows}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index, start }) => (
            <ScoreRow
              key={index}
              line={cache.row(index)}
              index={index}
              top={start}
              height={height}
              evaluators={evaluators}
              column={index === at.row ? at.column : null}
              typed={index === at.row ? typed : null}
              onPoint={(column) => {
                wantsFocus.current = true;
                setTyped(null);
                setCursor({ row: index, column });
              }}
              onEdit={() => onCellKey('Enter')}
              onWrite={(column, value) => {
                const there = placeAt({ row: index, column });
                if (there === null || criterionId === null) return Promise.resolve(undefined);
                return writeScore(phaseId, criterionId, there, { value, isAbstention: false });
              }}
              onEdited={(step) => {
                go(at.row + step[0], at.column + step[1]);
              }}
            />
          ))}
        </div>
      </div>
      <p className={styles.help}>{t(criterionId === null ? 'scores.helpWhole' : 'scores.help')}</p>
    </>
  );
}
