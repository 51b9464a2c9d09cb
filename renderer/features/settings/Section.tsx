import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';

import classes from './Settings.module.css';

interface SectionProps {
  readonly title: string;
  readonly description: string;
  readonly children: ReactNode;
}

/** One subject of the settings: what it is about at the left, its controls at the right. */
export function Section({ title, description, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div>
        <Title order={2} id={id} size="h3">
          {title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {description}
        </Text>
      </div>
      <div className={classes['controls']}>{children}</div>
    </section>
  );
}
