import { IconInfoCircle } from '@tabler/icons-react';

import classes from './Import.module.css';

interface WarningsProps {
  readonly title: string;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
}

/** What there is to know, without anything being refused. */
export function Warnings({ title, warnings }: WarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <div className={classes['warnings']} role="group" aria-label={title}>
      <IconInfoCircle size={19} stroke={1.8} aria-hidden="true" />
      <ul>
        {warnings.map(({ code, message }) => (
          <li key={`${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </div>
  );
}
