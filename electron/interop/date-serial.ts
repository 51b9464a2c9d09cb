const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * First serial on which all spreadsheets agree (1 March 1900): before it Excel counts a
 * 29 February 1900 that never was, and before 1900 it knows no date at all.
 */
const FIRST_SAFE_SERIAL = 61;
const cache = new Map<string, number | null>();
const CACHE_LIMIT = 50_000;

function serialOf(ms: number): number | null {
  const serial = (ms - EPOCH_MS) / DAY_MS;
  return serial >= FIRST_SAFE_SERIAL ? serial : null;
}

function checkedUtc(year: number, month: number, day: number): number | null {
  const ms = Date.UTC(year, month - 1, day);
  const back = new Date(ms);
  const same =
    back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  return same ? ms : null;
}

function parseDate(text: string): number | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const ms = checkedUtc(Number(match[1]), Number(match[2]), Number(match[3]));
  return ms === null ? null : serialOf(ms);
}

/**
 * Days since 30 December 1899 of a `YYYY-MM-DD` date; null when it does not exist, is partial or
 * lies before 1 March 1900: such a date is to be written as text.
 */
export function dateSerial(text: string): number | null {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const serial = parseDate(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, serial);
  return serial;
}

/** Wall-clock form `YYYY-MM-DDTHH:MM:SS[.mmm]` of an ISO date-time, or null when it is none. */
export function wallClock(text: string): string | null {
  const match = DATE_TIME.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '00', fraction = '', zone] = match;
  if (checkedUtc(Number(year), Number(month), Number(day)) === null) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const millis = fraction.slice(0, 3).padEnd(3, '0');
  let ms = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}Z`);
  if (zone !== undefined) {
    const instant = new Date(
      `${year}-${month}-${day}T${hour}:${minute}:${second}.${millis}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`,
    );
    if (Number.isNaN(instant.getTime())) return null;
    ms = Date.UTC(
      instant.getFullYear(),
      instant.getMonth(),
      instant.getDate(),
      instant.getHours(),
      instant.getMinutes(),
      instant.getSeconds(),
      instant.getMilliseconds(),
    );
  }
  return new Date(ms).toISOString().replace(/(?:\.000)?Z$/, '');
}

/** Serial (days and fraction of a day) of a wall-clock text from `wallClock`, null before 1900. */
export function wallClockSerial(wall: string): number | null {
  return serialOf(Date.parse(`${wall}Z`));
}
