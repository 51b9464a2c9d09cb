import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

interface InPlaceProps {
  readonly label: string;
  /** What is stored, as it is shown. */
  readonly text: string;
  readonly isReadOnly: boolean;
  readonly isFigure?: boolean;
  /** Whether it takes the keyboard when it appears. */
  readonly isFocused?: boolean;
  /** @throws an error whose message says why the text is refused */
  readonly onSave: (typed: string) => Promise<void>;
}

/** A text saved as it is left, by Enter or by going elsewhere; a refusal is said under it. */
export function InPlace(props: InPlaceProps) {
  const { label, text, isReadOnly, isFigure = false, isFocused = false, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (isFocused) input.current?.select();
  }, [isFocused]);

  async function save(): Promise<void> {
    if (typed === null) return;
    const wanted = typed.trim();
    if (wanted === text) {
      setTyped(null);
      setError(null);
      return;
    }
    try {
      await onSave(wanted);
      setTyped(null);
      setError(null);
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    }
  }

  return (
    <TextInput
      size="xs"
      ref={input}
      aria-label={label}
      value={typed ?? text}
      error={error}
      readOnly={isReadOnly}
      styles={isFigure ? { input: { textAlign: 'end' } } : {}}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') void save();
        if (event.key === 'Escape' && typed !== null) {
          event.preventDefault();
          event.stopPropagation();
          setTyped(null);
          setError(null);
        }
      }}
    />
  );
}
