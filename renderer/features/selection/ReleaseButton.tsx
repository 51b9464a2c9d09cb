import { Button, Popover, Stack, Text, Textarea } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { PhaseView } from '#contract/selection.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { operations } from '#stores/operations.ts';
import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

/** Releases all provisional decisions of a phase together, after saying what that fixes. */
export function ReleaseButton({ phase }: { readonly phase: PhaseView }) {
  const { t } = useTranslation('selection');
  const [isOpen, setOpen] = useState(false);
  if (phase.gauge.provisional === 0) return null;
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={360}
      trapFocus
      withinPortal
    >
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconSpeakerphone size="1rem" aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('release.action', { count: phase.gauge.provisional, n: phase.gauge.provisional })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ReleaseForm phaseId={phase.id} onDone={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

function ReleaseForm({
  phaseId,
  onDone,
}: {
  readonly phaseId: string;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('selection');
  const { data: preview } = useQuery('selection:previewRelease', { phaseId });
  const [note, setNote] = useState('');
  const [error, setError] = useState<ApiError | null>(null);
  const isUnderWay = useRef(false);
  if (preview === undefined) return null;

  async function release(): Promise<void> {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    try {
      await operations.perform('selection:release', {
        phaseId,
        note: note.trim() === '' ? null : note.trim(),
        acceptsWarnings: true,
      });
      onDone();
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <Stack gap="sm">
      <Text size="sm">{t('release.text')}</Text>
      <Text size="sm">
        {preview.released
          .map(({ outcome, count }) =>
            t('release.outcome', { count, name: t(`column.${outcome}`) }),
          )
          .join(t('release.and'))}
      </Text>
      {preview.warnings.map(({ kind, count }) => (
        <Text key={kind} size="sm" style={{ color: 'var(--r-warning)' }}>
          {t(`release.warning.${kind}`, { count, n: count })}
        </Text>
      ))}
      <Textarea
        label={t('release.note')}
        autosize
        minRows={1}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      {error !== null && <RefusalNote error={error} />}
      <Button onClick={() => void release()}>
        {preview.warnings.length > 0 ? t('release.anyway') : t('release.run')}
      </Button>
    </Stack>
  );
}
