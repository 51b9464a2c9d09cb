import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

import classes from './Screen.module.css';

interface ScreenProps {
  readonly title: string;
  readonly description?: string | undefined;
  readonly actions?: ReactNode;
  /** Content fills the height without padding and scrolls by itself: for lists. */
  readonly isFlush?: boolean;
  /** Widest line of content; lists and boards take all there is. */
  readonly width?: 'reading' | 'wide';
  readonly children: ReactNode;
}

/** The frame of every screen: its one first-level heading, its actions, its content. */
export function Screen({
  title,
  description,
  actions,
  isFlush = false,
  width = 'wide',
  children,
}: ScreenProps) {
  return (
    <div className={classes['screen']} data-flush={isFlush || undefined}>
      <div className={classes['inner']} data-width={width}>
        <header className={classes['header']}>
          <div>
            <Title order={1} className={classes['title'] ?? ''} tabIndex={-1} data-screen-title>
              {title}
            </Title>
            {description === undefined ? null : (
              <Text c="dimmed" mt={4} maw="46rem">
                {description}
              </Text>
            )}
          </div>
          {actions === undefined ? null : (
            <Group gap="xs" className={classes['actions'] ?? ''}>
              {actions}
            </Group>
          )}
        </header>
        <div className={classes['content']}>{children}</div>
      </div>
    </div>
  );
}
