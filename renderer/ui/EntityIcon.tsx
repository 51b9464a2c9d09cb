import type { Icon } from '@tabler/icons-react';
import {
  IconBuildingCommunity,
  IconCalendarEvent,
  IconChartBar,
  IconChecklist,
  IconClipboardText,
  IconFileText,
  IconFlag,
  IconGavel,
  IconHierarchy2,
  IconLink,
  IconMessage2,
  IconPresentation,
  IconRoute,
  IconTarget,
  IconUser,
  IconUsersGroup,
} from '@tabler/icons-react';

import type { EntityName } from '#domain/registry.ts';

const icons: Partial<Record<EntityName, Icon>> = {
  organisation: IconBuildingCommunity,
  person: IconUser,
  affiliation: IconLink,
  mandate: IconUser,
  workingGroup: IconUsersGroup,
  subGroup: IconHierarchy2,
  strategicAxis: IconRoute,
  meeting: IconCalendarEvent,
  event: IconPresentation,
  decision: IconGavel,
  actionItem: IconChecklist,
  activity: IconChecklist,
  milestone: IconFlag,
  deliverable: IconFileText,
  sourceDocument: IconFileText,
  application: IconMessage2,
  need: IconMessage2,
  objective: IconTarget,
  indicator: IconChartBar,
  measurement: IconChartBar,
};

interface EntityIconProps {
  readonly table: EntityName;
  readonly size?: number;
}

/** The picture of a kind of record; decorative, its name is always written beside it. */
export function EntityIcon({ table, size = 18 }: EntityIconProps) {
  const IconOf = icons[table] ?? IconClipboardText;
  return <IconOf size={size} stroke={1.7} aria-hidden="true" />;
}
