import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Exchange.module.css';
import type { ImportSource } from './import-state.ts';
import { carriedSource } from './sources.ts';

interface PasteAreaProps {
  readonly onPaste: (source: ImportSource) => void;
  readonly onClose: () => void;
}

/** A place that takes the keyboard, so that Ctrl+V is sure to land. */
export function PasteArea({ onPaste, onClose }: PasteAreaProps) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  return (
    <Textarea
      className={classes['paste'] ?? ''}
      label={t('exchange:paste.label')}
      description={t('exchange:paste.description')}
      placeholder={t('exchange:paste.placeholder')}
      value=""
      error={error}
      rows={2}
      data-autofocus
      ref={(area) => area?.focus()}
      onChange={() => undefined}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
      onPaste={(event) => {
        event.preventDefault();
        void carriedSource(event.clipboardData).then((source) => {
          if (source === null) setError(t('exchange:paste.empty'));
          else onPaste(source);
        });
      }}
    />
  );
}
