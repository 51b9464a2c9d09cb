import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

import type { HouseStyleView } from '#contract/house-style.channels.ts';
import type { StyleFileRole } from '#domain/house-style.ts';
import { useQuery } from '#stores/use-query.ts';

import styles from './HouseStyle.module.css';
import notes from './TemplateNotes.module.css';

/** Written in the template where the report is to stand. */
const MARK = '{{contenu}}';

interface TemplateNotesProps {
  readonly styleId: HouseStyleView['id'];
  readonly role: Exclude<StyleFileRole, 'logo'>;
}

/** What a kept template lacks, each with its place and what that leads to. */
export function TemplateNotes({ styleId, role }: TemplateNotesProps) {
  const { t } = useTranslation('templatesCheck');
  const { data: report, error } = useQuery('templates:check', { styleId, role });
  if (error !== null) {
    return (
      <p className={styles.fault} role="status">
        <IconAlertTriangle size="0.95rem" aria-hidden />
        <span>
          {error.message} {t('unusable')}
        </span>
      </p>
    );
  }
  if (report === undefined) return <p className={styles.quiet}>{t('reading')}</p>;
  if (report === null) return null;
  const { lacks, accent, textFont } = report;
  const serious = lacks.filter(({ isSerious }) => isSerious).length;
  return (
    <div className={notes.notes} role="status">
      <p className={styles.quiet}>
        {accent !== null && (
          <>
            <span className={styles.swatch} style={{ background: `#${accent}` }} aria-hidden />{' '}
            {t('accent', { color: accent })}
            {textFont === null ? '' : ' · '}
          </>
        )}
        {textFont !== null && t('fonts', { font: textFont })}
      </p>
      {lacks.length === 0 ? (
        <p className={notes.line}>
          <IconCircleCheck size="1rem" aria-hidden /> {t('complete')}
        </p>
      ) : (
        <details open={serious > 0}>
          <summary className={notes.summary}>{t('count', { count: lacks.length })}</summary>
          <ul className={notes.list}>
            {lacks.map(({ isSerious, place, what, consequence }) => (
              <li
                key={`${place} ${what}`}
                className={notes.line}
                data-serious={isSerious || undefined}
              >
                {isSerious ? (
                  <IconAlertTriangle size="1rem" role="img" aria-label={t('severity.warning')} />
                ) : (
                  <IconInfoCircle size="1rem" role="img" aria-label={t('severity.info')} />
                )}
                <span>
                  <strong>{place}</strong> {what} <span className={notes.then}>{consequence}</span>
                </span>
              </li>
            ))}
          </ul>
          {role !== 'pptx' && <p className={styles.quiet}>{t('mark', { mark: MARK })}</p>}
        </details>
      )}
    </div>
  );
}
