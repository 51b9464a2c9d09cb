import { Button, Group, Text } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { doWrite } from '../do-write.ts';
import classes from './Hold.module.css';

interface HoldBarProps {
  readonly id: string;
  readonly status: string;
  readonly isReadOnly: boolean;
  readonly isProjected: boolean;
  readonly onProject: () => void;
  readonly onClose: () => void;
}

/** The keys, larger letters for the projector, and the meeting's end. */
export function HoldBar(props: HoldBarProps) {
  const { id, status, isReadOnly, isProjected, onProject, onClose } = props;
  const { t } = useTranslation('meetings');
  const isClosed = status === 'toValidate';
  return (
    <div className={classes['bar']}>
      <Text size="xs" c="dimmed" className={classes['grow'] ?? ''}>
        {isClosed ? t('hold.closed') : t('hold.keys')}
      </Text>
      <Group gap="xs">
        <Button
          size="compact-sm"
          variant={isProjected ? 'light' : 'subtle'}
          aria-pressed={isProjected}
          leftSection={<IconPresentation size="1rem" aria-hidden />}
          onClick={onProject}
        >
          {t('hold.project')}
        </Button>
        {!isReadOnly && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              if (!isClosed) onClose();
              void doWrite(isClosed ? 'meetings:reopen' : 'meetings:close', { id });
            }}
          >
            {t(isClosed ? 'hold.reopen' : 'hold.close')}
          </Button>
        )}
      </Group>
    </div>
  );
}
