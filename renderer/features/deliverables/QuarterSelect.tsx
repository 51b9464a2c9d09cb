import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { quarterOf } from '#domain/dates.ts';
import { quarterAfter } from '#domain/quarters.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { quarterWords } from './quarter-words.ts';

const [BEFORE, AFTER] = [8, 8];

export interface QuarterSelectProps {
  readonly label: string;
  readonly value: string | null;
  readonly isOptional?: boolean;
  readonly onChange: (quarter: string | null) => void;
}

/** One of the quarters around the chosen one, or around today. */
export function QuarterSelect({ label, value, isOptional = false, onChange }: QuarterSelectProps) {
  const { t } = useTranslation('deliverables');
  const middle = value ?? quarterOf(localToday());
  const data = Array.from({ length: BEFORE + AFTER + 1 }, (_, step) => {
    const quarter = quarterAfter(middle, step - BEFORE);
    return { value: quarter, label: quarterWords(t, quarter) };
  });
  return (
    <Select
      label={label}
      data={data}
      value={value}
      allowDeselect={isOptional}
      clearable={isOptional}
      onChange={onChange}
    />
  );
}
