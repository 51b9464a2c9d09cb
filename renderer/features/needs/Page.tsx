import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';

import styles from './Needs.module.css';

interface PageProps {
  readonly label: string;
  readonly children: ReactNode;
}

/** A part of the tab that scrolls as a whole, by the keyboard too. */
export function Page({ label, children }: PageProps) {
  return (
    // What scrolls and may hold nothing to act upon takes the keyboard itself.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['page']} role="region" aria-label={label} tabIndex={0}>
      <div className={styles['inner']}>
        <VisuallyHidden component="h2">{label}</VisuallyHidden>
        {children}
      </div>
    </div>
  );
}
