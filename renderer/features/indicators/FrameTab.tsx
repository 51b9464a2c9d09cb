import { useTranslation } from 'react-i18next';

import { useBreadcrumb } from '#stores/navigation.store.ts';
import { recordPort } from '#stores/record-port.ts';
import { selectIsReadOnly, useSession } from '#stores/session.store.ts';
import { useQuery } from '#stores/use-query.ts';
import { LateLoader } from '#ui/LateLoader.tsx';
import { MissingRecord } from '#ui/record-form/MissingRecord.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { Sources } from '#ui/record-form/Sources.tsx';
import { RefusalNote } from '#ui/RefusalNote.tsx';

import { Axes } from './Axes.tsx';
import { Fields } from './Fields.tsx';
import styles from './Indicators.module.css';
import { Segments } from './Segments.tsx';

export interface FrameTabProps {
  readonly groupId: string;
  readonly year: number;
}

/** What a group deals with and how: its perimeter, its strategy and axes, its purchase segments. */
export function FrameTab({ groupId }: FrameTabProps) {
  const { t } = useTranslation('indicators');
  useBreadcrumb([{ label: t('steering:tab.frame') }]);
  const isReadOnly = useSession(selectIsReadOnly);
  const { data, error } = useQuery('indicators:frame', { groupId });
  if (error !== null) return <RefusalNote error={error} />;
  if (data === undefined) return <LateLoader label={t('frame.perimeter')} />;
  if (data === null) return <MissingRecord />;
  const of = { table: 'workingGroup', id: groupId, isReadOnly } as const;
  return (
    <div className={styles.tab}>
      <div className={styles.inner}>
        <h2 className="r-visually-hidden">{t('steering:tab.frame')}</h2>
        <div className={styles.firstSection}>
          <Section title={t('frame.perimeter')} anchor="perimeter">
            <Fields
              {...of}
              names={['scopeDefinition', 'scopeReference', 'mission']}
              wide={['scopeDefinition', 'scopeReference', 'mission']}
            />
            {data.citations.length > 0 && (
              <>
                <h4 className={styles.smallHeading}>{t('frame.sources')}</h4>
                <Sources citations={data.citations} port={recordPort} />
              </>
            )}
          </Section>
        </div>
        <Segments groupId={groupId} segments={data.segments} isReadOnly={isReadOnly} />
        <Section title={t('frame.strategy')} anchor="strategy">
          <Fields
            {...of}
            names={['strategy', 'strategyOrigin']}
            wide={['strategy', 'strategyOrigin']}
          />
        </Section>
        <Axes groupId={groupId} axes={data.axes} isReadOnly={isReadOnly} />
      </div>
    </div>
  );
}
