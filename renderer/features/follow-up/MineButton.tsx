import { ActionIcon, Button, Popover } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import classes from './FollowUp.module.css';

interface MineButtonProps {
  /** Who the user is among the people of the store; null until they say. */
  readonly me: string | null;
  readonly isMine: boolean;
  readonly onMe: (id: string | null) => void;
  readonly onChange: (isMine: boolean) => void;
}

/** Shows what the user has to do; asks who they are where that is not known, and remembers it. */
export function MineButton({ me, isMine, onMe, onChange }: MineButtonProps) {
  const { t } = useTranslation('followUp');
  const [isAsking, setAsking] = useState(false);
  return (
    <Popover
      opened={isAsking}
      onChange={setAsking}
      trapFocus
      returnFocus
      position="bottom-start"
      shadow="md"
      width={320}
    >
      <Popover.Target>
        <Button.Group>
          <Button
            size="sm"
            variant={isMine ? 'light' : 'default'}
            aria-pressed={isMine}
            leftSection={<IconUser size="1rem" aria-hidden />}
            onClick={() => {
              if (me === null) setAsking(true);
              else onChange(!isMine);
            }}
          >
            {t('mine.label')}
          </Button>
          <ActionIcon
            className={classes['whoAmI'] ?? ''}
            variant="default"
            size={36}
            aria-label={t('mine.who')}
            title={t('mine.who')}
            aria-expanded={isAsking}
            onClick={() => {
              setAsking(!isAsking);
            }}
          >
            <IconChevronDown size="1rem" aria-hidden />
          </ActionIcon>
        </Button.Group>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('mine.who')}>
        <ReferencePicker
          table="person"
          label={t('mine.iAm')}
          port={recordPort}
          isOptional
          canCreate={false}
          isInitiallyFocused
          value={me}
          onChange={(id) => {
            onMe(id);
            setAsking(false);
            onChange(id !== null);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
