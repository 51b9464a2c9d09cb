import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { PhaseView, SelectionBoard } from '#contract/selection.channels.ts';

interface ProblemsProps {
  readonly problems: SelectionBoard['problems'];
  readonly phases: readonly Pick<PhaseView, 'id' | 'name'>[];
}

/** What cannot work in the method of a call, and what may not come out as wished. */
export function Problems({ problems, phases }: ProblemsProps) {
  const { t } = useTranslation('selection');
  if (problems.length === 0) return null;
  const isError = problems.some(({ severity }) => severity === 'error');
  return (
    <Alert
      mx="lg"
      mb="xs"
      py="xs"
      color={isError ? 'red' : 'yellow'}
      icon={<IconAlertTriangle aria-hidden />}
    >
      {problems.map(({ kind, phaseId }) => (
        <div key={`${kind}:${phaseId ?? ''}`}>
          {t(`problem.${kind}`, { phase: phases.find(({ id }) => id === phaseId)?.name ?? '' })}
        </div>
      ))}
    </Alert>
  );
}
