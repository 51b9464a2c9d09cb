import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconCheck,
  IconHistory,
  IconMinus,
  IconUserCheck,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import classes from './Import.module.css';
import type { Confidence } from './spec.ts';

const icons: Readonly<Record<Confidence | 'none', Icon>> = {
  remembered: IconHistory,
  exact: IconCheck,
  synonym: IconCheck,
  similar: IconAlertTriangle,
  values: IconAlertTriangle,
  chosen: IconUserCheck,
  none: IconMinus,
};

/** How sure it is that two columns are the same: in words, so that doubtful ones are looked at. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence | null }) {
  const { t } = useTranslation();
  const kind = confidence ?? 'none';
  const IconOf = icons[kind];
  return (
    <span className={classes['confidence']} data-kind={kind}>
      <IconOf size={16} stroke={2} aria-hidden="true" />
      {t(`exchange:columns.confidence.${kind}`)}
    </span>
  );
}
