import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { recordPort } from '#stores/record-port.ts';
import { refusalText } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import styles from './SubGroups.module.css';

export interface NewMilestoneProps {
  readonly subGroupId: string;
  readonly workingGroupId: string;
  readonly onDone: () => void;
}

/** Makes a milestone from its title and its day. */
export function NewMilestone({ subGroupId, workingGroupId, onDone }: NewMilestoneProps) {
  const { t } = useTranslation('deliverables');
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const isUnderWay = useRef(false);
  const first = useFocusAtFirst<HTMLInputElement>();

  function make(): void {
    if (isUnderWay.current || title.trim() === '') return;
    isUnderWay.current = true;
    recordPort
      .create('milestone', { workingGroupId, subGroupId, title: title.trim(), dueOn })
      .then(onDone, (thrown: unknown) => setError(refusalText(thrown, 'title')))
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Group align="start" gap="xs" grow preventGrowOverflow={false}>
        <TextInput
          ref={first}
          label={t('roadmap.milestoneTitle')}
          value={title}
          error={error}
          onChange={(event) => {
            setTitle(event.currentTarget.value);
            setError(null);
          }}
        />
        <DayInput
          size="sm"
          label={t('roadmap.milestoneDay')}
          value={dueOn}
          width="11rem"
          onChange={setDueOn}
        />
      </Group>
      <Group gap="xs" mt="xs">
        <Button type="submit" size="xs" disabled={title.trim() === ''}>
          {t('roadmap.add')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('roadmap.giveUp')}
        </Button>
      </Group>
    </form>
  );
}
