import type { ChannelOutput } from '#contract/channels.ts';

import { ActorSheet } from './ActorSheet.tsx';
import { Affiliations } from './Affiliations.tsx';

export interface OrganisationSheetProps {
  readonly id: string;
  readonly sheet: NonNullable<ChannelOutput<'actors:organisation'>>;
  readonly isReadOnly: boolean;
}

/** Everything about an organisation: what it is, its people over time, what speaks of it. */
export function OrganisationSheet({ id, sheet, isReadOnly }: OrganisationSheetProps) {
  return (
    <ActorSheet table="organisation" id={id} sheet={sheet} isReadOnly={isReadOnly}>
      <Affiliations
        of={{ organisationId: id }}
        affiliations={sheet.affiliations}
        isReadOnly={isReadOnly}
      />
    </ActorSheet>
  );
}
