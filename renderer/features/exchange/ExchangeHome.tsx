import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';

import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { Screen } from '#ui/Screen.tsx';

import { DropZone } from './DropZone.tsx';
import classes from './Exchange.module.css';
import { PastImports } from './PastImports.tsx';
import { pastePath } from './paths.ts';
import { RegisterExport } from './RegisterExport.tsx';
import { RegisterTemplates } from './RegisterTemplates.tsx';
import { UnderWay } from './UnderWay.tsx';

/** The screen's home: import, templates, exports, and the imports made so far. */
export function ExchangeHome() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const isReadOnly = useSession(selectIsReadOnly);
  return (
    <Screen title={t('exchange:title')} description={t('exchange:description')}>
      <div className={classes['home']}>
        <UnderWay />
        {isReadOnly ? (
          <p className={classes['note']}>{t('exchange:readOnly')}</p>
        ) : (
          <DropZone key={location} wantsPaste={location === pastePath} />
        )}
        <div className={classes['pair']}>
          <RegisterTemplates />
          <RegisterExport />
        </div>
        <PastImports />
      </div>
    </Screen>
  );
}
