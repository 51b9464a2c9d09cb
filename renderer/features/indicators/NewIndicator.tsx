import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorsView } from '#contract/indicator.views.ts';
import { countedRegisters } from '#contract/indicator.views.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { refusedFields } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import { readAmount } from './amount.ts';
import styles from './Indicators.module.css';

export interface NewIndicatorProps {
  readonly groupId: string;
  readonly data: IndicatorsView;
  readonly onMade: (id: string) => void;
}

/** Makes an indicator: its name is enough, the rest can follow on its page. */
export function NewIndicator({ groupId, data, onMade }: NewIndicatorProps) {
  const { t } = useTranslation('indicators');
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [target, setTarget] = useState('');
  const [targetOn, setTargetOn] = useState<string | null>(null);
  const [countedFrom, setCountedFrom] = useState<string | null>(null);
  const [objectiveId, setObjectiveId] = useState<string | null>(null);
  const [method, setMethod] = useState('');
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const isUnderWay = useRef(false);
  const firstField = useFocusAtFirst<HTMLInputElement>();
  const field = (key: string): string => t(`vocabulary:field.indicator.${key}`);

  function make(): void {
    const typed = readAmount(target, t('form.atLeastWords'));
    if (target.trim() !== '' && typed === null) {
      setErrors({ targetValue: t('form.notANumber') });
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    inWords(() =>
      operations.perform('indicators:create', {
        groupId,
        name: name.trim(),
        unit: unit.trim() === '' ? null : unit.trim(),
        targetValue: typed?.value ?? null,
        targetOn,
        method: method.trim() === '' ? null : method.trim(),
        countedFrom: countedRegisters.find((one) => one === countedFrom) ?? null,
        objectiveId,
      }),
    )
      .then(
        ({ id }) => onMade(id),
        (thrown: unknown) => {
          const refused = refusedFields(thrown);
          if (Object.keys(refused).length === 0) recordPort.report(thrown);
          setErrors(refused);
        },
      )
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <TextInput
        ref={firstField}
        label={field('name')}
        value={name}
        error={errors['name']}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <div className={styles.fields}>
        <TextInput
          label={field('unit')}
          value={unit}
          error={errors['unit']}
          onChange={(event) => setUnit(event.currentTarget.value)}
        />
        <TextInput
          label={field('targetValue')}
          inputMode="decimal"
          value={target}
          error={errors['targetValue']}
          onChange={(event) => {
            setTarget(event.currentTarget.value);
            setErrors({});
          }}
        />
        <DayInput
          size="sm"
          label={field('targetOn')}
          value={targetOn}
          error={errors['targetOn'] ?? null}
          onChange={setTargetOn}
        />
        <Select
          label={field('countedFrom')}
          clearable
          clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
          data={countedRegisters.map((register) => ({
            value: register,
            label: t(`vocabulary:choice.indicator.countedFrom.${register}`),
          }))}
          value={countedFrom}
          onChange={setCountedFrom}
        />
      </div>
      <Select
        label={field('objectiveId')}
        clearable
        searchable
        clearButtonProps={{ 'aria-label': t('grid:bulk.empty') }}
        data={data.objectives.map(({ id, label, detail }) => ({
          value: id,
          label: detail === '' ? label : `${label} (${detail})`,
        }))}
        value={objectiveId}
        onChange={setObjectiveId}
      />
      <Textarea
        label={field('method')}
        autosize
        minRows={1}
        maxRows={8}
        value={method}
        onChange={(event) => setMethod(event.currentTarget.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('create')}
      </Button>
    </form>
  );
}
