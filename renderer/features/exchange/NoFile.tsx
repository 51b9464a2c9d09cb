import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { EmptyScreen } from '#ui/EmptyScreen.tsx';

import { pastePath } from './paths.ts';
import { useBegin } from './use-begin.ts';

/** The import page before there is anything to import. */
export function NoFile() {
  const { t } = useTranslation();
  const { pick } = useBegin();
  const isReadOnly = useSession(selectIsReadOnly);
  return (
    <EmptyScreen
      icon={IconFileImport}
      title={t('exchange:page.nothing')}
      description={t(isReadOnly ? 'exchange:readOnly' : 'exchange:page.nothingText')}
      actions={
        isReadOnly ? undefined : (
          <>
            <Button onClick={() => void pick()}>{t('exchange:drop.choose')}</Button>
            <Button variant="default" component={Link} href={pastePath}>
              {t('exchange:paste.button')}
            </Button>
          </>
        )
      }
    />
  );
}
