import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormat } from '#ui/format.ts';
import { goToSection } from '#ui/record-form/Section.tsx';

import styles from './ActorSheet.module.css';

export interface ContentsEntry {
  readonly anchor: string;
  readonly label: string;
  readonly count?: number;
  /** How many of them are late. */
  readonly late?: number;
}

/** What an actor's page holds, each part one click away; what is late shows at once. */
export function Contents({ entries }: { readonly entries: readonly ContentsEntry[] }) {
  const { t } = useTranslation('actors');
  const format = useFormat();
  const place = useRef<HTMLElement>(null);
  function toTop(): void {
    place.current?.closest('[role="group"]')?.scrollTo({ top: 0 });
  }
  // Another record begins at its top, however far the last one was read.
  useEffect(toTop, []);
  return (
    <nav ref={place} className={styles.contents} aria-label={t('sheet.contents')}>
      <button type="button" className={styles.jump} onClick={toTop}>
        {t('sheet.identity')}
      </button>
      {entries.map(({ anchor, label, count, late }) => (
        <button
          key={anchor}
          type="button"
          className={styles.jump}
          onClick={() => {
            goToSection(anchor, place.current?.offsetHeight ?? 0);
          }}
        >
          {label}
          {count !== undefined && count > 0 && (
            <span className={styles.jumpCount}>{format.number(count)}</span>
          )}
          {late !== undefined && late > 0 && (
            <span className={styles.jumpLate}>{t('sheet.lateCount', { count: late })}</span>
          )}
        </button>
      ))}
    </nav>
  );
}
