import { Button, Group, Select, Stack, Textarea } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { call } from '#api/client.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { useQuery } from '#stores/use-query.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import styles from './Committee.module.css';

/** Writes down a conflict that a member, or somebody else, states. */
export function DeclareForm({ phaseId }: { readonly phaseId: string }) {
  const { t } = useTranslation('committeeScreen');
  const today = localToday();
  const asked = { phaseId, today };
  const { data: grid } = useQuery('committee:grid', { ...asked, limit: 1 });
  const [personId, setPersonId] = useState<string | null>(null);
  const [applicationId, setApplicationId] = useState<string | null>(null);
  const [description, setDescription] = useState('');
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  // Only applications that the committee judges can be chosen.
  const port = useMemo(
    () => ({
      ...recordPort,
      options: async (_table: string, text: string) => {
        const request = { phaseId, today, text, limit: 12 };
        const { rows } = await call('committee:grid', request);
        return rows.map(({ applicationId: id, number, title, organisationName }) => ({
          table: 'application' as const,
          id,
          label: t('who', { number, name: organisationName }),
          detail: title,
        }));
      },
    }),
    [phaseId, today, t],
  );
  const isReady = personId !== null && applicationId !== null && description.trim() !== '';

  async function declare(recuses: boolean): Promise<void> {
    if (!isReady || isUnderWay.current) return;
    isUnderWay.current = true;
    setError(null);
    const pair = {
      personId: personId,
      applicationId: applicationId,
    };
    try {
      await inWords(async () => {
        await operations.perform('committee:declareConflict', {
          ...pair,
          description: description.trim(),
          statedOn: today,
        });
        if (recuses) {
          await operations.perform('committee:recuse', {
            phaseId,
            recusals: [pair],
            recordedOn: today,
          });
        }
      });
      setPersonId(null);
      setApplicationId(null);
      setDescription('');
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      isUnderWay.current = false;
    }
  }

  return (
    <section className={styles.card} aria-labelledby="committee-declare">
      <h2 id="committee-declare" className={styles.heading}>
        {t('conflicts.declareTitle')}
      </h2>
      <Stack
        component="form"
        gap="xs"
        onSubmit={(event) => {
          event.preventDefault();
          void declare(false);
        }}
      >
        <Select
          label={t('conflicts.member')}
          searchable
          data={(grid?.evaluators ?? []).map(({ personId: value, name }) => ({
            value,
            label: name,
          }))}
          value={personId}
          onChange={setPersonId}
        />
        <ReferencePicker
          table="application"
          label={t('conflicts.application')}
          port={port}
          isOptional
          canCreate={false}
          value={applicationId}
          onChange={setApplicationId}
        />
        <Textarea
          label={t('conflicts.description')}
          autosize
          minRows={2}
          maxRows={8}
          value={description}
          error={error}
          onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        />
        <Group gap="xs">
          <Button size="xs" disabled={!isReady} onClick={() => void declare(true)}>
            {t('conflicts.declareAndRecuse')}
          </Button>
          <Button type="submit" size="xs" variant="default" disabled={!isReady}>
            {t('conflicts.declare')}
          </Button>
        </Group>
      </Stack>
    </section>
  );
}
