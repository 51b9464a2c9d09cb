import { create } from 'zustand';

import type { CalendarKind } from '#contract/calendar.channels.ts';
import { calendarKinds } from '#contract/calendar.channels.ts';

export const views = ['year', 'agenda'] as const;
export type View = (typeof views)[number];

/** What the calendar shows; kept when a record is opened, so that one comes back to the same place. */
export interface CalendarState {
  /** Null for the year that is most of use: this one, or the nearest that has anything. */
  readonly year: number | null;
  readonly view: View;
  /** The day that the arrows move from. */
  readonly day: string | null;
  readonly kinds: readonly CalendarKind[];
  /** A sub-group, `group` for what is of the whole group, or null for everything. */
  readonly body: string | null;
  /** The group shown, where the store has several; null for the first. */
  readonly workingGroupId: string | null;
}

export const useCalendar = create<CalendarState>()(() => ({
  year: null,
  view: 'year',
  day: null,
  kinds: calendarKinds,
  body: null,
  workingGroupId: null,
}));
