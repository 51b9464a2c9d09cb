import classes from './Events.module.css';

export interface ChoicesProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T | null;
  readonly isReadOnly: boolean;
  readonly onChange: (value: T) => void;
}

/** A few states side by side, each one click or one key away. */
export function Choices<T extends string>(props: ChoicesProps<T>) {
  const { label, options, value, isReadOnly, onChange } = props;
  return (
    <div className={classes['choices']} role="group" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className={classes['choice']}
          aria-pressed={option.value === value}
          disabled={isReadOnly}
          onClick={() => {
            if (option.value !== value) onChange(option.value);
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
