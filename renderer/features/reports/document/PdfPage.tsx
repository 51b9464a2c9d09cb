import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Document.module.css';
import type { PdfReader } from './pdf-reader.ts';

interface PdfPageProps {
  readonly reader: PdfReader;
  readonly number: number;
  readonly count: number;
  /** In pixels of the screen. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly root: RefObject<HTMLElement | null>;
}

/** How far beyond what is on show pages are drawn, so that they are there when scrolled to. */
const AHEAD = '400px';

/** One sheet of paper; drawn only while it is on show or about to be. */
export function PdfPage({ reader, number, count, width, height, scale, root }: PdfPageProps) {
  const { t } = useTranslation('reports');
  const sheet = useRef<HTMLDivElement>(null);
  const canvases = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  const [text, setText] = useState('');

  useEffect(() => {
    const element = sheet.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => setNear(entry?.isIntersecting ?? false),
      { root: root.current, rootMargin: `${AHEAD} 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);

  useEffect(() => {
    const holder = canvases.current;
    if (holder === null) return undefined;
    if (!isNear) {
      holder.replaceChildren();
      return undefined;
    }
    const abort = new AbortController();
    reader.draw(number, scale * window.devicePixelRatio, abort.signal).then(
      (canvas) => {
        if (!abort.signal.aborted) holder.replaceChildren(canvas);
      },
      () => undefined, // given up: scrolled past, or resized
    );
    return () => abort.abort();
  }, [reader, number, scale, isNear]);

  useEffect(() => {
    if (!isNear) return undefined;
    let isLeft = false;
    reader.textOf(number).then(
      (words) => {
        if (!isLeft) setText(words);
      },
      () => undefined,
    );
    return () => {
      isLeft = true;
    };
  }, [reader, number, isNear]);

  return (
    <div
      ref={sheet}
      className={classes['sheet']}
      data-page={number}
      role="group"
      aria-label={t('pages.one', { page: number, count })}
      style={{ width, height }}
    >
      <div ref={canvases} className={classes['canvases']} aria-hidden="true" />
      <p className="r-visually-hidden">{text}</p>
    </div>
  );
}
