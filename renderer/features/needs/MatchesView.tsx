import { Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import { MatchList } from './MatchList.tsx';
import { Page } from './Page.tsx';

interface MatchesViewProps {
  readonly surveyId: string;
  readonly isReadOnly: boolean;
}

const kinds = ['undecided', 'decided', 'all'] as const;

/** Needs of a census and the offers that answer them: to accept, to refuse, and to follow up. */
export function MatchesView({ surveyId, isReadOnly }: MatchesViewProps) {
  const { t } = useTranslation('needs');
  const [decided, setDecided] = useState<(typeof kinds)[number]>('undecided');
  const [needId, setNeed] = useState<string | null>(null);
  return (
    <Page label={t('view.matches')}>
      <Text size="sm" c="dimmed" mb="xs">
        {t('matches.text')}
      </Text>
      <Group gap="sm" align="end" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label={t('matches.shown')}
          data={kinds.map((value) => ({ value, label: t(`matches.kind.${value}`) }))}
          value={decided}
          onChange={setDecided}
        />
        <ReferencePicker
          table="need"
          label={t('matches.ofNeed')}
          port={recordPort}
          size="xs"
          isOptional
          canCreate={false}
          value={needId}
          onChange={setNeed}
        />
      </Group>
      <MatchList surveyId={surveyId} needId={needId} decided={decided} isReadOnly={isReadOnly} />
    </Page>
  );
}
