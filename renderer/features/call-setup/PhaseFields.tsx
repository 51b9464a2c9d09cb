import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { phaseKinds } from '#contract/selection.channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { DayInput } from '#ui/record-form/DayInput.tsx';
import { ReferencePicker } from '#ui/record-form/ReferencePicker.tsx';

import styles from './Setup.module.css';
import type { DraftPhase } from './use-method.ts';
import { keptOutcomes, otherOutcomes } from './use-method.ts';

interface PhaseFieldsProps {
  readonly phase: DraftPhase;
  readonly isReadOnly: boolean;
  readonly onChange: (patch: Partial<DraftPhase>) => void;
}

/** One phase: its name, kind, deadline, numbers, committee and outcomes. */
export function PhaseFields({ phase, isReadOnly, onChange }: PhaseFieldsProps) {
  const { t } = useTranslation('vocabulary');
  const isFixed = isReadOnly || phase.isReleased;
  const isReversed =
    phase.quotaMin !== null && phase.quotaMax !== null && phase.quotaMax < phase.quotaMin;
  return (
    <>
      <div className={styles.fields}>
        <div className={styles.wide}>
          <Typed
            label={t('field.phase.name')}
            value={phase.name}
            isReadOnly={isReadOnly}
            read={(text) => (text === '' ? undefined : text)}
            wrong={t('rule.required')}
            onChange={(name) => onChange({ name })}
          />
        </div>
        <Select
          size="sm"
          label={t('field.phase.kind')}
          data={phaseKinds.map((kind) => ({ value: kind, label: t(`choice.phase.kind.${kind}`) }))}
          value={phase.kind}
          readOnly={isFixed}
          allowDeselect={false}
          onChange={(kind) => kind !== null && onChange({ kind })}
        />
        <DayInput
          size="sm"
          label={t('field.phase.deadlineOn')}
          value={phase.deadlineOn}
          isReadOnly={isReadOnly}
          onChange={(deadlineOn) => onChange({ deadlineOn })}
        />
        <Typed
          label={t('field.phase.quotaMin')}
          value={phase.quotaMin === null ? '' : String(phase.quotaMin)}
          isReadOnly={isReadOnly}
          read={wholeNumber}
          wrong={t('callSetup:phases.notANumber')}
          onChange={(quotaMin) => onChange({ quotaMin })}
        />
        <Typed
          label={t('field.phase.quotaMax')}
          value={phase.quotaMax === null ? '' : String(phase.quotaMax)}
          isReadOnly={isReadOnly}
          read={wholeNumber}
          wrong={t('callSetup:phases.notANumber')}
          error={isReversed ? t('rule.quotaReversed') : null}
          onChange={(quotaMax) => onChange({ quotaMax })}
        />
        <Select
          size="sm"
          label={t('callSetup:phases.kept')}
          data={keptOutcomes.map((one) => ({
            value: one,
            label: t(`choice.phase.keptOutcome.${one}`),
          }))}
          value={phase.keptOutcome}
          readOnly={isFixed}
          allowDeselect={false}
          onChange={(keptOutcome) => keptOutcome !== null && onChange({ keptOutcome })}
        />
        <Select
          size="sm"
          label={t('callSetup:phases.other')}
          data={otherOutcomes.map((one) => ({
            value: one,
            label: t(`choice.phase.otherOutcome.${one}`),
          }))}
          value={phase.otherOutcome}
          readOnly={isFixed}
          allowDeselect={false}
          onChange={(otherOutcome) => otherOutcome !== null && onChange({ otherOutcome })}
        />
        <ReferencePicker
          table="committee"
          label={t('field.phase.committeeId')}
          port={recordPort}
          isOptional
          isReadOnly={isReadOnly}
          value={phase.committeeId}
          onChange={(committeeId) => onChange({ committeeId })}
        />
      </div>
      {phase.isReleased && <div className={styles.quiet}>{t('callSetup:phases.released')}</div>}
    </>
  );
}

/** Undefined for what is no whole number. */
function wholeNumber(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

interface TypedProps<T> {
  readonly label: string;
  readonly value: string;
  readonly isReadOnly: boolean;
  /** Undefined for what cannot stand. */
  readonly read: (text: string) => T | undefined;
  readonly wrong: string;
  readonly error?: string | null;
  readonly onChange: (value: T) => void;
}

/** A text told on Enter and on leaving; Esc brings back what was. */
function Typed<T>(props: TypedProps<T>) {
  const { label, value, isReadOnly, read, wrong, error = null, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && read(typed.trim()) === undefined;

  function commit(): void {
    if (typed === null) return;
    const plain = typed.trim();
    const next = read(plain);
    if (next === undefined) return;
    setTyped(null);
    if (plain !== value) onChange(next);
  }

  return (
    <TextInput
      size="sm"
      label={label}
      value={typed ?? value}
      readOnly={isReadOnly}
      error={isWrong ? wrong : error}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
        }
      }}
    />
  );
}
