import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { Section } from '#ui/record-form/Section.tsx';
import { TenureTimeline } from '#ui/record-form/TenureTimeline.tsx';
import { localToday } from '#ui/record-form/use-date-typing.ts';

import { ActorSheet } from './ActorSheet.tsx';
import { Affiliations } from './Affiliations.tsx';
import { PersonDataMenu } from './PersonDataMenu.tsx';

export interface PersonSheetProps {
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'actors:person'>>;
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

/** Everything about a person: functions and mandates over time, what speaks of them. */
export function PersonSheet({ id, sheet, day, isReadOnly }: PersonSheetProps) {
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
    <ActorSheet
      table="person"
      id={id}
      sheet={sheet}
      day={day}
      isReadOnly={isReadOnly}
      parts={[{ anchor: 'people', label: t('sheet.functions'), count: functions.length }]}
    >
      <PersonDataMenu id={id} record={sheet.record} />
      {hasDates && (
        <Section title={t('sheet.timeline')}>
          <TenureTimeline tenures={[...functions, ...roles]} day={day ?? localToday()} />
        </Section>
      )}
      <Affiliations
        of={{ personId: id }}
        affiliations={sheet.affiliations}
        day={day}
        isReadOnly={isReadOnly}
      />
    </ActorSheet>
  );
}
