import { Button } from '@mantine/core';
import { IconClipboardText, IconFileImport, IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import classes from './Exchange.module.css';
import { PasteArea } from './PasteArea.tsx';
import { useBegin, usePasteAnywhere } from './use-begin.ts';

/** The way in: a file dropped or chosen, or a table pasted. Dropping works in the whole window. */
export function DropZone({ wantsPaste }: { readonly wantsPaste: boolean }) {
  const { t } = useTranslation();
  const { begin, pick } = useBegin();
  const [isPasting, setPasting] = useState(wantsPaste);
  usePasteAnywhere(begin);
  return (
    <section className={classes['zone']} aria-labelledby="exchange-import">
      <span className={classes['zoneIcon']}>
        <IconFileImport size={34} stroke={1.4} aria-hidden="true" />
      </span>
      <h2 id="exchange-import">{t('exchange:drop.title')}</h2>
      <p className={classes['lead']}>{t('exchange:drop.lead')}</p>
      <div className={classes['buttons']}>
        <Button
          size="md"
          leftSection={<IconFolderOpen size={19} aria-hidden="true" />}
          onClick={() => void pick()}
        >
          {t('exchange:drop.choose')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconClipboardText size={19} aria-hidden="true" />}
          aria-expanded={isPasting}
          onClick={() => setPasting(!isPasting)}
        >
          {t('exchange:paste.button')}
        </Button>
      </div>
      {isPasting ? <PasteArea onPaste={begin} onClose={() => setPasting(false)} /> : null}
      <p className={classes['quiet']}>
        {t('exchange:drop.formats')}
        <br />
        {t('exchange:drop.safe')}
      </p>
    </section>
  );
}
