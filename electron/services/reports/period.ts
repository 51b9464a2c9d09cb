const MONTHS = [
  ['janvier', 'january'],
  ['fevrier', 'february'],
  ['mars', 'march'],
  ['avril', 'april'],
  ['mai', 'may'],
  ['juin', 'june'],
  ['juillet', 'july'],
  ['aout', 'august'],
  ['septembre', 'september'],
  ['octobre', 'october'],
  ['novembre', 'november'],
  ['decembre', 'december'],
] as const;

const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
};

export interface Span {
  readonly fromOn: string;
  readonly toOn: string;
}

/** Whole months of one year as days, both ends included; months count from 1. */
function months(year: string, first: number, last: number): Span {
  const end = new Date(Date.UTC(Number(year), last, 0)).toISOString().slice(0, 10);
  return { fromOn: `${year}-${String(first).padStart(2, '0')}-01`, toOn: end };
}

/**
 * Days that a period in words covers: « 1er semestre 2017 », « 2017-T3 », « 3e trimestre 2017 »,
 * « Septembre 2017 », « fin 2017 », « 2017 »; null where the words tell no year or are not known.
 */
export function spanOf(period: string): Span | null {
  const words = period
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\b(?:first|second|third|fourth)\b/g, (word) => ORDINALS[word] ?? word);
  const year = /(?<!\d)(\d{4})(?!\d)/.exec(words)?.[1];
  if (year === undefined) return null;
  const half = /([12])\s*(?:er|re|e|eme|nd|nde|st)?\s*(?:semestre|half)/.exec(words)?.[1];
  if (half !== undefined) return half === '1' ? months(year, 1, 6) : months(year, 7, 12);
  const quarter =
    /\b[tq]([1-4])\b/.exec(words)?.[1] ??
    /([1-4])\s*(?:er|re|e|eme|st|nd|rd|th)?\s*(?:trimestre|quarter)/.exec(words)?.[1];
  if (quarter !== undefined) return months(year, Number(quarter) * 3 - 2, Number(quarter) * 3);
  const month = MONTHS.findIndex((names) => names.some((name) => words.includes(name)));
  if (month >= 0) return months(year, month + 1, month + 1);
  if (/\bmi[- ]|\bmid[- ]/.test(words)) return months(year, 6, 6);
  if (/\bfin\b|\bend\b/.test(words)) return months(year, 12, 12);
  return months(year, 1, 12);
}
