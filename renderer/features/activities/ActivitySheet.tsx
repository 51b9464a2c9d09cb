import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';

import { ActivityFigures } from './ActivityFigures.tsx';
import { ActivityLinks } from './ActivityLinks.tsx';
import { Parties } from './Parties.tsx';

export interface ActivitySheetProps {
  readonly id: string;
  readonly groupId: string;
  readonly sheet: NonNullable<ChannelOutput<'activities:activity'>>;
  readonly isReadOnly: boolean;
}

/** An activity: what it was, with whom, its figures, what it served and what it led to. */
export function ActivitySheet(props: ActivitySheetProps) {
  const { id, sheet, isReadOnly } = props;
  const { t } = useTranslation('activities');
  return (
    <RecordSheet
      table="activity"
      id={id}
      sheet={sheet}
      port={recordPort}
      isReadOnly={isReadOnly}
      texts={{ linked: t('linked'), sources: t('sources'), noSource: t('noSource') }}
    >
      <Parties
        of={{ table: 'activityPartner', activityId: id }}
        title={t('activity.partners')}
        addLabel={t('activity.addPartner')}
        noneText={t('activity.noPartner')}
        parties={sheet.partners}
        isReadOnly={isReadOnly}
      />
      <ActivityFigures {...props} />
      <ActivityLinks {...props} table="objective" />
      <ActivityLinks {...props} table="result" />
    </RecordSheet>
  );
}
