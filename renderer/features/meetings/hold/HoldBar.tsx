import { Button, Group, SegmentedControl, Text } from '@mantine/core';
import { IconPresentation, IconPresentationOff, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { doWrite } from '../do-write.ts';
import classes from './Hold.module.css';
import type { HoldLook } from './hold-look.ts';
import { typeSizes } from './hold-look.ts';

interface HoldBarProps {
  readonly id: string;
  readonly title: string;
  readonly status: string;
  readonly isReadOnly: boolean;
  readonly look: HoldLook;
  readonly onLook: (look: HoldLook) => void;
  readonly onClose: () => void;
}

/** The keys, larger letters for the projector, and the meeting's end. */
export function HoldBar(props: HoldBarProps) {
  const { id, title, status, isReadOnly, look, onLook, onClose } = props;
  const { t } = useTranslation('meetings');
  const isClosed = status === 'toValidate';
  const { isProjected, size, hasPeople } = look;
  return (
    <div className={classes['bar']}>
      {isProjected ? (
        <p className={classes['projectedTitle']}>{title}</p>
      ) : (
        <Text size="xs" c="dimmed" className={classes['grow'] ?? ''}>
          {isClosed ? t('hold.closed') : t('hold.keys')}
        </Text>
      )}
      <Group gap="xs" wrap="nowrap">
        {isProjected && (
          <SegmentedControl
            size="sm"
            aria-label={t('hold.size')}
            data={typeSizes.map((value) => ({ value, label: t(`hold.sizes.${value}`) }))}
            value={size}
            onChange={(next) => {
              onLook({ ...look, size: next });
            }}
          />
        )}
        {!isProjected && (
          <Button
            size="compact-sm"
            variant={hasPeople ? 'light' : 'subtle'}
            aria-pressed={hasPeople}
            leftSection={<IconUsers size="1rem" aria-hidden />}
            onClick={() => {
              onLook({ ...look, hasPeople: !hasPeople });
            }}
          >
            {t('attendance.title')}
          </Button>
        )}
        <Button
          size="compact-sm"
          variant={isProjected ? 'default' : 'subtle'}
          leftSection={
            isProjected ? (
              <IconPresentationOff size="1rem" aria-hidden />
            ) : (
              <IconPresentation size="1rem" aria-hidden />
            )
          }
          onClick={() => {
            onLook({ ...look, isProjected: !isProjected });
          }}
        >
          {t(isProjected ? 'hold.unproject' : 'hold.project')}
        </Button>
        {!isReadOnly && !isProjected && (
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
