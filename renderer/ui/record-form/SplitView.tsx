import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconTrash, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './SplitView.module.css';

export interface SplitViewProps {
  readonly list: ReactNode;
  /** The record beside the list, null when none is open. */
  readonly panel: {
    /** Changes with the record, so that its heading takes the keyboard when asked. */
    readonly id: string;
    readonly title: string;
    readonly badge?: ReactNode;
    readonly body: ReactNode;
    readonly takesFocus: boolean;
    /** Whether there are records above and below it to go to. */
    readonly isInList: boolean;
    readonly onRemove: (() => void) | null;
  } | null;
  readonly onClose: () => void;
  /** Goes to the record above or below in the list. */
  readonly onStep: (step: 1 | -1) => void;
}

const KEY = 'rapporteur.panel';
const [NARROWEST, WIDEST, USUAL, STEP] = [340, 1100, 500, 32];

const clamp = (width: number): number => Math.max(NARROWEST, Math.min(WIDEST, width));

function keptWidth(): number {
  const kept = Number(localStorage.getItem(KEY));
  return Number.isFinite(kept) && kept > 0 ? clamp(kept) : USUAL;
}

/** A list and, beside it, one of its records; the width between them is the person's to choose. */
export function SplitView({ list, panel, onClose, onStep }: SplitViewProps) {
  const { t } = useTranslation('grid');
  const [width, setWidth] = useState(keptWidth);
  const title = useRef<HTMLHeadingElement>(null);
  const start = useRef<{ x: number; width: number } | null>(null);
  const openId = panel?.id ?? null;
  const takesFocus = panel?.takesFocus ?? false;

  useEffect(() => {
    localStorage.setItem(KEY, String(width));
  }, [width]);
  useEffect(() => {
    if (openId !== null && takesFocus) title.current?.focus();
  }, [openId, takesFocus]);

  const latestClose = useRef(onClose);
  useEffect(() => {
    latestClose.current = onClose;
  });
  useEffect(() => {
    if (openId === null) return undefined;
    // Where nothing on the screen has the keyboard, Esc still closes what is open.
    const listen = (event: globalThis.KeyboardEvent): void => {
      const isNowhere =
        event.target === document.body ||
        (event.target instanceof Element && event.target.matches('h1'));
      if (event.key === 'Escape' && isNowhere && !event.defaultPrevented) latestClose.current();
    };
    window.addEventListener('keydown', listen);
    return () => {
      window.removeEventListener('keydown', listen);
    };
  }, [openId]);

  function onKeyDown(event: KeyboardEvent): void {
    if (panel === null || event.defaultPrevented) return;
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onStep(event.key === 'ArrowUp' ? -1 : 1);
    }
  }

  const onHandle = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, width };
    },
    onPointerMove: (event: PointerEvent) => {
      const from = start.current;
      if (from !== null) setWidth(clamp(from.width + from.x - event.clientX));
    },
    onPointerUp: () => {
      start.current = null;
    },
    onDoubleClick: () => {
      setWidth(USUAL);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
      if (by === undefined || event.altKey) return;
      event.preventDefault();
      setWidth((known) => clamp(known + by));
    },
  };

  const style = { '--panel-width': `${width}px` } as Record<string, string>;
  return (
    // Alt + arrows go from record to record wherever the keyboard is, in the list or the record.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.split} style={style} onKeyDown={onKeyDown}>
      <div className={styles.list} data-covered={panel !== null || undefined}>
        {list}
      </div>
      {panel !== null && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex */}
          <div
            className={styles.handle}
            role="separator"
            aria-orientation="vertical"
            aria-label={t('panel.resize')}
            aria-valuenow={width}
            aria-valuemin={NARROWEST}
            aria-valuemax={WIDEST}
            tabIndex={0}
            {...onHandle}
          />
          {/* Esc closes from anywhere in the record. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <aside
            className={styles.panel}
            aria-label={panel.title}
            onKeyDown={(event) => {
              if (event.key === 'Escape' && !event.defaultPrevented) {
                event.preventDefault();
                onClose();
              }
            }}
          >
            <header className={styles.head}>
              <h2 ref={title} className={styles.title} tabIndex={-1} title={panel.title}>
                {panel.title}
              </h2>
              {panel.badge}
              {panel.isInList && (
                <>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('panel.previous')}
                    title={t('panel.previous')}
                    onClick={() => {
                      onStep(-1);
                    }}
                  >
                    <IconChevronUp size="1.1rem" />
                  </ActionIcon>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={t('panel.next')}
                    title={t('panel.next')}
                    onClick={() => {
                      onStep(1);
                    }}
                  >
                    <IconChevronDown size="1.1rem" />
                  </ActionIcon>
                </>
              )}
              {panel.onRemove !== null && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t('panel.remove')}
                  title={t('panel.remove')}
                  onClick={panel.onRemove}
                >
                  <IconTrash size="1.1rem" />
                </ActionIcon>
              )}
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('panel.close')}
                title={t('panel.close')}
                onClick={onClose}
              >
                <IconX size="1.1rem" />
              </ActionIcon>
            </header>
            {/* Scrolls by keyboard too, also where nothing in it can be edited. */}
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className={styles.body} tabIndex={0} role="group" aria-label={panel.title}>
              {panel.body}
            </div>
          </aside>
        </>
      )}
    </div>
  );
}
