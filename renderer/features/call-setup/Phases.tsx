import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { RefusalNote } from '#ui/RefusalNote.tsx';
import { OrderedList } from '#ui/OrderedList.tsx';
import { Section } from '#ui/record-form/Section.tsx';

import type { CallPartProps } from './About.tsx';
import { PhaseFields } from './PhaseFields.tsx';
import { useMethod } from './use-method.ts';

/** The phases of a call: what each receives, how many it keeps, and what becomes of the others. */
export function Phases({ call, isReadOnly }: CallPartProps) {
  const { t } = useTranslation('callSetup');
  const method = useMethod(call);
  const { phases, problems, error } = method;
  const isError = problems.some(({ severity }) => severity === 'error');
  return (
    <Section
      title={t('phases.title')}
      count={phases.length}
      anchor="phases"
      action={
        isReadOnly ? null : (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => method.add(t('phases.new'))}
          >
            {t('phases.add')}
          </Button>
        )
      }
    >
      <Text size="xs" c="dimmed" mb="xs">
        {t('phases.hint')} {!isReadOnly && t('move.hint')}
      </Text>
      <Stack gap="xs" mb="xs">
        {problems.length > 0 && (
          <Alert
            role="status"
            py="xs"
            color={isError ? 'red' : 'yellow'}
            icon={<IconAlertTriangle aria-hidden />}
          >
            {problems.map(({ kind, phaseId }) => (
              <div key={`${kind}:${phaseId ?? ''}`}>
                {t(`selection:problem.${kind}`, {
                  phase: phases.find(({ id }) => id === phaseId)?.name ?? '',
                })}
              </div>
            ))}
          </Alert>
        )}
        {error !== null && (
          <>
            <RefusalNote error={error} />
            <Group gap="xs">
              <Text size="sm">{t('phases.notSaved')}</Text>
              <Button size="compact-sm" variant="default" onClick={method.giveUp}>
                {t('phases.back')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
      <OrderedList
        look="cards"
        nameOf={({ name }) => name}
        label={t('phases.title')}
        items={phases}
        isReadOnly={isReadOnly}
        onOrder={method.order}
        onRemove={({ id }) => method.remove(id)}
      >
        {(phase) => (
          <PhaseFields
            key={method.turn}
            phase={phase}
            isReadOnly={isReadOnly}
            onChange={(patch) => method.change(phase.id, patch)}
          />
        )}
      </OrderedList>
    </Section>
  );
}
