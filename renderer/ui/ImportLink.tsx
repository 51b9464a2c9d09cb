import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

/** The way to importing, for screens that hold nothing yet. */
export function ImportLink() {
  const { t } = useTranslation();
  return (
    <Button
      component={Link}
      href="/exchange"
      variant="default"
      leftSection={<IconFileImport size={18} aria-hidden="true" />}
    >
      {t('exchange:command.pick')}
    </Button>
  );
}
