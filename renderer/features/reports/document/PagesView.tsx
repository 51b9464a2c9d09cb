import { ActionIcon, Button, Progress, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useElementSize, useMergedRef } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { reportError } from '#stores/activity.store.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import classes from './Document.module.css';
import type { PdfReader } from './pdf-reader.ts';
import { openPdf } from './pdf-reader.ts';
import { PdfPage } from './PdfPage.tsx';
import type { PdfSource, PdfState } from './use-pdf.ts';
import { usePdf } from './use-pdf.ts';

type Zoom = 'width' | 'page';

/** Room around the pages, and the largest that a page is blown up, in pixels to a point. */
const MARGIN = 24;
const LARGEST = 2;

interface PagesViewProps {
  readonly name: string;
  readonly source: PdfSource;
  /** Shows the same document as text. */
  readonly onRead: () => void;
}

/** The document page by page: the very PDF that would be exported. */
export function PagesView({ name, source, onRead }: PagesViewProps) {
  const { t } = useTranslation('reports');
  const pdf = usePdf(source);
  const reader = useReader(pdf.bytes);
  return (
    <div className={classes['pages']}>
      <Making pdf={pdf} hasPages={reader !== null} />
      {pdf.error !== null && <RefusalNote error={pdf.error} onRetry={pdf.retry} />}
      {pdf.isStopped && pdf.bytes === null && (
        <div className={classes['stopped']}>
          <Text>{t('pages.stopped')}</Text>
          <Button variant="default" onClick={pdf.retry}>
            {t('pages.retry')}
          </Button>
        </div>
      )}
      {reader !== null && <Sheets name={name} reader={reader} onRead={onRead} />}
      {reader === null && pdf.isMaking && <LateLoader label={t('pages.making')} />}
    </div>
  );
}

/** The pages being made: what is done, and the way to stop it. */
function Making({ pdf, hasPages }: { readonly pdf: PdfState; readonly hasPages: boolean }) {
  const { t } = useTranslation('reports');
  const { progress } = pdf;
  if (!pdf.isMaking) return null;
  const done = progress === null || progress.total === null ? 0 : progress.done / progress.total;
  return (
    <div className={classes['making']} role="status">
      <span>
        {hasPages
          ? t('pages.makingAgain')
          : t(progress?.step === 'print' ? 'pages.printing' : 'pages.making')}
      </span>
      <Progress
        className={classes['makingBar'] ?? ''}
        size="sm"
        value={Math.max(8, done * 100)}
        aria-label={t('pages.making')}
      />
      <Button size="compact-xs" variant="default" onClick={pdf.cancel}>
        {t('pages.cancel')}
      </Button>
    </div>
  );
}

/** Opens the bytes; the former pages stay until the new ones are there. */
function useReader(bytes: Uint8Array | null): PdfReader | null {
  const [reader, setReader] = useState<PdfReader | null>(null);
  const latest = useRef<PdfReader | null>(null);
  useEffect(() => {
    if (bytes === null) return undefined;
    let isLeft = false;
    openPdf(bytes).then((opened) => {
      if (isLeft) {
        opened.close();
        return;
      }
      latest.current?.close();
      latest.current = opened;
      setReader(opened);
    }, reportError);
    return () => {
      isLeft = true;
    };
  }, [bytes]);
  useEffect(
    () => () => {
      latest.current?.close();
      latest.current = null;
    },
    [],
  );
  return bytes === null ? null : reader;
}

const sheetsIn = (part: HTMLElement): HTMLElement[] => [
  ...part.querySelectorAll<HTMLElement>('[data-page]'),
];

/** Brings a page to the top of what is on show. */
function show(part: HTMLElement | null, page: number): void {
  const sheet = part === null ? undefined : sheetsIn(part)[page - 1];
  if (part !== null && sheet !== undefined) part.scrollTop = sheet.offsetTop - MARGIN / 2;
}

interface SheetsProps {
  readonly name: string;
  readonly reader: PdfReader;
  readonly onRead: () => void;
}

