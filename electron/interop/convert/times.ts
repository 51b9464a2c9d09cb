import { cellKind, cellValue } from '#interop/import/sheet.ts';
import { readDate } from './dates.ts';
import { foldLetters } from './fold.ts';
import type { Converted, ConvertOptions, ConvertTarget, FilledCell } from './targets.ts';
import { accepted, noted, refused, shownDay } from './targets.ts';

const TIME =
  /^(?:(?:a|at) )?(\d{1,2})(?: ?(?:h|heures?|hours?) ?(\d{1,2})?(?: ?(?:mn|min|m))?|[:.](\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(?: ?([ap])\.?m\.?)?$/;
const MINUTES = 1440;

const two = (value: number): string => String(value).padStart(2, '0');

function clock(hours: number, minutes: number): string | null {
  return hours <= 23 && minutes <= 59 ? `${two(hours)}:${two(minutes)}` : null;
}

function hourOf(typed: number, half: string | undefined): number {
  if (half === undefined) return typed;
  if (typed < 1 || typed > 12) return Number.NaN;
  return (typed % 12) + (half === 'p' ? 12 : 0);
}

/** A spreadsheet keeps a time as the part of a day that has passed. */
function ofFraction(value: number, text: string): Converted {
  const minutes = value * MINUTES;
  const whole = Math.round(minutes);
  if (!(value >= 0 && whole < MINUTES && Math.abs(minutes - whole) <= 0.02)) {
    return refused('invalidTime', text);
  }
  return accepted(`${two(Math.floor(whole / 60))}:${two(whole % 60)}`);
}

/** A time of day as HH:MM, from « 14h30 », « 14 h », « 2:30 pm » or a spreadsheet's own time. */
export function readTime(
  text: string,
  cell: FilledCell,
  _target: ConvertTarget,
  { words }: ConvertOptions,
): Converted {
  const value = cellValue(cell);
  if (typeof value === 'number' && !Number.isInteger(value)) return ofFraction(value, text);
  const day = cellKind(cell) === 'date' ? text.indexOf('T') : -1;
  const folded = foldLetters(day < 0 ? text : text.slice(day + 1));
  const word = words.clockWords.get(folded);
  if (word !== undefined) return accepted(word);
  const match = TIME.exec(folded);
  if (match === null) return refused('invalidTime', text);
  const [, hour, minuteH, minute, second, half] = match;
  const time = clock(hourOf(Number(hour), half), Number(minuteH ?? minute ?? 0));
  if (time === null) return refused('invalidTime', text);
  if (Number(second ?? 0) > 59) return refused('invalidTime', text);
  if (Number(second ?? 0) > 0) return noted(time, 'secondsDropped', text, { time });
  const isBare = folded === hour;
  return isBare ? noted(time, 'wholeHour', text, { time }) : accepted(time);
}

const INSTANT =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/i;
const SPLIT = /^(.{6,}?)(?:,| [aà@-]| at)? (\d{1,2} ?[h:].*)$/i;

function instantOf(date: string, clockTime: string, zone: string | undefined): string | null {
  const offset = zone?.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') ?? '';
  const instant = new Date(`${date}T${clockTime}${offset}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/**
 * An instant in UTC. Without a zone the time is the one of this computer's clock, as exports write
 * it; a day alone begins at midnight.
 */
export function readDateTime(
  text: string,
  cell: FilledCell,
  target: ConvertTarget,
  options: ConvertOptions,
): Converted {
  const exact = INSTANT.exec(text);
  const split = exact === null ? SPLIT.exec(text) : null;
  const date = readDate(exact?.[1] ?? split?.[1] ?? text, cell, target, options);
  if (!date.ok || typeof date.value !== 'string') {
    return date.ok
      ? date
      : refused(date.problem === 'invalidDate' ? 'invalidDateTime' : date.problem, text);
  }
  let time = '00:00:00';
  if (exact !== null) {
    time = `${exact[2]}:${exact[3]}:${exact[4] ?? '00'}.${exact[5] ?? '0'}`;
  } else if (split !== null) {
    const read = readTime(split[2] ?? '', split[2] ?? '', target, options);
    if (!read.ok) return refused('invalidDateTime', text);
    time = `${String(read.value)}:00`;
  }
  const instant = instantOf(date.value, time, exact?.[6]);
  if (instant === null) return refused('invalidDateTime', text);
  return date.note === undefined || date.note === 'timeDropped'
    ? accepted(instant)
    : noted(instant, date.note, text, { day: shownDay(date.value) });
}
