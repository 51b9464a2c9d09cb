import { Group, Text, ThemeIcon, Title } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import classes from './EmptyScreen.module.css';

interface EmptyScreenProps {
  readonly icon: Icon;
  readonly title: string;
  readonly description: string;
  readonly actions?: ReactNode;
}

/** Says what belongs in an empty place, and how to begin. */
export function EmptyScreen({ icon: IconOf, title, description, actions }: EmptyScreenProps) {
  return (
    <div className={classes['empty']}>
      <ThemeIcon size={56} radius="xl" variant="light" aria-hidden="true">
        <IconOf size={28} stroke={1.6} />
      </ThemeIcon>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw="34rem">
        {description}
      </Text>
      {actions === undefined ? null : (
        <Group gap="sm" mt="xs" justify="center">
          {actions}
        </Group>
      )}
    </div>
  );
}
