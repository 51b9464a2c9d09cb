import { useEffect } from 'react';
import { create } from 'zustand';

import type { EntityName } from '#domain/registry.ts';

export interface Crumb {
  readonly label: string;
  /** Path of the crumb's screen; absent for the page one is on. */
  readonly path?: string;
}

interface NavigationState {
  /** What follows the screen's own name in the breadcrumb. */
  readonly crumbs: readonly Crumb[];
  readonly isRailCollapsed: boolean;
  toggleRail(): void;
}

const RAIL_KEY = 'rapporteur.rail';

function readRail(): boolean {
  return typeof localStorage !== 'undefined' && localStorage.getItem(RAIL_KEY) === 'collapsed';
}

export const useNavigation = create<NavigationState>()((set, get) => ({
  crumbs: [],
  isRailCollapsed: readRail(),
  toggleRail() {
    const isRailCollapsed = !get().isRailCollapsed;
    localStorage.setItem(RAIL_KEY, isRailCollapsed ? 'collapsed' : 'open');
    set({ isRailCollapsed });
  },
}));

/** Shows where the person is, below the current screen; undone when the caller leaves. */
export function useBreadcrumb(crumbs: readonly Crumb[]): void {
  const key = JSON.stringify(crumbs);
  useEffect(() => {
    useNavigation.setState({ crumbs });
    return () => useNavigation.setState({ crumbs: [] });
    // The key holds all of the crumbs' content.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key]);
}

/** Path of the place where a record is shown; every kind has one. */
export function recordPath(table: EntityName, id: string): string {
  switch (table) {
    case 'organisation':
      return `/actors/organisations/${id}`;
    case 'person':
      return `/actors/people/${id}`;
    case 'subGroup':
      return `/sub-groups/${id}`;
    case 'meeting':
      return `/meetings/${id}`;
    case 'event':
      return `/events/${id}`;
    case 'deliverable':
      return `/deliverables/list/${id}`;
    default:
      return `/records/${table}/${id}`;
  }
}
