import { Badge, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { EditionView } from '#contract/edition.views.ts';
import { useFormat } from '#ui/format.ts';

import classes from './Edition.module.css';

/** The files that were written of an edition. */
export function FilesPane({ edition }: { readonly edition: EditionView }) {
  const { t } = useTranslation('reports');
  const { dateTime, bytes } = useFormat();
  const { files } = edition;
  return (
    <>
      <h2 className={classes['paneTitle']}>{t('files.title')}</h2>
      {files.length === 0 && <Text size="sm">{t('files.none')}</Text>}
      <ul className={classes['files']}>
        {files.map((file) => (
          <li key={file.id}>
            <span className={classes['fileName']}>{file.fileName}</span>
            <span className={classes['factOrigin']}>
              {[
                t(`format.${file.format}`),
                bytes(file.bytes),
                dateTime(file.madeAt),
                ...(file.withSources ? [t('files.withSources')] : []),
              ].join(' · ')}
            </span>
            {file.isOutdated && (
              <Badge variant="light" tt="none" color="yellow" className={classes['outdated'] ?? ''}>
                {t('files.outdated')}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
