import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import type { TriageAct } from './use-triage.ts';

interface TriageReasonProps {
  readonly act: TriageAct;
  readonly onSay: (reason: string) => void;
  readonly onLeave: () => void;
}

/** The reason that a refusal needs; Enter decides, Shift and Enter begins a new line. */
export function TriageReason({ act, onSay, onLeave }: TriageReasonProps) {
  const { t } = useTranslation('selection');
  const [reason, setReason] = useState('');
  const field = useFocusAtFirst<HTMLTextAreaElement>();
  const say = (): void => {
    if (reason.trim() !== '') onSay(reason.trim());
  };
  return (
    <Stack gap="xs">
      <Textarea
        ref={field}
        label={t('triage.reason', { act: act.label })}
        required
        autosize
        minRows={3}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey) return;
          event.preventDefault();
          say();
        }}
      />
      <Group gap="xs">
        <Button size="xs" disabled={reason.trim() === ''} onClick={say}>
          {act.label}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t('withdraw.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
