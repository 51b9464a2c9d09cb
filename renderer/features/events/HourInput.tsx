import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { readHour } from './hour-typing.ts';

export interface HourInputProps {
  readonly label: string;
  /** HH:MM, empty for none. */
  readonly value: string;
  readonly onChange: (hour: string) => void;
  readonly isReadOnly?: boolean;
  readonly width?: string;
}

/** An hour typed in any of the usual ways; told on Enter or on leaving. */
export function HourInput({ label, value, onChange, isReadOnly, width }: HourInputProps) {
  const { t } = useTranslation('eventsScreen');
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  function commit(): void {
    if (typed === null) return;
    const hour = typed.trim() === '' ? '' : readHour(typed);
    setWrong(hour === null);
    if (hour === null) return;
    setTyped(null);
    if (hour !== value) onChange(hour);
  }
  return (
    <TextInput
      size="xs"
      label={label}
      w={width ?? '6rem'}
      placeholder={t('hour.placeholder')}
      readOnly={isReadOnly === true}
      value={typed ?? value}
      error={isWrong ? t('hour.wrong') : null}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
