import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

/** Records that a company withdraws, and calls up the first of the reserve list with it. */
export function WithdrawForm({ applicationId }: { readonly applicationId: string }) {
  const { t } = useTranslation('selection');
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Group>
        <Button size="xs" variant="default" onClick={() => setOpen(true)}>
          {t('withdraw.action')}
        </Button>
      </Group>
    );
  }
  return <Form applicationId={applicationId} onLeave={() => setOpen(false)} />;
}

function Form({
  applicationId,
  onLeave,
}: {
  readonly applicationId: string;
  readonly onLeave: () => void;
}) {
  const { t } = useTranslation('selection');
  const { data: preview } = useQuery('selection:previewWithdrawal', { applicationId });
  const [withdrawnOn, setDay] = useState<string>(localToday);
  const [reason, setReason] = useState('');
  const [promoteNext, setPromote] = useState(true);
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  const first = useFocusAtFirst<HTMLTextAreaElement>();
  const promoted = preview?.promoted ?? null;

  async function withdraw(): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await operations.perform('selection:withdraw', {
        applicationId,
        withdrawnOn,
        reason: reason.trim() === '' ? null : reason.trim(),
        promoteNext,
      });
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <Stack
      component="form"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        void withdraw();
      }}
    >
      <DayInput
        size="sm"
        label={t('withdraw.on')}
        isRequired
        value={withdrawnOn}
        onChange={(day) => day !== null && setDay(day)}
      />
      <Textarea
        label={t('withdraw.reason')}
        autosize
        minRows={1}
        ref={first}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {promoted === null ? (
        <Text size="sm" c="dimmed">
          {t('withdraw.nobody')}
        </Text>
      ) : (
        <Checkbox
          label={t('withdraw.promote', {
            number: promoted.number,
            name: promoted.organisationName,
            outcome: t(`place.${promoted.outcome}`),
          })}
          checked={promoteNext}
          onChange={({ currentTarget }) => setPromote(currentTarget.checked)}
        />
      )}
      {error !== null && <RefusalNote error={error} />}
      <Group gap="xs">
        <Button size="xs" type="submit">
          {t('withdraw.run')}
        </Button>
        <Button size="xs" variant="default" onClick={onLeave}>
          {t('withdraw.leave')}
        </Button>
      </Group>
    </Stack>
  );
}
