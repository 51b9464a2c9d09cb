import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import 'dayjs/locale/fr';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { formatDay, parseTypedDate } from './date-typing.ts';
import { useDateTyping } from './use-date-typing.ts';

export interface DayInputProps {
  readonly label: ReactNode;
  /** Hidden label, when the words stand elsewhere on the screen. */
  readonly ariaLabel?: string;
  /** YYYY-MM-DD, null for none. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly error?: string | null;
  readonly size?: 'xs' | 'sm';
  readonly isRequired?: boolean;
  readonly placeholder?: string;
  readonly width?: string;
  readonly isReadOnly?: boolean;
  /** How what is typed is read; any day of the calendar when absent. */
  readonly parse?: typeof parseTypedDate;
}

/** A day typed in words or figures, or picked in a calendar; told to the caller on Enter or leaving. */
export function DayInput(props: DayInputProps) {
  const { label, ariaLabel, value, onChange, error, size = 'xs', isRequired = false } = props;
  const { t, i18n } = useTranslation('grid');
  const typing = useDateTyping();
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setWrong] = useState(false);
  const [isOpen, setOpen] = useState(false);

  /** Tells the day that was typed; false when it is not understood. */
  function commit(): boolean {
    if (typed === null) return true;
    const plain = typed.trim();
    const day = plain === '' ? null : (props.parse ?? parseTypedDate)(plain, typing);
    if ((plain !== '' && day === null) || (plain === '' && isRequired)) {
      setWrong(true);
      return false;
    }
    setTyped(null);
    if (day !== value) onChange(day);
    return true;
  }

  return (
    <TextInput
      size={size}
      label={label}
      {...(ariaLabel === undefined ? {} : { 'aria-label': ariaLabel })}
      {...(props.width === undefined ? {} : { w: props.width })}
      readOnly={props.isReadOnly === true}
      placeholder={props.placeholder ?? t('date.placeholder')}
      value={typed ?? (value === null ? '' : formatDay(value, i18n.language))}
      error={isWrong ? t('edit.notADate') : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onBlur={commit}
      onKeyDown={(event) => {
        // A form around it is not sent with a day that was not understood.
        if (event.key === 'Enter' && !commit()) event.preventDefault();
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          setTyped(null);
          setWrong(false);
        }
      }}
      rightSection={
        <Popover opened={isOpen} onChange={setOpen} trapFocus returnFocus position="bottom-end">
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('date.pick')}
              aria-haspopup="dialog"
              aria-expanded={isOpen}
              disabled={props.isReadOnly === true}
              onClick={() => {
                setOpen((open) => !open);
              }}
            >
              <IconCalendar size="1rem" />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('date.pick')}>
            <DatePicker
              locale={i18n.language}
              hideOutsideDates
              weekendDays={[]}
              value={value}
              defaultDate={value ?? typing.today}
              ariaLabels={{
                previousMonth: t('date.previousMonth'),
                nextMonth: t('date.nextMonth'),
                previousYear: t('date.previousYear'),
                nextYear: t('date.nextYear'),
                previousDecade: t('date.previousDecade'),
                nextDecade: t('date.nextDecade'),
                monthLevelControl: t('date.chooseMonth'),
                yearLevelControl: t('date.chooseYear'),
              }}
              onChange={(day) => {
                setTyped(null);
                setWrong(false);
                setOpen(false);
                onChange(day);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
