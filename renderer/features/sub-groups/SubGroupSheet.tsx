import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { RecordSheet } from '#ui/record-form/RecordSheet.tsx';
import { textOf } from '#ui/text-of.ts';

import { Roadmap } from './Roadmap.tsx';
import { Succession } from './Succession.tsx';

export interface SubGroupSheetProps {
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'subGroups:sheet'>>;
  /** Day chosen in the list, null for today. */
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

/** Everything about a sub-group: its mission, who carries it over time, what it owes. */
export function SubGroupSheet({ id, sheet, day, isReadOnly }: SubGroupSheetProps) {
  const { t } = useTranslation('subGroups');
  return (
    <RecordSheet
      table="subGroup"
      id={id}
      sheet={sheet}
      port={recordPort}
      isReadOnly={isReadOnly}
      texts={{ linked: t('linked'), sources: t('sources'), noSource: t('noSource') }}
    >
      <Succession subGroupId={id} mandates={sheet.mandates} day={day} isReadOnly={isReadOnly} />
      <Roadmap
        subGroupId={id}
        workingGroupId={textOf(sheet.record['workingGroupId'])}
        isReadOnly={isReadOnly}
      />
    </RecordSheet>
  );
}
