import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface StyleTextProps {
  readonly label: string;
  readonly description?: string;
  readonly placeholder?: string;
  readonly value: string | null;
  readonly maxLength: number;
  readonly isRequired?: boolean;
  readonly isReadOnly: boolean;
  /** Why a text cannot be taken; null when it can. */
  readonly refuse?: (value: string) => string | null;
  /** Identifier of a list of what may be meant. */
  readonly list?: string;
  onDraft(value: string | null): void;
  onSave(value: string | null): void;
}

/** One line of a style, saved when it is left; empty is as the program has it. */
export function StyleText(props: StyleTextProps) {
  const { value, isRequired = false, isReadOnly, refuse, onDraft, onSave, ...shown } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const trimmed = (typed ?? '').trim();
  const refusal = typed === null || trimmed === '' ? null : (refuse?.(trimmed) ?? null);
  const save = (): void => {
    setTyped(null);
    const isRefused = typed === null || refusal !== null || (isRequired && trimmed === '');
    if (isRefused) onDraft(value);
    else if ((trimmed === '' ? null : trimmed) !== value) onSave(trimmed === '' ? null : trimmed);
  };
  return (
    <TextInput
      {...shown}
      value={typed ?? value ?? ''}
      required={isRequired}
      withAsterisk={false}
      disabled={isReadOnly}
      error={refusal}
      onChange={({ currentTarget }) => {
        const next = currentTarget.value;
        setTyped(next);
        const said = next.trim();
        if (said === '' && isRequired) return;
        if (said === '' || (refuse?.(said) ?? null) === null) onDraft(said === '' ? null : said);
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
  );
}
