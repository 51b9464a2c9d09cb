import { Button, Group, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { RoadmapItemView } from '#contract/deliverable.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import styles from './SubGroups.module.css';
import { useFocusWithin } from './use-focus-within.ts';

export interface DependencyFormProps {
  readonly milestones: readonly RoadmapItemView[];
  /** The milestone that is to wait; null lets the person say. */
  readonly milestoneId: string | null;
  readonly onDone: () => void;
}

/** Says which milestone must be reached before another one. */
export function DependencyForm({ milestones, milestoneId, onDone }: DependencyFormProps) {
  const { t } = useTranslation('deliverables');
  const [id, setId] = useState(milestoneId ?? milestones.at(-1)?.id ?? null);
  const first = milestones.find((milestone) => milestone.id === id)?.dependsOn ?? null;
  const [beforeId, setBeforeId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const form = useFocusWithin<HTMLFormElement>();

  function link(): void {
    if (id === null || beforeId === null || isUnderWay.current) return;
    isUnderWay.current = true;
    recordPort
      .save('milestone', id, { dependsOnId: beforeId })
      .then(onDone, (thrown: unknown) => setError(refusalText(thrown, 'dependsOnId')))
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    // Escape gives up from any of its fields.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      ref={form}
      className={styles.form}
      aria-label={t('roadmap.link')}
      onSubmit={(event) => {
        event.preventDefault();
        link();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Group align="start" gap="xs" grow preventGrowOverflow={false}>
        <Select
          label={t('roadmap.waiting')}
          data={milestones.map(({ id: value, title }) => ({ value, label: title }))}
          value={id}
          allowDeselect={false}
          searchable
          onChange={(next) => {
            setId(next);
            setError(null);
          }}
        />
        <ReferencePicker
          table="milestone"
          label={t('roadmap.waitsFor')}
          port={recordPort}
          isOptional
          isInitiallyFocused
          value={beforeId}
          error={error}
          onChange={(next) => {
            setBeforeId(next);
            setError(null);
          }}
        />
      </Group>
      {first !== null && (
        <p className={styles.hint}>{t('roadmap.replaces', { before: first.title })}</p>
      )}
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={id === null || beforeId === null}>
          {t('roadmap.makeLink')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('roadmap.giveUp')}
        </Button>
      </Group>
    </form>
  );
}
