import { ActionIcon, Menu } from '@mantine/core';
import {
  IconCalendarOff,
  IconCalendarRepeat,
  IconCalendarShare,
  IconDots,
  IconRestore,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { hasBegun } from './has-begun.ts';
import { doWrite } from './do-write.ts';
import type { FaceProps } from './face.ts';

/** What is seldom done with a meeting: put it off, cancel it, plan the next ones. */
export function MeetingMenu({ id, sheet, isReadOnly }: FaceProps) {
  const { t } = useTranslation('meetings');
  const [, setLocation] = useLocation();
  const isCancelled = sheet.record['status'] === 'cancelled';
  const isAhead = !isCancelled && !hasBegun(sheet);
  if (isReadOnly) return null;
  const go = (face: string) => () => {
    setLocation(`/meetings/${id}/${face}`);
  };
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size="md" aria-label={t('menu.name')} title={t('menu.name')}>
          <IconDots size="1.1rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {isAhead && (
          <Menu.Item
            leftSection={<IconCalendarShare size="1rem" aria-hidden />}
            onClick={go('postpone')}
          >
            {t('menu.postpone')}
          </Menu.Item>
        )}
        {isAhead && (
          <Menu.Item
            leftSection={<IconCalendarOff size="1rem" aria-hidden />}
            onClick={go('cancel')}
          >
            {t('menu.cancel')}
          </Menu.Item>
        )}
        {isCancelled && (
          <Menu.Item
            leftSection={<IconRestore size="1rem" aria-hidden />}
            onClick={() => void doWrite('meetings:restore', { id })}
          >
            {t('menu.restore')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCalendarRepeat size="1rem" aria-hidden />}
          onClick={go('series')}
        >
          {t('menu.series')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
