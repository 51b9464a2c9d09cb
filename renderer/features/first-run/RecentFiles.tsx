import { Title } from '@mantine/core';
import { IconFileDatabase } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import { useSession } from '#stores/session.store.ts';

import classes from './FirstRunScreen.module.css';

/** Files opened lately, with where they lie; those that are gone say so. */
export function RecentFiles() {
  const { t } = useTranslation('firstRun');
  const recent = useSession((state) => state.app?.recent);
  const open = useSession((state) => state.open);
  if (recent === undefined || recent.length === 0) return null;
  return (
    <section aria-labelledby="recent-files">
      <Title order={2} size="h3" id="recent-files" mb="xs">
        {t('firstRun:recent')}
      </Title>
      <ul className={classes['recent']}>
        {recent.map(({ path, fileName, isPresent }) => (
          <li key={path}>
            <button
              type="button"
              className={classes['file']}
              disabled={!isPresent}
              onClick={() => void open({ kind: 'recent', path, readOnly: false })}
            >
              <IconFileDatabase size={20} stroke={1.6} aria-hidden="true" />
              <span className={classes['fileName']}>{fileName}</span>
              <span className={classes['filePath']}>
                {isPresent ? path : t('firstRun:gone', { path })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
