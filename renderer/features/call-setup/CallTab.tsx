import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useQuery } from '#stores/use-query.ts';
import { RefusalNote } from '#ui/RefusalNote.tsx';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';

import { About } from './About.tsx';
import { Phases } from './Phases.tsx';
import { Questions } from './Questions.tsx';
import { Reasons } from './Reasons.tsx';
import styles from './Setup.module.css';
import type { CallTabProps } from './tab.ts';

/** All that a call says of itself: dates, partners, questions, reasons to exclude, phases. */
export function CallTab({ callId, isReadOnly }: CallTabProps) {
  const { t } = useTranslation('callSetup');
  const { data: call, error } = useQuery('selection:call', { id: callId });
  if (error !== null) return <RefusalNote error={error} />;
  if (call === undefined) return null;
  if (call === null) return <MissingRecord />;
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <VisuallyHidden component="h2">{t('tab.call')}</VisuallyHidden>
        <About call={call} isReadOnly={isReadOnly} />
        <Questions call={call} isReadOnly={isReadOnly} />
        <Reasons call={call} isReadOnly={isReadOnly} />
        <Phases call={call} isReadOnly={isReadOnly} />
      </div>
    </div>
  );
}
