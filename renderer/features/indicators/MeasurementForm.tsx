import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { IndicatorView, MeasurementView } from '#contract/indicator.views.ts';
import { operations } from '#stores/operations.ts';
import { recordPort } from '#stores/record-port.ts';
import { inWords } from '#stores/refusal.ts';
import { refusedFields } from '#ui/data-grid/refusal.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';
import { useFocusAtFirst } from '#ui/record-form/use-focus-at-first.ts';

import { readAmount } from './amount.ts';
import styles from './Indicators.module.css';
import type { DraftErrors, MeasurementDraft } from './measurement-draft.ts';
import { checkDraft, draftOf, remainderOfDraft } from './measurement-draft.ts';
import { PartRows } from './PartRows.tsx';
import { useAmounts } from './use-amounts.ts';

export interface MeasurementFormProps {
  readonly indicator: IndicatorView;
  /** Null for a value that is new. */
  readonly measurement: MeasurementView | null;
  readonly usualDay: string;
  readonly onDone: () => void;
}

/** A dated value with its source and its breakdown, saved as one. */
export function MeasurementForm(props: MeasurementFormProps) {
  const { indicator, measurement, usualDay, onDone } = props;
  const { t } = useTranslation('indicators');
  const { amount } = useAmounts();
  const [draft, setDraft] = useState(() => draftOf(measurement, usualDay, amount));
  const [errors, setErrors] = useState<DraftErrors>({});
  const firstField = useFocusAtFirst<HTMLInputElement>();
  const form = useRef<HTMLFormElement>(null);
  const isUnderWay = useRef(false);
  const atLeastWords = t('form.atLeastWords');
  const needsSource = indicator.countedFrom !== null;

  function change(patch: Partial<MeasurementDraft>): void {
    setDraft((known) => ({ ...known, ...patch }));
    const changed = new Set(Object.keys(patch));
    setErrors((known) =>
      Object.fromEntries(
        Object.entries(known).filter(
          ([field]) => !changed.has(field) && !(changed.has('parts') && field.includes('.')),
        ),
      ),
    );
  }

  /** Brings the keyboard to the first field that is wrong. */
  function goToWrong(): void {
    requestAnimationFrame(() => {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    });
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const checked = checkDraft(draft, { atLeastWords, needsSource });
    // A day that is not understood stands in its own field only.
    const isDayWrong = form.current?.querySelector('[data-days] [aria-invalid="true"]') !== null;
    if ('errors' in checked || (isDayWrong && errors['asOfOn'] === undefined)) {
      setErrors('errors' in checked ? checked.errors : {});
      goToWrong();
      return;
    }
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    inWords(() =>
      operations.perform('indicators:saveMeasurement', {
        ...checked.request,
        indicatorId: indicator.id,
        measurementId: measurement?.id ?? null,
      }),
    )
      .then(onDone, (thrown: unknown) => {
        const refused = refusedFields(thrown);
        if (Object.keys(refused).length === 0) recordPort.report(thrown);
        setErrors(refused);
        goToWrong();
      })
      .finally(() => {
        isUnderWay.current = false;
      });
  }

  const errorOf = (field: string): string | null => {
    const found = errors[field];
    if (found === undefined) return null;
    return found.startsWith('form.') ? t(found) : found;
  };
  const { newSource } = draft;

  return (
    <form ref={form} className={styles.form} noValidate onSubmit={submit}>
      <TextInput
        ref={firstField}
        label={indicator.unit === null ? t('form.value') : `${t('form.value')} (${indicator.unit})`}
        description={t('form.valueHint')}
        inputMode="decimal"
        value={draft.value}
        error={errorOf('value')}
        onChange={(event) => change({ value: event.currentTarget.value })}
        onBlur={() => {
          const typed = readAmount(draft.value, atLeastWords);
          if (typed?.isMinimum) change({ value: amount(typed.value), isMinimum: true });
        }}
      />
      <Checkbox
        label={t('form.isMinimum')}
        checked={draft.isMinimum}
        onChange={(event) => change({ isMinimum: event.currentTarget.checked })}
      />
      <div data-days>
        <DayInput
          size="sm"
          label={t('form.asOfOn')}
          isRequired
          value={draft.asOfOn}
          error={errorOf('asOfOn')}
          onChange={(asOfOn) => change({ asOfOn })}
        />
      </div>
      {newSource === null ? (
        <ReferencePicker
          table="sourceDocument"
          label={t('form.source')}
          port={recordPort}
          isOptional
          canCreate={false}
          value={draft.sourceId}
          error={errorOf('sourceId')}
          onChange={(sourceId) => change({ sourceId })}
        />
      ) : (
        <div className={styles.fields} data-days>
          <TextInput
            label={t('form.newTitle')}
            data-autofocus
            value={newSource.title}
            error={errorOf('newTitle') ?? errorOf('title')}
            onChange={(event) =>
              change({ newSource: { ...newSource, title: event.currentTarget.value } })
            }
          />
          <DayInput
            size="sm"
            label={t('form.newDatedOn')}
            value={newSource.datedOn}
            onChange={(datedOn) => change({ newSource: { ...newSource, datedOn } })}
          />
        </div>
      )}
      <div>
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() =>
            change({
              sourceId: null,
              newSource: newSource === null ? { title: '', datedOn: null } : null,
            })
          }
        >
          {t(newSource === null ? 'form.newSource' : 'form.knownSource')}
        </Button>
      </div>
      <PartRows
        parts={draft.parts}
        remainder={remainderOfDraft(draft, atLeastWords)}
        errorOf={errorOf}
        onChange={(parts) => change({ parts })}
      />
      <Textarea
        label={t('form.note')}
        autosize
        minRows={1}
        maxRows={8}
        value={draft.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      <Textarea
        label={t('form.method')}
        autosize
        minRows={1}
        maxRows={8}
        value={draft.method}
        onChange={(event) => change({ method: event.currentTarget.value })}
      />
      <Group gap="xs">
        <Button type="submit">{t('form.save')}</Button>
        <Button variant="default" onClick={onDone}>
          {t('form.cancel')}
        </Button>
      </Group>
    </form>
  );
}
