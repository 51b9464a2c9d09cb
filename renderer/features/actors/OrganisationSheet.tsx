import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { recordPort } from '#stores/record-port.ts';
import { LinkedRecords } from '#ui/record-form/LinkedRecords.tsx';
import { RecordForm } from '#ui/record-form/RecordForm.tsx';
import { RecordHistory } from '#ui/record-form/RecordHistory.tsx';
import { Section } from '#ui/record-form/Section.tsx';
import { Sources } from '#ui/record-form/Sources.tsx';

import { Affiliations } from './Affiliations.tsx';
import { Aliases } from './Aliases.tsx';
import { Mandates } from './Mandates.tsx';

type Sheet = NonNullable<ChannelOutput<'actors:organisation'>>;

export interface OrganisationSheetProps {
  readonly id: string;
  readonly sheet: Sheet;
  readonly isReadOnly: boolean;
}

/** Everything about an organisation: what it is, its people over time, what speaks of it. */
export function OrganisationSheet({ id, sheet, isReadOnly }: OrganisationSheetProps) {
  const { t } = useTranslation('actors');
  return (
    <>
      <RecordForm
        table="organisation"
        id={id}
        record={sheet.record}
        port={recordPort}
        isReadOnly={isReadOnly}
      />
      <Affiliations
        of={{ organisationId: id }}
        affiliations={sheet.affiliations}
        isReadOnly={isReadOnly}
      />
      {sheet.mandates.length > 0 && (
        <Section title={t('sheet.mandates')} count={sheet.mandates.length}>
          <Mandates mandates={sheet.mandates} names="person" isReadOnly={isReadOnly} />
        </Section>
      )}
      <Aliases table="organisation" id={id} aliases={sheet.aliases} isReadOnly={isReadOnly} />
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
      <RecordHistory table="organisation" id={id} port={recordPort} isReadOnly={isReadOnly} />
    </>
  );
}
