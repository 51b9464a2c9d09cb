import { Button, Group, List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { LostFileView } from '#contract/upkeep.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import { asTask } from '#stores/activity.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { removeUnusedFiles } from './lost-files.ts';
import { LostFiles } from './LostFiles.tsx';
import { Section } from './Section.tsx';

type Outcome = ChannelOutput<'upkeep:check'>;

/** Checks the file on demand, and says of each check whether it passed. */
export function CheckSection() {
  const { t } = useTranslation('settings');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReadOnly = useSession(selectIsReadOnly);
  const { number, bytes } = useFormat();
  const { data: lost } = useQuery('files:lost', {});

  const clean = async (checked: Outcome): Promise<void> => {
    if (await removeUnusedFiles(number, bytes)) {
      setOutcome({ ...checked, unused: { files: 0, bytes: 0 } });
    }
  };

  const check = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      setOutcome(
        await asTask('settings:check.running', (options) => call('upkeep:check', {}, options)),
      );
    } catch (thrown) {
      setError(toApiError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section title={t('settings:check.title')} description={t('settings:check.what')}>
      <Group>
        <Button variant="default" loading={isBusy} onClick={() => void check()}>
          {t('settings:check.now')}
        </Button>
      </Group>
      {error === null ? null : <RefusalNote error={error} />}
      <div role="status">{outcome === null ? null : <OutcomeList outcome={outcome} />}</div>
      <LostFiles
        lost={outcome?.lost ?? lost ?? []}
        isReadOnly={isReadOnly}
        onMended={(left) => (outcome === null ? undefined : setOutcome(withLost(outcome, left)))}
      />
      {outcome === null || outcome.unused.files === 0 ? null : (
        <Group mt="md">
          <Text size="sm">
            {t('settings:files.unused', {
              count: outcome.unused.files,
              n: number(outcome.unused.files),
              size: bytes(outcome.unused.bytes),
            })}
          </Text>
          {isReadOnly ? null : (
            <Button variant="default" size="compact-sm" onClick={() => void clean(outcome)}>
              {t('settings:files.removeUnused')}
            </Button>
          )}
        </Group>
      )}
    </Section>
  );
}

/** What the check found, once some of the files are back. */
function withLost(outcome: Outcome, left: readonly LostFileView[]): Outcome {
  const checks = outcome.checks.map((check) =>
    check.key === 'files' ? { ...check, isOk: left.length === 0, found: left.length } : check,
  );
  return { ...outcome, checks, isSound: checks.every(({ isOk }) => isOk), lost: [...left] };
}

/** A store that is sound but for its files needs no backup. */
function verdictOf({ isSound, checks }: Outcome): 'sound' | 'onlyFiles' | 'faulty' {
  if (isSound) return 'sound';
  return checks.every(({ key, isOk }) => isOk || key === 'files') ? 'onlyFiles' : 'faulty';
}

function OutcomeList({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  return (
    <>
      <Text fw={600} mb="xs">
        {t(`settings:check.${verdictOf(outcome)}`)}
      </Text>
      <List spacing={6} center listStyleType="none" withPadding={false} ml={0} pl={0}>
        {outcome.checks.map(({ key, isOk, found }) => (
          <List.Item
            key={key}
            icon={
              <ThemeIcon size={22} radius="xl" color={isOk ? 'green.8' : 'red.8'}>
                {isOk ? (
                  <IconCheck size={14} aria-hidden="true" />
                ) : (
                  <IconX size={14} aria-hidden="true" />
                )}
              </ThemeIcon>
            }
          >
            {t(`settings:check.${key}`)} –{' '}
            {isOk
              ? t('settings:check.ok')
              : t('settings:check.found', { count: found, n: number(found) })}
          </List.Item>
        ))}
      </List>
    </>
  );
}
