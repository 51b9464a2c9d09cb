import { Anchor, Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { ObjectiveView, YearResult } from '#contract/steering.views.ts';
import { recordPath } from '#stores/navigation.store.ts';
import { useFormat } from '#ui/format.ts';
import { Section } from '#ui/record-form/Section.tsx';

import { doWrite } from './do-write.ts';
import styles from './Objectives.module.css';

interface ObtainedProps {
  readonly objective: ObjectiveView;
  readonly results: readonly YearResult[];
  readonly isReadOnly: boolean;
}

/** What an objective led to, and by what; results of the year may be tied to it here. */
export function Obtained({ objective, results, isReadOnly }: ObtainedProps) {
  const { t } = useTranslation('steering');
  const { date } = useFormat();
  const [chosen, setChosen] = useState<string | null>(null);
  const tied = new Set(objective.results.map(({ id }) => id));
  const free = results.filter(({ id }) => !tied.has(id));
  return (
    <Section title={t('results.obtained')} count={objective.results.length}>
      {objective.results.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(objective.isWithoutResult ? 'results.none' : 'results.byParts')}
        </Text>
      ) : (
        <ul className={styles['resultList']}>
          {objective.results.map(({ id, title, obtainedOn, by }) => (
            <li key={id}>
              <Anchor component={Link} href={recordPath('result', id)}>
                {title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {[
                  obtainedOn === null ? null : date(obtainedOn),
                  by === null || by.label === title
                    ? null
                    : t('results.by', { activity: by.label }),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
      {!isReadOnly && free.length > 0 && (
        <Group gap="xs" mt="sm" wrap="nowrap" align="end">
          <Select
            className={styles['grow'] ?? ''}
            size="sm"
            label={t('results.tie')}
            placeholder={t('results.choose')}
            searchable
            nothingFoundMessage={t('results.noneFound')}
            data={free.map(({ id, title }) => ({ value: id, label: title }))}
            value={chosen}
            onChange={setChosen}
          />
          <Button
            size="sm"
            variant="default"
            disabled={chosen === null}
            onClick={() => {
              if (chosen === null) return;
              void doWrite('steering:linkResult', { objectiveId: objective.id, resultId: chosen });
              setChosen(null);
            }}
          >
            {t('results.add')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
