import { Button } from '@mantine/core';
import { IconArrowsJoin2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';

import { useCommand } from '#stores/commands.store.ts';

interface MergeLinkProps {
  readonly table: 'organisation' | 'person';
  readonly id: string;
}

/** The way to merge an actor with another record of it. */
export function MergeLink({ table, id }: MergeLinkProps) {
  const { t } = useTranslation('duplicates');
  const [, setLocation] = useLocation();
  const path = `/actors/duplicates/${table}.${id}`;
  useCommand({
    id: 'merge',
    label: t('with.link'),
    run: () => {
      setLocation(path);
    },
  });
  return (
    <Button
      component={Link}
      href={path}
      size="compact-sm"
      variant="subtle"
      mt="md"
      leftSection={<IconArrowsJoin2 size="1rem" aria-hidden />}
    >
      {t('with.link')}
    </Button>
  );
}
