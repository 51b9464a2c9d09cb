import { Button, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { contrast, readHex } from '#domain/colours.ts';
import { useFormat } from '#ui/format.ts';

import styles from './HouseStyle.module.css';

export interface ColourFieldProps {
  readonly label: string;
  /** Null for the program's own. */
  readonly value: string | null;
  /** What documents use of it. */
  readonly used: string | null;
  /** What to say when that is another; takes `used` and `ratio`. */
  readonly darkenedKey: 'houseStyle:darkened' | 'houseStyle:secondaryDarkened';
  readonly fallback: string;
  readonly isReadOnly: boolean;
  /** While a colour is being looked for. */
  onDraft(value: string | null): void;
  onSave(value: string | null): void;
}

/** A colour by eye or by its digits, with what becomes of it on paper. */
export function ColourField(props: ColourFieldProps) {
  const { label, value, used, darkenedKey, fallback, isReadOnly, onDraft, onSave } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const readingId = useId();
  const text = typed ?? (value === null ? '' : `#${value}`);
  const read = readHex(text);
  const isWrong = typed !== null && typed.trim() !== '' && read === null;

  // React tells every step of the picker; only the browser tells that it was closed.
  useEffect(() => {
    const input = picker.current;
    const close = (): void => {
      const chosen = readHex(input?.value ?? '');
      if (chosen !== null) onSave(chosen);
    };
    input?.addEventListener('change', close);
    return () => input?.removeEventListener('change', close);
  }, [onSave]);

  const save = (): void => {
    setTyped(null);
    if (typed === null || isWrong) {
      onDraft(value);
      return;
    }
    const next = typed.trim() === '' ? null : read;
    if (next !== value) onSave(next);
  };
  const shown = used ?? fallback;
  const ratio = format.number(Math.floor(contrast(shown, 'FFFFFF') * 10) / 10);
  return (
    <div className={styles.colour}>
      <input
        ref={picker}
        type="color"
        className={styles.picker}
        aria-label={t('houseStyle:pick', { name: label })}
        disabled={isReadOnly}
        value={`#${(read ?? value ?? fallback).toLowerCase()}`}
        onChange={({ currentTarget }) => onDraft(readHex(currentTarget.value))}
      />
      <TextInput
        label={label}
        description={t('houseStyle:colourHint')}
        placeholder={`#${fallback}`}
        value={text}
        disabled={isReadOnly}
        aria-describedby={readingId}
        error={isWrong ? t('vocabulary:rule.invalidColour') : null}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          const next = readHex(currentTarget.value);
          if (next !== null) onDraft(next);
        }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save();
          if (event.key === 'Escape' && typed !== null) {
            event.stopPropagation();
            setTyped(null);
            onDraft(value);
          }
        }}
      />
      <p
        id={readingId}
        className={styles.reading}
        data-warns={(used !== null && used !== value) || undefined}
      >
        <span className={styles.swatch} style={{ background: `#${shown}` }} aria-hidden="true" />
        <span className={styles.readingText}>
          {used !== null && used !== value
            ? t(darkenedKey, { used: `#${used}`, ratio })
            : t('houseStyle:contrast', { ratio })}
        </span>
        {value !== null && !isReadOnly && (
          <Button size="compact-xs" variant="subtle" onClick={() => onSave(null)}>
            {t('houseStyle:builtIn')}
          </Button>
        )}
      </p>
    </div>
  );
}
