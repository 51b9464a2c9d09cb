import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import styles from './RecordForm.module.css';
import type { SaveState } from './use-auto-save.ts';

/** Beside a field's name: being saved, saved. */
export function SaveMark({ state }: { readonly state: SaveState }) {
  const { t } = useTranslation('grid');
  if (state !== 'saving' && state !== 'saved') return null;
  return (
    <span className={styles.saveMark} data-state={state} role="status">
      {state === 'saved' && <IconCheck size="0.85rem" aria-hidden />}
      {t(state === 'saved' ? 'form.saved' : 'form.saving')}
    </span>
  );
}
