import { Checkbox, NumberInput, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Candidates } from '#contract/steering.views.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';

import styles from './Closing.module.css';
import type { CarryChoice } from './use-carry-choice.ts';

interface CarryChoicesProps {
  readonly candidates: Candidates;
  readonly choice: CarryChoice;
  readonly isReadOnly: boolean;
}

interface Choosable {
  readonly id: string;
  readonly carried: { readonly label: string } | null;
}

/** Objectives, indicators and remedies that may go on, those proposed already chosen. */
export function CarryChoices({ candidates, choice, isReadOnly }: CarryChoicesProps) {
  const { t } = useTranslation('steering');
  const next = candidates.year.year + 1;
  const { objectives, indicators, remedies } = candidates;
  const box = (one: Choosable, label: string, detail: string | null): ReactNode => (
    <Checkbox
      size="sm"
      label={label}
      description={
        one.carried === null ? (detail ?? undefined) : t('carry.already', { year: next })
      }
      checked={one.carried !== null || choice.isChosen(one.id)}
      disabled={isReadOnly || one.carried !== null}
      onChange={({ currentTarget }) => choice.choose(one.id, currentTarget.checked)}
    />
  );
  return (
    <>
      <Choices
        title={t('carry.objectives')}
        none={t('carry.noObjective')}
        items={objectives}
        isReadOnly={isReadOnly}
        choice={choice}
        draw={(one) => (
          <div style={{ '--depth': one.depth } as Record<string, number>}>
            {box(one, `${one.number} ${one.title}`.trim(), one.subGroup)}
          </div>
        )}
      />
      <Choices
        title={t('carry.indicators')}
        none={t('carry.noIndicator')}
        items={indicators}
        isReadOnly={isReadOnly}
        choice={choice}
        draw={(one) => (
          <>
            {box(one, one.name, one.unit)}
            {choice.isChosen(one.id) && (
              <div className={styles['target']}>
                <NumberInput
                  size="xs"
                  w="9rem"
                  label={t('carry.targetLabel', { year: next })}
                  aria-label={t('carry.targetOf', { year: next, name: one.name })}
                  readOnly={isReadOnly}
                  decimalSeparator=","
                  value={choice.targetOf(one.id).targetValue ?? ''}
                  onChange={(value) =>
                    choice.setTarget(one.id, {
                      ...choice.targetOf(one.id),
                      targetValue: typeof value === 'number' ? value : null,
                    })
                  }
                />
                <DayInput
                  label={t('carry.targetOn')}
                  size="xs"
                  width="10rem"
                  isReadOnly={isReadOnly}
                  value={choice.targetOf(one.id).targetOn}
                  onChange={(targetOn) =>
                    choice.setTarget(one.id, { ...choice.targetOf(one.id), targetOn })
                  }
                />
              </div>
            )}
          </>
        )}
      />
      <Choices
        title={t('carry.remedies')}
        none={t('carry.noRemedy')}
        items={remedies}
        isReadOnly={isReadOnly}
        choice={choice}
        draw={(one) => box(one, one.title, t('carry.remedyOf', { year: one.year }))}
      />
    </>
  );
}

interface ChoicesProps<T extends Choosable> {
  readonly title: string;
  readonly none: string;
  readonly items: readonly T[];
  readonly isReadOnly: boolean;
  readonly choice: CarryChoice;
  readonly draw: (item: T) => ReactNode;
}

function Choices<T extends Choosable>(props: ChoicesProps<T>) {
  const { title, items, choice, isReadOnly } = props;
  const { t } = useTranslation('steering');
  const free = items.filter(({ carried }) => carried === null);
  const chosen = free.filter(({ id }) => choice.isChosen(id));
  return (
    <fieldset className={styles['choices']}>
      <legend>
        <Title order={3} size="h5">
          {title}
        </Title>
      </legend>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {props.none}
        </Text>
      )}
      {free.length > 1 && (
        <Checkbox
          size="sm"
          className={styles['all'] ?? ''}
          label={t('carry.all')}
          aria-label={t('carry.allOf', { what: title })}
          checked={chosen.length === free.length}
          indeterminate={chosen.length > 0 && chosen.length < free.length}
          disabled={isReadOnly}
          onChange={({ currentTarget }) => {
            for (const { id } of free) choice.choose(id, currentTarget.checked);
          }}
        />
      )}
      <ul>
        {items.map((item) => (
          <li key={item.id}>{props.draw(item)}</li>
        ))}
      </ul>
    </fieldset>
  );
}
