import { Button, Group, List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call } from '#api/client.ts';
import { asTask } from '#stores/activity.store.ts';
import { useFormat } from '#ui/format.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Section } from './Section.tsx';

type Outcome = ChannelOutput<'upkeep:check'>;

/** Checks the file on demand, and says of each check whether it passed. */
export function CheckSection() {
  const { t } = useTranslation('settings');
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [isBusy, setBusy] = useState(false);

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
    </Section>
  );
}

function OutcomeList({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation('settings');
  const { number } = useFormat();
  return (
    <>
      <Text fw={600} mb="xs">
        {t(outcome.isSound ? 'settings:check.sound' : 'settings:check.faulty')}
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
