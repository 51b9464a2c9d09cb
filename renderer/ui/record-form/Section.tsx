import type { ReactNode } from 'react';
import { useId } from 'react';

import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly action?: ReactNode;
  /** Name under which `goToSection` finds it. */
  readonly anchor?: string;
  readonly children: ReactNode;
}

/**
 * Brings a part of the open record's page on screen, below what covers its top (pixels), and gives its
 * heading the keyboard.
 */
export function goToSection(anchor: string, covered: number): void {
  const section = document.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`);
  if (!(section instanceof HTMLElement)) return;
  section.style.scrollMarginTop = `${covered}px`;
  section.scrollIntoView({ block: 'start' });
  section.querySelector('h3')?.focus({ preventScroll: true });
}

/** One part of a record's page, under its own heading. */
export function Section({ title, count, action, anchor, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId} data-anchor={anchor}>
      <div className={styles.head}>
        <h3 id={headingId} className={styles.title} tabIndex={-1}>
          {title}
          {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
