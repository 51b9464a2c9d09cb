/** A date as documents tell it: days, or the period where no day is known. */
export interface ReportDate {
  readonly table: string;
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  /** The time in words or the quarter; the days are then its bounds. */
  readonly period: string | null;
  readonly kind: 'meeting' | 'event' | 'milestone' | 'deliverable' | 'action' | 'call';
  /** Which date of a call it is. */
  readonly part: 'opens' | 'closes' | 'deadline' | null;
  readonly title: string;
  readonly detail: string | null;
}

/** Several dates told as one. */
export interface AlikeDates extends Omit<ReportDate, 'table' | 'id' | 'title' | 'kind'> {
  readonly count: number;
  readonly kind: 'deliverable';
}

/** As many as are told one by one. */
const FEW = 3;

/**
 * Deliverables that many bodies owe for one and the same quarter are told together, with the bodies
 * that owe them; everything else is told as it comes.
 */
export function gatherAlike(dates: readonly ReportDate[]): (ReportDate | AlikeDates)[] {
  const isAlike = ({ kind, period }: ReportDate): boolean =>
    kind === 'deliverable' && period !== null;
  const byPeriod = Map.groupBy(dates.filter(isAlike), ({ period }) => period);
  const told = new Set<string | null>();
  return dates.flatMap((date): (ReportDate | AlikeDates)[] => {
    const alike = isAlike(date) ? (byPeriod.get(date.period) ?? []) : [];
    if (alike.length <= FEW) return [date];
    if (told.has(date.period)) return [];
    told.add(date.period);
    const bodies = [...new Set(alike.flatMap(({ detail }) => detail ?? []))];
    const { fromOn, toOn, period } = date;
    return [
      {
        fromOn,
        toOn,
        period,
        part: null,
        kind: 'deliverable',
        count: alike.length,
        detail: bodies.length === 0 ? null : bodies.join(' ; '),
      },
    ];
  });
}

/** The key of the words that tell a date: `milestone`, `callOpens`, `deliverables` for several. */
export function dateKey(date: ReportDate | AlikeDates): string {
  if ('count' in date) return 'deliverables';
  const { kind, part } = date;
  return part === null ? kind : `call${part.charAt(0).toUpperCase()}${part.slice(1)}`;
}
