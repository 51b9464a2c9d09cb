import type { Virtualizer } from '@tanstack/react-virtual';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useEffect } from 'react';

import type { GridRow } from './grid.types.ts';
import type { PageCache } from './page-cache.ts';
import type { RowLayout } from './row-layout.ts';
import { rowsToDraw } from './rows-to-draw.ts';
import { useRowHeight } from './use-row-height.ts';

export type Lines = Virtualizer<HTMLDivElement, Element>;

/** The lines on screen, and some around them; their rows are asked for as they come near. */
export function useLines(
  scroller: RefObject<HTMLDivElement | null>,
  layout: RowLayout,
  cache: PageCache<GridRow>,
  activeLine: number,
): { readonly lines: Lines; readonly first: number; readonly last: number } {
  const height = useRowHeight();
  const isGrouped = layout.groupCount > 0;
  // oxlint-disable-next-line react/incompatible-library -- its functions are never memoised here
  const lines: Lines = useVirtualizer({
    count: layout.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    // Headings, and the header of the group that one is in, stay on top of what scrolls.
    scrollPaddingStart: isGrouped ? 2 * height : height,
    rangeExtractor: (range): number[] =>
      rowsToDraw(range, activeLine, lines.scrollDirection ?? 'forward'),
  });
  useEffect(() => {
    lines.measure();
  }, [lines, height]);
  const direction = lines.scrollDirection ?? 'forward';
  const first = lines.range?.startIndex ?? 0;
  const last = lines.range?.endIndex ?? 0;
  useEffect(() => {
    cache.wantAll(layout.stretches(first, last), direction);
  }, [cache, layout, first, last, direction]);
  return { lines, first, last };
}