function Sheets({ name, reader, onRead }: SheetsProps) {
  const { t } = useTranslation('reports');
  const [zoom, setZoom] = useState<Zoom>('width');
  const [current, setCurrent] = useState(1);
  const { ref: measure, width, height } = useElementSize<HTMLDivElement>();
  const scroller = useRef<HTMLDivElement>(null);
  const both = useMergedRef(measure, scroller);
  const { sizes } = reader;
  const widest = Math.max(...sizes.map((size) => size.width));
  const tallest = Math.max(...sizes.map((size) => size.height));
  const byWidth = (width - 2 * MARGIN) / widest;
  const fitting = zoom === 'width' ? byWidth : Math.min(byWidth, (height - MARGIN) / tallest);
  const scale = Math.max(0.2, Math.min(LARGEST, fitting));
  const page = Math.min(current, sizes.length);

  function goTo(number: number): void {
    const wanted = Math.max(1, Math.min(sizes.length, number));
    show(scroller.current, wanted);
    setCurrent(wanted);
  }

  // The page one is on stays on show when the pages change size.
  const latest = useRef(page);
  useEffect(() => {
    latest.current = page;
  });
  useEffect(() => {
    if (scale > 0 && latest.current > 1) show(scroller.current, latest.current);
  }, [scale]);

  function onScroll(): void {
    const part = scroller.current;
    if (part === null) return;
    const middle = part.scrollTop + part.clientHeight / 3;
    const passed = sheetsIn(part).filter(({ offsetTop }) => offsetTop <= middle).length;
    setCurrent(Math.max(1, passed));
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const target = {
      PageDown: page + 1,
      ArrowRight: page + 1,
      PageUp: page - 1,
      ArrowLeft: page - 1,
      Home: 1,
      End: sizes.length,
    }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    goTo(target);
  }

  return (
    <>
      <div className={classes['pageBar']} role="toolbar" aria-label={t('pages.toolbar')}>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('pages.previous')}
          disabled={page === 1}
          onClick={() => goTo(page - 1)}
        >
          <IconChevronUp size="1.1rem" aria-hidden />
        </ActionIcon>
        <PageField page={page} count={sizes.length} onGo={goTo} />
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('pages.next')}
          disabled={page === sizes.length}
          onClick={() => goTo(page + 1)}
        >
          <IconChevronDown size="1.1rem" aria-hidden />
        </ActionIcon>
        <SegmentedControl
          size="xs"
          aria-label={t('pages.zoom')}
          value={zoom}
          onChange={(value) => setZoom(value === 'page' ? 'page' : 'width')}
          data={[
            { value: 'width', label: t('pages.width') },
            { value: 'page', label: t('pages.whole') },
          ]}
        />
        <Button size="compact-xs" variant="subtle" ml="auto" onClick={onRead}>
          {t('pages.read')}
        </Button>
      </div>
      {/* Scrolls and turns the pages by keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={both}
        className={classes['scroller']}
        role="region"
        aria-label={t('pages.region', { name })}
        tabIndex={0}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
      >
        {width > 0 &&
          sizes.map((size, index) => (
            <PdfPage
              key={index}
              reader={reader}
              number={index + 1}
              count={sizes.length}
              width={size.width * scale}
              height={size.height * scale}
              scale={scale}
              root={scroller}
            />
          ))}
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions */}
    </>
  );
}

interface PageFieldProps {
  readonly page: number;
  readonly count: number;
  readonly onGo: (page: number) => void;
}

/** « Page 3 sur 12 »: which page, typed to go to another. */
function PageField({ page, count, onGo }: PageFieldProps) {
  const { t } = useTranslation('reports');
  const [typed, setTyped] = useState<string | null>(null);
  function commit(): void {
    if (typed !== null && /^\d{1,4}$/.test(typed.trim())) onGo(Number(typed));
    setTyped(null);
  }
  return (
    <span className={classes['pageField']}>
      <span aria-hidden>{t('pages.page')}</span>
      <TextInput
        size="xs"
        w="3.25rem"
        inputMode="numeric"
        aria-label={t('pages.goTo', { page, count })}
        value={typed ?? String(page)}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
      <span aria-hidden>{t('pages.of', { count })}</span>
    </span>
  );
}
