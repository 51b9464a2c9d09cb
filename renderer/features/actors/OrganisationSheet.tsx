import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { ChannelOutput } from '#contract/channels.ts';
import { withSiren } from '#domain/siren.ts';
import { recordPort } from '#stores/record-port.ts';
import type { RecordPort } from '#ui/record-form/record-port.ts';

import { ActorSheet } from './ActorSheet.tsx';
import { Affiliations } from './Affiliations.tsx';
import { CommuneField } from './CommuneField.tsx';
import { Segments } from './Segments.tsx';
import { ParentPath, Units } from './Units.tsx';

export interface OrganisationSheetProps {
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'actors:organisation'>>;
  readonly day: string | null;
  readonly isReadOnly: boolean;
}

/** Everything about an organisation: what it is, where, its people over time, what it takes part in. */
export function OrganisationSheet({ id, sheet, day, isReadOnly }: OrganisationSheetProps) {
  const { t } = useTranslation('actors');
  const { record, affiliations, units } = sheet;
  const { siren } = record;
  // A SIRET brings its SIREN along, in the same operation.
  const port = useMemo<RecordPort>(
    () => ({
      ...recordPort,
      save: (table, recordId, patch) =>
        recordPort.save(table, recordId, recordId === id ? withSiren(patch, siren) : patch),
    }),
    [id, siren],
  );
  return (
    <ActorSheet
      table="organisation"
      id={id}
      sheet={sheet}
      day={day}
      isReadOnly={isReadOnly}
      port={port}
      special={{
        communeName: <CommuneField of={{ id, record, port }} isReadOnly={isReadOnly} />,
        communeCode: null,
        postalCode: null,
        departementCode: null,
        regionCode: null,
      }}
      head={<ParentPath parents={sheet.parents} />}
      parts={[
        { anchor: 'people', label: t('sheet.people'), count: affiliations.length },
        ...(units.length === 0
          ? []
          : [{ anchor: 'units', label: t('units.title'), count: units.length }]),
      ]}
    >
      <Segments organisationId={id} segments={sheet.segments} isReadOnly={isReadOnly} />
      <Affiliations
        of={{ organisationId: id }}
        affiliations={affiliations}
        day={day}
        isReadOnly={isReadOnly}
      />
      <Units organisationId={id} record={record} units={units} isReadOnly={isReadOnly} />
    </ActorSheet>
  );
}
