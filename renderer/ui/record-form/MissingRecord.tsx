import { IconFileOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { EmptyScreen } from '#ui/EmptyScreen.tsx';

/** Stands where a record was that has been deleted meanwhile. */
export function MissingRecord() {
  const { t } = useTranslation('grid');
  return (
    <EmptyScreen icon={IconFileOff} title={t('panel.gone')} description={t('panel.goneHint')} />
  );
}
