import { SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { StyleDraft } from '#contract/house-style.channels.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { withNonce } from '#ui/with-nonce.ts';

import styles from './HouseStyle.module.css';

interface StylePreviewProps {
  /** Null for the program's own look. */
  readonly id: string | null;
  /** What is typed and not saved. */
  readonly draft: StyleDraft;
}

/** Typing is not followed letter by letter. */
const PAUSE_MS = 180;

/** A specimen in a style, as a page and as slides, while the style is being changed. */
export function StylePreview({ id, draft }: StylePreviewProps) {
  const { t } = useTranslation('houseStyle');
  const [shown, setShown] = useState<'page' | 'slides'>('page');
  const [settled] = useDebouncedValue(draft, PAUSE_MS);
  const { data, error } = useQuery(
    'houseStyle:preview',
    { id, draft: settled },
    { keepPrevious: true },
  );
  const what = t(shown === 'page' ? 'previewPage' : 'previewSlides');
  const nonce = document.querySelector<HTMLElement>('[nonce]')?.nonce ?? '';
  return (
    <section className={styles.preview} aria-label={t('preview')}>
      <SegmentedControl
        size="xs"
        className={styles.previewChoice ?? ''}
        aria-label={t('preview')}
        value={shown}
        data={[
          { value: 'page', label: t('previewPage') },
          { value: 'slides', label: t('previewSlides') },
        ]}
        onChange={(value) => setShown(value === 'slides' ? 'slides' : 'page')}
      />
      {error !== null && <RefusalNote error={error} />}
      {data === undefined ? (
        error === null && <LateLoader label={t('preview')} />
      ) : (
        <iframe
          key={shown}
          className={styles.frame}
          title={t('previewOf', { what })}
          sandbox=""
          srcDoc={withNonce(data[shown], nonce)}
        />
      )}
    </section>
  );
}
