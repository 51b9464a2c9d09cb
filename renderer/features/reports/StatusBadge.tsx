import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EditionStatus } from '#contract/edition.views.ts';

import classes from './Reports.module.css';

/** How far an edition has come. */
export function StatusBadge({ status }: { readonly status: EditionStatus }) {
  const { t } = useTranslation('reports');
  return (
    <Badge variant="light" tt="none" className={classes['status'] ?? ''} data-status={status}>
      {t(`status.${status}`)}
    </Badge>
  );
}
