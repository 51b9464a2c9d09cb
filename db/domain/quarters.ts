import { quarterOf } from './dates.ts';

const QUARTER = /^(\d{4})-T([1-4])$/;
/** Last day and month of each quarter. */
const ENDS = ['03-31', '06-30', '09-30', '12-31'] as const;
const STARTS = ['01-01', '04-01', '07-01', '10-01'] as const;

/** True for a quarter as the store writes it: `2017-T3`. */
export const isQuarter = (value: string): boolean => QUARTER.test(value);

function edgeOf(quarter: string, edges: readonly string[]): string {
  const match = QUARTER.exec(quarter);
  const edge = edges[Number(match?.[2]) - 1];
  if (match === null || edge === undefined) throw new TypeError(`no quarter: ${quarter}`);
  return `${match[1]}-${edge}`;
}

/** First day of a quarter, YYYY-MM-DD. @throws TypeError for what is no quarter */
export const quarterStart = (quarter: string): string => edgeOf(quarter, STARTS);

/** Last day of a quarter, YYYY-MM-DD. @throws TypeError for what is no quarter */
export const quarterEnd = (quarter: string): string => edgeOf(quarter, ENDS);

/** The quarter that lies so many quarters after this one (before it, when negative). */
export function quarterAfter(quarter: string, by: number): string {
  const index = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + by;
  const year = String(Math.floor(index / 4)).padStart(4, '0');
  return `${year}-T${(index % 4) + 1}`;
}

/** How many quarters lie between two, the later counted: 0 for the same one, negative backwards. */
export function quartersApart(from: string, to: string): number {
  const index = (quarter: string): number =>
    Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6));
  return index(to) - index(from);
}

/** The quarters that two days and all between them belong to, in order; none when reversed. */
export function quartersBetween(fromDay: string, toDay: string): string[] {
  const first = quarterOf(fromDay);
  const count = quartersApart(first, quarterOf(toDay)) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, step) => quarterAfter(first, step));
}
