import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Refusal } from './format.ts';
import { useFormat } from './format.ts';

interface RefusalNoteProps {
  readonly error: Refusal;
  readonly title?: string;
  readonly onRetry?: () => void;
  /** Further ways out, beside « Réessayer ». */
  readonly actions?: ReactNode;
}

/** A refusal shown in the place it concerns: what happened, and what to do. */
export function RefusalNote({ error, title, onRetry, actions }: RefusalNoteProps) {
  const { t } = useTranslation('shell');
  const { refusal } = useFormat();
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconAlertTriangle aria-hidden="true" />}
      title={title ?? t('shell:refusal.title')}
      styles={{
        root: { background: 'var(--r-danger-soft)' },
        title: { color: 'var(--r-danger)' },
        icon: { color: 'var(--r-danger)' },
        message: { color: 'var(--r-text)' },
      }}
    >
      {refusal(error)}
      {onRetry === undefined && actions === undefined ? null : (
        <Group gap="xs" mt="sm">
          {actions}
          {onRetry === undefined ? null : (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('shell:refusal.retry')}
            </Button>
          )}
        </Group>
      )}
    </Alert>
  );
}
