import { useLocation } from 'wouter';

import type { SteeredGroup } from '#contract/steering.views.ts';
import { localToday } from '#ui/record-form/use-date-typing.ts';

const ROOT = '/steering';

/** What the address says: `/steering[/group]/year/tab/…`; the group only where there are several. */
export interface SteeringPlace {
  readonly group: SteeredGroup | null;
  readonly year: number;
  /** Years to choose from: those of the data, one before and one after, and the one looked at. */
  readonly years: readonly number[];
  readonly tab: string | null;
  go(to: { readonly groupId?: string; readonly year?: number; readonly tab?: string }): void;
}

const isYear = (part: string | undefined): part is string => /^\d{4}$/.test(part ?? '');

/** The last year that has begun: what people work on. */
function usualYear(years: readonly number[], thisYear: number): number {
  return years.findLast((year) => year <= thisYear) ?? years[0] ?? thisYear;
}

/** Where one is on the steering screen, and how to go elsewhere on it. */
export function useSteeringPlace(groups: readonly SteeredGroup[]): SteeringPlace {
  const [location, setLocation] = useLocation();
  const parts = location.slice(ROOT.length).split('/').filter(Boolean);
  const named = isYear(parts[0]) ? undefined : parts.shift();
  const group = groups.find(({ id }) => id === named) ?? groups[0] ?? null;
  const known = (group?.years ?? []).map(({ year }) => year);
  const [asked, tab] = parts;
  const year = isYear(asked) ? Number(asked) : usualYear(known, Number(localToday().slice(0, 4)));
  const [first, last] = [known[0] ?? year, known.at(-1) ?? year];
  return {
    group,
    year,
    years: [...new Set([first - 1, ...known, year, last + 1])].toSorted((a, b) => a - b),
    tab: tab ?? null,
    go: (to) => {
      const groupId = to.groupId ?? group?.id ?? '';
      const prefix = groups.length > 1 ? `${ROOT}/${groupId}` : ROOT;
      setLocation(`${prefix}/${to.year ?? year}/${to.tab ?? tab ?? 'objectives'}`);
    },
  };
}
