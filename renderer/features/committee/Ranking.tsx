import { useVirtualizer } from '@tanstack/react-virtual';
import type { KeyboardEvent } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RankedApplicationView, RankStabilityView } from '#contract/committee.channels.ts';
import { call } from '#api/client.ts';
import { rowsToDraw } from '#ui/data-grid/rows-to-draw.ts';
import { useRowHeight } from '#ui/data-grid/use-row-height.ts';
import { useFormat } from '#ui/format.ts';

import styles from './Ranking.module.css';
import { possibleRanks, stabilityOf } from './possible-ranks.ts';
import { usePages } from './use-pages.ts';

interface RankingProps {
  readonly phaseId: string;
  readonly total: number;
  readonly ranked: number;
  /** So many are in: a line is drawn below the last of them. */
  readonly cut: number;
  readonly openId: string | null;
  readonly onOpen: (row: RankedApplicationView) => void;
}

type RankedLine = RankedApplicationView & { readonly id: string };
type StabilityLine = RankStabilityView & { readonly id: string };

/** The applications, best first, with how much members differ and how firm each rank is. */
export function Ranking({ phaseId, total, ranked, cut, openId, onOpen }: RankingProps) {
  const { t } = useTranslation('committeeScreen');
  const { number } = useFormat();
  const rows = usePages<RankedLine>(`results ${phaseId}`, async (offset, limit, signal) => {
    const request = { phaseId, offset, limit };
    const answer = await call('committee:results', request, { signal });
    return { ...answer, rows: answer.rows.map((row) => ({ ...row, id: row.applicationId })) };
  });
  const firmness = usePages<StabilityLine>(
    `stability ${phaseId} ${cut} ${total}`,
    async (offset, limit, signal) => {
      const request = { ...stabilityOf(phaseId, total, cut), offset, limit };
      const answer = await call('committee:stability', request, { signal });
      return { ...answer, rows: answer.rows.map((row) => ({ ...row, id: row.applicationId })) };
    },
  );
  const [at, setAt] = useState(0);
  const wantsFocus = useRef(false);
  const scroller = useRef<HTMLDivElement>(null);
  const height = useRowHeight();
  // The table is not memoised, so the library's changing functions do no harm.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    rangeExtractor: (range) => rowsToDraw(range, at, 'forward'),
  });
  const first = virtualizer.range?.startIndex ?? 0;
  const last = virtualizer.range?.endIndex ?? 0;
  useEffect(() => {
    virtualizer.measure();
  }, [virtualizer, height]);
  useEffect(() => {
    rows.want(first, last, 'forward');
    firmness.want(first, last, 'forward');
  }, [rows, firmness, first, last]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    scroller.current?.querySelector<HTMLElement>('[data-current]')?.focus();
  });

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, last - first - 1);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: total - 1,
    };
    const next = steps[event.key];
    const row = rows.row(at);
    if (next !== undefined) {
      const wanted = Math.max(0, Math.min(total - 1, next));
      wantsFocus.current = true;
      setAt(wanted);
      virtualizer.scrollToIndex(wanted, { align: 'auto' });
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else return;
    event.preventDefault();
  }

  if (total === 0) return <p className={styles.none}>{t('results.noRows')}</p>;
  return (
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      tabIndex={-1}
      aria-label={t('results.table')}
      aria-rowcount={total + 1}
      aria-colcount={6}
      aria-busy={rows.isStale || rows.total === null}
      onKeyDown={onKeyDown}
    >
      <div className={styles.head} role="row" aria-rowindex={1}>
        <div role="columnheader">{t('results.rank')}</div>
        <div role="columnheader">{t('scores.application')}</div>
        <div role="columnheader">{t('results.score')}</div>
        <div role="columnheader" title={t('results.dispersionHelp')}>
          {t('results.dispersion')}
        </div>
        <div role="columnheader" title={t('results.stabilityHelp')}>
          {t('results.stability')}
        </div>
        <div role="columnheader" title={t('results.withinHelp')}>
          {t('results.within')}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.rows}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
      >
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows.row(index);
          const found = firmness.row(index);
          const firm = found?.applicationId === row?.applicationId ? found : undefined;
          const possible = firm === undefined ? null : possibleRanks(firm);
          const isLastIn = index === cut - 1 && index < ranked;
          return (
            // The grid takes the keys; the pointer only opens what it is on.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={styles.row}
              data-current={index === at || undefined}
              data-open={(row !== undefined && row.applicationId === openId) || undefined}
              data-out={index >= cut || undefined}
              data-last-in={isLastIn || undefined}
              tabIndex={index === at ? 0 : -1}
              style={{ transform: `translateY(${start}px)`, height: `${height}px` }}
              onClick={() => {
                setAt(index);
                if (row !== undefined) onOpen(row);
              }}
            >
              {row !== undefined && (
                <>
                  <div role="gridcell" className={styles.rank}>
                    {row.rank === null ? t('none') : number(row.rank)}
                    {row.tiedWith.length > 0 && (
                      <span className={styles.equal}>{t('results.equal')}</span>
                    )}
                  </div>
                  <div role="rowheader" className={styles.name} title={row.title}>
                    {t('who', { number: row.number, name: row.organisationName })}
                  </div>
                  <div role="gridcell" className={styles.score}>
                    {row.score === null ? t('none') : number(row.score)}
                  </div>
                  <div role="gridcell">
                    {row.dispersion === null ? t('none') : number(row.dispersion)}
                  </div>
                  <div role="gridcell">
                    {possible === null
                      ? t('none')
                      : possible.best === possible.worst
                        ? number(possible.best)
                        : t('results.range', possible)}
                  </div>
                  <div role="gridcell">
                    {firm === undefined || firm.shareWithin === null
                      ? t('none')
                      : t('results.percent', { value: Math.round(100 * firm.shareWithin) })}
                  </div>
                </>
              )}
              {isLastIn && (
                <span className={styles.cut} role="presentation">
                  {t('results.cut', { count: cut, n: cut })}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
