import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';

import type { EditionSummary } from '#contract/edition.views.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useFormat } from '#ui/format.ts';

import { editionPath, newEditionPath, reportPath } from './paths.ts';
import classes from './Reports.module.css';
import type { ReportEntry } from './ReportsScreen.tsx';
import { StatusBadge } from './StatusBadge.tsx';

interface ReportRailProps {
  readonly reports: readonly ReportEntry[];
  readonly editions: readonly EditionSummary[];
  readonly chosen: ReportEntry | null;
}

/** What was made, and what can be made. */
export function ReportRail({ reports, editions, chosen }: ReportRailProps) {
  const { t } = useTranslation('reports');
  const { shortDate } = useFormat();
  const isReadOnly = useSession(selectIsReadOnly);
  const hasGroups = new Set(reports.map(({ groupId }) => groupId)).size > 1;
  return (
    <div className={classes['list']}>
      {editions.length > 0 && (
        <nav aria-labelledby="reports-editions">
          <h2 id="reports-editions" className={classes['listTitle']}>
            {t('editions')}
          </h2>
          <ul>
            {editions.map((edition) => (
              <li key={edition.id}>
                <Link href={editionPath(edition.id)} className={classes['entry'] ?? ''}>
                  <span className={classes['entryName']}>{edition.title}</span>
                  <span className={classes['entryDetail']}>
                    {t(`kind.${edition.kind}`)} · {t('dataOn', { day: shortDate(edition.asOfOn) })}
                  </span>
                  <span className={classes['entryFoot']}>
                    <StatusBadge status={edition.status} />
                    {edition.files > 0 && (
                      <span className={classes['entryDetail']}>
                        {t('fileCount', { count: edition.files })}
                      </span>
                    )}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <nav aria-labelledby="reports-ready">
        <h2 id="reports-ready" className={classes['listTitle']}>
          {t('list')}
        </h2>
        <ul>
          {reports.map((entry) => (
            <li key={reportPath(entry)}>
              <Link
                href={reportPath(entry)}
                className={classes['entry'] ?? ''}
                aria-current={entry === chosen ? 'true' : undefined}
              >
                <span className={classes['entryName']}>
                  {t(`name.${entry.report}`, { year: entry.year })}
                </span>
                <span className={classes['entryDetail']}>
                  {hasGroups ? entry.groupName : t(`what.${entry.report}`)}
                </span>
              </Link>
            </li>
          ))}
          {!isReadOnly && (
            <li>
              <Link href={newEditionPath} className={classes['entry'] ?? ''}>
                <span className={classes['entryName']}>{t('others')}</span>
                <span className={classes['entryDetail']}>{t('othersWhat')}</span>
              </Link>
            </li>
          )}
        </ul>
      </nav>
    </div>
  );
}
