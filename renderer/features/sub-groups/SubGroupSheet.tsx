import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { LinkedRecords } from '#ui/record-form/LinkedRecords.tsx';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { Sources } from '#ui/record-form/Sources.tsx';

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
    <>
      <RecordForm
        table="subGroup"
        id={id}
        record={sheet.record}
        port={recordPort}
        isReadOnly={isReadOnly}
      />
      <Succession subGroupId={id} mandates={sheet.mandates} day={day} isReadOnly={isReadOnly} />
      {sheet.linked.length > 0 && (
        <Section title={t('linked')}>
          <LinkedRecords linked={sheet.linked} port={recordPort} />
        </Section>
      )}
      <Section title={t('sources')}>
        {sheet.citations.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('noSource')}
          </Text>
        ) : (
          <Sources citations={sheet.citations} port={recordPort} />
        )}
      </Section>
      <RecordHistory table="subGroup" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}
