import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useId } from 'react';

import classes from './Dashboard.module.css';

interface CardProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children?: ReactNode;
}

/** One subject of the dashboard. */
export function Card({ title, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className={classes['card']} aria-labelledby={id}>
      <header className={classes['cardHead']}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {aside}
      </header>
      {children}
    </section>
  );
}
