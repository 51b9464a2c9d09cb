import type { Icon } from '@tabler/icons-react';
import {
  IconAddressBook,
  IconFileTypography,
  IconHierarchy2,
  IconHistory,
  IconLayoutDashboard,
  IconSettings,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

import { ActorsScreen } from '../features/actors/ActorsScreen.tsx';
import { DashboardScreen } from '../features/dashboard/DashboardScreen.tsx';
import { JournalScreen } from '../features/journal/JournalScreen.tsx';
import { ReportsScreen } from '../features/reports/ReportsScreen.tsx';
import { SettingsScreen } from '../features/settings/SettingsScreen.tsx';
import { SubGroupsScreen } from '../features/sub-groups/SubGroupsScreen.tsx';

export type ScreenId = 'dashboard' | 'actors' | 'sub-groups' | 'reports' | 'journal' | 'settings';

export interface ScreenEntry {
  readonly id: ScreenId;
  /** Where it begins; everything below belongs to it. */
  readonly path: string;
  readonly icon: Icon;
  /** Letter that follows `g` to go there. */
  readonly letter: string;
  readonly screen: ComponentType;
}

/** The screens that exist, in the order of the rail and of Ctrl+1…6. */
export const screens: readonly ScreenEntry[] = [
  { id: 'dashboard', path: '/', icon: IconLayoutDashboard, letter: 't', screen: DashboardScreen },
  { id: 'actors', path: '/actors', icon: IconAddressBook, letter: 'a', screen: ActorsScreen },
  {
    id: 'sub-groups',
    path: '/sub-groups',
    icon: IconHierarchy2,
    letter: 's',
    screen: SubGroupsScreen,
  },
  { id: 'reports', path: '/reports', icon: IconFileTypography, letter: 'r', screen: ReportsScreen },
  { id: 'journal', path: '/journal', icon: IconHistory, letter: 'j', screen: JournalScreen },
  { id: 'settings', path: '/settings', icon: IconSettings, letter: 'p', screen: SettingsScreen },
];

/** The screen that a path belongs to; undefined for a record that has no screen of its own. */
export function screenAt(path: string): ScreenEntry | undefined {
  return screens.find(({ path: start }) =>
    start === '/' ? path === '/' || path === '' : path === start || path.startsWith(`${start}/`),
  );
}
