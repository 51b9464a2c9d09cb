import type { ReactNode } from 'react';
import { useId } from 'react';

import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly count?: number;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One part of a record's page, under its own heading. */
export function Section({ title, count, action, children }: SectionProps) {
  const headingId = useId();
  return (
    <section className={styles.section} aria-labelledby={headingId}>
      <div className={styles.head}>
        <h3 id={headingId} className={styles.title}>
          {title}
          {count !== undefined && count > 0 && <span className={styles.count}>{count}</span>}
        </h3>
        {action}
      </div>
      {children}
    </section>
  );
}
