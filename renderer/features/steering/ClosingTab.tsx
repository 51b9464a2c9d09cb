import { useTranslation } from 'react-i18next';

import { useBreadcrumb } from '#stores/navigation.store.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { CarryOver } from './CarryOver.tsx';
import { Checks } from './Checks.tsx';
import styles from './Closing.module.css';
import type { SteeringTabProps } from './steering-tabs.ts';
import { YearState } from './YearState.tsx';

/** The end of a year: what is left to do, its closing, and what goes on in the next one. */
export function ClosingTab({ groupId, year }: SteeringTabProps) {
  const { t } = useTranslation('steering');
  useBreadcrumb([{ label: t('tab.closing') }]);
  const isReadOnly = useSession(selectIsReadOnly);
  const at = { groupId, year };
  const { data: checklist, error } = useQuery('steering:checklist', at);
  const { data: candidates } = useQuery('steering:candidates', at);
  if (checklist === undefined) {
    return error === null ? <LateLoader label={t('loading')} /> : <RefusalNote error={error} />;
  }
  const isClosed = checklist.year.status === 'closed';
  const state = <YearState groupId={groupId} checklist={checklist} isReadOnly={isReadOnly} />;
  return (
    // Scrolls by keyboard too, also where nothing in it can be changed.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles['page']} tabIndex={0} role="group" aria-label={t('tab.closing')}>
      <div className={styles['columns']}>
        <div className={styles['left']}>
          {isClosed && state}
          <Checks checks={checklist.checks} year={year} isClosed={isClosed} />
          {!isClosed && state}
        </div>
        {candidates !== undefined && (
          <CarryOver groupId={groupId} candidates={candidates} isReadOnly={isReadOnly} />
        )}
      </div>
    </div>
  );
}
