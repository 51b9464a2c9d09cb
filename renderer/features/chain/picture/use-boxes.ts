import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';

import type { Box } from './geometry.ts';

interface Measured {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly width: number;
  readonly height: number;
}

const nothing: Measured = { boxes: new Map(), width: 0, height: 0 };

function measure(content: HTMLElement): Measured {
  const boxes = new Map<string, Box>();
  const frame = content.getBoundingClientRect();
  for (const card of content.querySelectorAll<HTMLElement>('[data-card]')) {
    const { left, top, width, height } = card.getBoundingClientRect();
    // Rounded, so that scrolling by a part of a pixel changes nothing.
    boxes.set(card.dataset['card'] ?? '', {
      left: Math.round(left - frame.left),
      top: Math.round(top - frame.top),
      width: Math.round(width),
      height: Math.round(height),
    });
  }
  return { boxes, width: content.scrollWidth, height: content.scrollHeight };
}

const textOf = ({ boxes, width, height }: Measured): string =>
  JSON.stringify([[...boxes], width, height]);

/** Where the cards lie, measured again whenever one of them changes size or `content` changes. */
export function useBoxes(content: RefObject<HTMLElement | null>, key: string): Measured {
  const [measured, setMeasured] = useState(nothing);
  useLayoutEffect(() => {
    const element = content.current;
    if (element === null) return undefined;
    const look = (): void => {
      const next = measure(element);
      setMeasured((known) => (textOf(known) === textOf(next) ? known : next));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const card of element.querySelectorAll('[data-card]')) observer.observe(card);
    return () => observer.disconnect();
    // The key changes with the cards, which are then other elements.
    // oxlint-disable-next-line react/exhaustive-deps, react/exhaustive-effect-dependencies
  }, [content, key]);
  return measured;
}
