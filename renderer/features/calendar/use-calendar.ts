import type { CalendarDate, CalendarYear } from '#contract/calendar.channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { useQuery } from '#stores/use-query.ts';

import { useCalendar } from './calendar-state.ts';

export interface ShownCalendar {
  readonly year: number;
  /** Undefined until the first answer. */
  readonly calendar: CalendarYear | undefined;
  /** What the filters leave of it. */
  readonly dates: readonly CalendarDate[];
  readonly undated: CalendarYear['undated'];
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly workingGroupId: string | null;
  readonly error: ApiError | null;
}

/** The year shown: the one chosen, this one, or the nearest that has anything. */
function yearOf(chosen: number | null, thisYear: number, known: CalendarYear['known']): number {
  if (chosen !== null) return chosen;
  if (known === null || known === undefined) return thisYear;
  return Math.min(Math.max(thisYear, known.first), known.last);
}

/** The dates of the year shown, as the filters leave them. */
export function useShownCalendar(today: string): ShownCalendar {
  const { year: chosen, kinds, body, workingGroupId: chosenGroup } = useCalendar();
  const { data: groups = [] } = useQuery('records:options', {
    table: 'workingGroup',
    text: '',
    limit: 50,
  });
  // Of a single group, nothing need be said: its store has no other dates.
  const workingGroupId = groups.length > 1 ? (chosenGroup ?? groups[0]?.id ?? null) : null;
  const thisYear = Number(today.slice(0, 4));
  const { data: now } = useQuery('calendar:year', { year: thisYear, workingGroupId, today });
  const year = yearOf(chosen, thisYear, now?.known ?? null);
  const wanted = now === undefined && chosen === null ? null : { year, workingGroupId, today };
  const { data: calendar, error } = useQuery('calendar:year', wanted, { keepPrevious: true });
  const isShown = ({ kind, subGroupId }: Pick<CalendarDate, 'kind' | 'subGroupId'>): boolean =>
    kinds.includes(kind) && (body === null || (subGroupId ?? 'group') === body);
  return {
    year,
    calendar,
    dates: calendar?.dates.filter(isShown) ?? [],
    undated: calendar?.undated.filter(isShown) ?? [],
    groups,
    workingGroupId,
    error,
  };
}
