import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { doWrite } from '../do-write.ts';
import classes from './Edition.module.css';

interface RenameFormProps {
  readonly id: string;
  readonly title: string;
  readonly onDone: () => void;
}

/** The edition's title, typed anew; Escape leaves it as it was. */
export function RenameForm({ id, title, onDone }: RenameFormProps) {
  const { t } = useTranslation('reports');
  const [typed, setTyped] = useState(title);
  return (
    <form
      className={classes['rename']}
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
        const wanted = typed.trim();
        if (wanted !== '' && wanted !== title) {
          void doWrite('editions:rename', { id, title: wanted });
        }
      }}
    >
      <TextInput
        size="xs"
        w="22rem"
        aria-label={t('new.name')}
        // The one thing to do here, asked for from the menu.
        data-autofocus
        ref={(input) => input?.focus()}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onDone();
        }}
      />
      <Button type="submit" size="compact-md">
        {t('renameDone')}
      </Button>
    </form>
  );
}
