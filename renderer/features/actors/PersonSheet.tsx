import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { LinkedRecords } from '#ui/record-form/LinkedRecords.tsx';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { Sources } from '#ui/record-form/Sources.tsx';
import { TenureTimeline } from '#ui/record-form/TenureTimeline.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { Affiliations } from './Affiliations.tsx';
import { Aliases } from './Aliases.tsx';
import { Mandates } from './Mandates.tsx';

type Sheet = NonNullable<ChannelOutput<'actors:person'>>;

export interface PersonSheetProps {
  readonly id: string;
  readonly sheet: Sheet;
  readonly isReadOnly: boolean;
}

/** Everything about a person: functions and mandates over time, what speaks of them. */
export function PersonSheet({ id, sheet, isReadOnly }: PersonSheetProps) {
  const { t } = useTranslation('actors');
  const roles = sheet.mandates.map((mandate) => ({
    ...mandate,
    label: `${t(`vocabulary:choice.mandate.role.${mandate.role}`)} · ${mandate.bodyLabel}`,
  }));
  const functions = sheet.affiliations.map((affiliation) => ({
    ...affiliation,
    label: [affiliation.title, affiliation.organisationLabel].filter(Boolean).join(' · '),
  }));
  const hasDates = [...roles, ...functions].some(({ fromOn, toOn }) => fromOn ?? toOn);
  return (
    <>
      <RecordForm
        table="person"
        id={id}
        record={sheet.record}
        port={recordPort}
        isReadOnly={isReadOnly}
      />
      {hasDates && (
        <Section title={t('sheet.timeline')}>
          <TenureTimeline tenures={[...functions, ...roles]} day={localToday()} />
        </Section>
      )}
      <Affiliations
        of={{ personId: id }}
        affiliations={sheet.affiliations}
        isReadOnly={isReadOnly}
      />
      {sheet.mandates.length > 0 && (
        <Section title={t('sheet.mandates')} count={sheet.mandates.length}>
          <Mandates mandates={sheet.mandates} names="body" isReadOnly={isReadOnly} />
        </Section>
      )}
      <Aliases table="person" id={id} aliases={sheet.aliases} isReadOnly={isReadOnly} />
      {sheet.linked.length > 0 && (
        <Section title={t('sheet.linked')}>
          <LinkedRecords linked={sheet.linked} port={recordPort} />
        </Section>
      )}
      <Section title={t('sheet.sources')}>
        {sheet.citations.length === 0 ? (
          <Text size="sm" c="dimmed">
            {t('sheet.noSource')}
          </Text>
        ) : (
          <Sources citations={sheet.citations} port={recordPort} />
        )}
      </Section>
      <RecordHistory table="person" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}
