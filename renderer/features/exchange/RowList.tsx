import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import type { ImportDecision } from '#contract/import.channels.ts';
import type { PageCache } from '#ui/data-grid/page-cache.ts';
import { rowsToDraw } from '#ui/data-grid/rows-to-draw.ts';
import { useRowHeight } from '#ui/data-grid/use-row-height.ts';

import { decisionForKey } from './decisions.ts';
import classes from './Preview.module.css';
import { RowLine } from './RowLine.tsx';
import type { PlanRow } from './use-plan-rows.ts';

interface RowListProps {
  readonly cache: PageCache<PlanRow>;
  /** Changes when other rows are listed: the list then begins again at its top. */
  readonly listKey: string;
  readonly index: number;
  /** Whether there is anything for the keys to decide. */
  readonly hasDuplicates: boolean;
  readonly onIndex: (index: number) => void;
  readonly onDecide: (row: PlanRow, decision: ImportDecision | null) => void;
}

/** Heights of a line of two rows of text, in heights of a line of one. */
const TALL = 1.6;

/** The rows as a list of any length: one has the keyboard, which also decides on duplicates. */
export function RowList({ cache, listKey, index, hasDuplicates, onIndex, onDecide }: RowListProps) {
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const height = Math.round(useRowHeight() * TALL);
  const total = cache.total ?? 0;
  // The list is not memoised, so the library's changing functions do no harm.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    rangeExtractor: (range) => rowsToDraw(range, index, 'forward'),
  });
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, height]);
  useEffect(() => {
    cache.want(first, last, 'forward');
  }, [cache, first, last]);
  useEffect(() => {
    if (total > 0) virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [virtualizer, index, total, listKey]);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, last - first - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: total - 1,
    };
    const next = steps[event.key];
    const row = cache.row(index);
    const decision = row === undefined ? undefined : decisionForKey(event.key, row);
    if (next !== undefined) onIndex(next);
    else if (row !== undefined && decision !== undefined) onDecide(row, decision);
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes['listFrame']}>
      <div
        ref={scroller}
        className={classes['list']}
        role="listbox"
        tabIndex={0}
        aria-label={t('exchange:preview.list')}
        aria-describedby={`${id}-help`}
        aria-busy={cache.isStale || cache.total === null}
        aria-activedescendant={total === 0 ? undefined : `${id}-${index}`}
        data-stale={cache.isStale || undefined}
        onKeyDown={onKeyDown}
      >
        <div
          role="presentation"
          className={classes['lines']}
          style={{ height: `${virtualizer.getTotalSize()}px` }}
        >
          {virtualizer.getVirtualItems().map(({ index: place, start }) => (
            <RowLine
              key={place}
              id={`${id}-${place}`}
              row={cache.row(place)}
              place={place}
              total={total}
              top={start}
              height={height}
              isActive={place === index}
              onPoint={onIndex}
            />
          ))}
        </div>
        {cache.total === 0 ? <p className={classes['none']}>{t('exchange:preview.none')}</p> : null}
      </div>
      <p id={`${id}-help`} className={classes['help']}>
        {t('exchange:preview.listHelp')} {hasDuplicates ? t('exchange:preview.listHelpKeys') : null}
      </p>
    </div>
  );
}
