import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconCircleOff,
  IconWorldCheck,
} from '@tabler/icons-react';

import type { DeliverableState } from '#domain/deliverable-state.ts';

/** The sign of each state: never told by colour alone. */
export const stateIcons: Readonly<Record<DeliverableState, Icon>> = {
  late: IconAlertTriangle,
  expected: IconClock,
  received: IconCheck,
  published: IconWorldCheck,
  abandoned: IconCircleOff,
};
