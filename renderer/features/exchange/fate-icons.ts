import type { Icon } from '@tabler/icons-react';
import {
  IconAlertTriangle,
  IconCircleMinus,
  IconCopy,
  IconEqual,
  IconPencil,
  IconPlus,
} from '@tabler/icons-react';

import type { Fate } from '#contract/import.channels.ts';

/** The picture of each fate; its name is always written beside it. */
export const fateIcons: Readonly<Record<Fate, Icon>> = {
  new: IconPlus,
  update: IconPencil,
  unchanged: IconEqual,
  duplicate: IconCopy,
  error: IconAlertTriangle,
  ignored: IconCircleMinus,
};
