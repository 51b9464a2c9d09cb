import type { Icon } from '@tabler/icons-react';
import {
  IconAddressBook,
  IconArrowsExchange,
  IconCalendarEvent,
  IconConfetti,
  IconFileTypography,
  IconFiles,
  IconFilter,
  IconHierarchy2,
  IconHistory,
  IconLayoutDashboard,
  IconSettings,
  IconTarget,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';

import { DashboardScreen } from '../features/dashboard/DashboardScreen.tsx';
import { lazyScreen } from './lazy-screen.tsx';

export type ScreenId =
  | 'dashboard'
  | 'actors'
  | 'sub-groups'
  | 'meetings'
  | 'deliverables'
  | 'selection'
  | 'events'
  | 'steering'
  | 'exchange'
  | 'reports'
  | 'journal'
  | 'settings';

export interface ScreenEntry {
  readonly id: ScreenId;
  /** Where it begins; everything below belongs to it. */
  readonly path: string;
  readonly icon: Icon;
  /** Letter that follows `g` to go there. */
  readonly letter: string;
  readonly screen: ComponentType;
}

const actors = lazyScreen(async () => (await import('./ActorsRoom.tsx')).ActorsRoom);
const subGroups = lazyScreen(
  async () => (await import('../features/sub-groups/SubGroupsScreen.tsx')).SubGroupsScreen,
);
const deliverables = lazyScreen(
  async () => (await import('../features/deliverables/DeliverablesScreen.tsx')).DeliverablesScreen,
);
const meetings = lazyScreen(async () => (await import('./MeetingsRoom.tsx')).MeetingsRoom);
const selection = lazyScreen(async () => (await import('./SelectionRoom.tsx')).SelectionRoom);
const events = lazyScreen(async () => (await import('./EventsRoom.tsx')).EventsRoom);
const steering = lazyScreen(async () => (await import('./SteeringRoom.tsx')).SteeringRoom);
const exchange = lazyScreen(
  async () => (await import('../features/exchange/ExchangeScreen.tsx')).ExchangeScreen,
);
const reports = lazyScreen(
  async () => (await import('../features/reports/ReportsScreen.tsx')).ReportsScreen,
);
const journal = lazyScreen(
  async () => (await import('../features/journal/JournalScreen.tsx')).JournalScreen,
);
const settings = lazyScreen(async () => (await import('./SettingsRoom.tsx')).SettingsRoom);
const record = lazyScreen(
  async () => (await import('../features/record/RecordScreen.tsx')).RecordScreen,
);

/** The screen of a record that has none of its own. */
export const RecordScreen = record.Screen;

/** What is fetched after the first paint: likeliest first. */
export const preloads: readonly (() => Promise<unknown>)[] = [
  actors.preload,
  subGroups.preload,
  meetings.preload,
  record.preload,
  deliverables.preload,
  selection.preload,
  events.preload,
  steering.preload,
  exchange.preload,
  journal.preload,
  reports.preload,
  settings.preload,
];

/** The screens that exist, in the order of the rail and of Ctrl+1…9. */
export const screens: readonly ScreenEntry[] = [
  { id: 'dashboard', path: '/', icon: IconLayoutDashboard, letter: 't', screen: DashboardScreen },
  { id: 'actors', path: '/actors', icon: IconAddressBook, letter: 'a', screen: actors.Screen },
  {
    id: 'sub-groups',
    path: '/sub-groups',
    icon: IconHierarchy2,
    letter: 's',
    screen: subGroups.Screen,
  },
  {
    id: 'meetings',
    path: '/meetings',
    icon: IconCalendarEvent,
    letter: 'm',
    screen: meetings.Screen,
  },
  {
    id: 'deliverables',
    path: '/deliverables',
    icon: IconFiles,
    letter: 'l',
    screen: deliverables.Screen,
  },
  {
    id: 'selection',
    path: '/selection',
    icon: IconFilter,
    letter: 'c',
    screen: selection.Screen,
  },
  { id: 'events', path: '/events', icon: IconConfetti, letter: 'v', screen: events.Screen },
  {
    id: 'steering',
    path: '/steering',
    icon: IconTarget,
    letter: 'o',
    screen: steering.Screen,
  },
  {
    id: 'exchange',
    path: '/exchange',
    icon: IconArrowsExchange,
    letter: 'e',
    screen: exchange.Screen,
  },
  {
    id: 'reports',
    path: '/reports',
    icon: IconFileTypography,
    letter: 'r',
    screen: reports.Screen,
  },
  { id: 'journal', path: '/journal', icon: IconHistory, letter: 'j', screen: journal.Screen },
  { id: 'settings', path: '/settings', icon: IconSettings, letter: 'p', screen: settings.Screen },
];

/** The screen that a path belongs to; undefined for a record that has no screen of its own. */
export function screenAt(path: string): ScreenEntry | undefined {
  return screens.find(({ path: start }) =>
    start === '/' ? path === '/' || path === '' : path === start || path.startsWith(`${start}/`),
  );
}
