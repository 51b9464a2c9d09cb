import type { Cell, ColumnInfo } from '#contract/schemas.ts';
import type { Translator } from '#platform/translate.ts';

const locales = { fr: 'fr-FR', en: 'en-GB' } as const;

/** A day as people write it: 09/05/2017. What is not a day comes back unchanged. */
export function dayText(day: string, { language }: Translator): string {
  const date = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime())
    ? day
    : new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC' }).format(date);
}

/** An instant in the machine's own time. */
export function instantText(instant: string, { language }: Translator): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? instant
    : new Intl.DateTimeFormat(locales[language], {
        dateStyle: 'short',
        timeStyle: 'medium',
      }).format(date);
}

export function numberText(value: number, { language }: Translator): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: 6 }).format(value);
}

/** A cell of a register in words: choices named, dates and numbers as the language writes them. */
export function cellText(
  value: Cell,
  { kind, vocabulary, key }: Pick<ColumnInfo, 'kind' | 'vocabulary' | 'key'>,
  words: Translator,
): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return words.t(value ? 'cli:yes' : 'cli:no');
  if (kind === 'choice') return words.t(`vocabulary:choice.${vocabulary}.${value}`);
  if (kind === 'date') return dayText(String(value), words);
  if (kind === 'dateTime') return instantText(String(value), words);
  if (typeof value === 'number') {
    return key === 'year' ? String(value) : numberText(value, words);
  }
  return value;
}
