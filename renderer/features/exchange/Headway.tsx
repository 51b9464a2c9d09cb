import { Button, Loader, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { Progress as Headed } from '#api/store-door.ts';

import classes from './Import.module.css';

interface HeadwayProps {
  readonly label: string;
  /** How far it is, in words; empty while nothing is known. */
  readonly detail: string;
  readonly progress: Headed | null;
  readonly onStop: () => void;
}

/** Long work under way: what is being done, how far it is, and the means to stop it. */
export function Headway({ label, detail, progress, onStop }: HeadwayProps) {
  const { t } = useTranslation();
  const total = progress?.total ?? 0;
  const share = progress === null || total === 0 ? null : (100 * progress.done) / total;
  return (
    <div className={classes['headway']}>
      {share === null ? <Loader size={20} aria-hidden="true" /> : null}
      <div className={classes['headwayWords']}>
        <span role="status">{label}</span>
        {detail === '' ? null : <span className={classes['quiet']}>{detail}</span>}
        {share === null ? null : <Progress value={share} aria-label={label} mt={6} />}
      </div>
      <Button size="xs" variant="default" onClick={onStop}>
        {t('exchange:page.stop')}
      </Button>
    </div>
  );
}
