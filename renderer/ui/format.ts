import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { EntityName } from '#domain/registry.ts';

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export interface OperationReason {
  readonly key: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export interface Format {
  readonly language: 'fr' | 'en';
  number(value: number): string;
  /** A day (YYYY-MM-DD) in full: « 9 mai 2017 », « 1er juin 2017 ». */
  date(day: string): string;
  /** A day in figures, for dense lists: « 09/05/2017 ». */
  shortDate(day: string): string;
  /** An instant (ISO) in local time: « 9 mai 2017, 14:30 ». */
  dateTime(instant: string): string;
  /** A period of two days, either of which may be open. */
  period(fromOn: string | null, toOn: string | null): string;
  bytes(count: number): string;
  /** What an operation did, in the person's words. */
  reason(reason: OperationReason): string;
  /** What undoing or redoing an operation would act upon: for an undoing, what it undid. */
  deed(reason: OperationReason): string;
  /** Name of a kind of record, agreed with a count. */
  entity(table: EntityName, count?: number): string;
  /** The sentence of a refusal: what, where, what to do. */
  refusal(error: Refusal): string;
}

const LOCALES = { fr: 'fr-FR', en: 'en-GB' } as const;

function dayParts(day: string): Date {
  return new Date(`${day.slice(0, 10)}T00:00:00Z`);
}

/** Makes something when it is first asked for, once: formatters load a language's data. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

function formattersOf(locale: string) {
  return {
    numbers: once(() => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })),
    days: once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })),
    shortDays: once(
      () =>
        new Intl.DateTimeFormat(locale, {
          day: '2-digit',
          month: '2-digit',
          year: 'numeric',
          timeZone: 'UTC',
        }),
    ),
    instants: once(
      () =>
        new Intl.DateTimeFormat(locale, {
          day: 'numeric',
          month: 'short',
          year: 'numeric',
          hour: '2-digit',
          minute: '2-digit',
        }),
    ),
  };
}

const FORMATTERS = { fr: formattersOf(LOCALES.fr), en: formattersOf(LOCALES.en) } as const;

/** The same outside a component. */
export function makeFormat(language: 'fr' | 'en', t: TFunction): Format {
  const locale = LOCALES[language];
  const { numbers, days, shortDays, instants } = FORMATTERS[language];

  function date(day: string): string {
    const text = days().format(dayParts(day));
    return language === 'fr' ? text.replace(/^1 /, '1er ') : text;
  }

  const reason = ({ key, params }: OperationReason): string =>
    t(`vocabulary:reason.${key}`, { ...params });

  return {
    language,
    date,
    number: (value) => numbers().format(value),
    shortDate: (day) => shortDays().format(dayParts(day)),
    dateTime: (instant) => instants().format(new Date(instant)),
    period(fromOn, toOn) {
      if (fromOn !== null && toOn !== null) {
        return t('shell:period.both', { from: date(fromOn), to: date(toOn) });
      }
      if (fromOn !== null) return t('shell:period.since', { from: date(fromOn) });
      return toOn === null ? t('shell:period.open') : t('shell:period.until', { to: date(toOn) });
    },
    bytes(count) {
      const unit = count < 1e6 ? 'kilobyte' : 'megabyte';
      const value = count < 1e6 ? count / 1e3 : count / 1e6;
      return new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay: 'short' as const,
        maximumFractionDigits: value < 10 ? 1 : 0,
      }).format(value);
    },
    reason,
    deed(operation) {
      const of = operation.key === 'undo' ? operation.params?.['of'] : undefined;
      return of === undefined ? reason(operation) : t(`vocabulary:deed.${of}`);
    },
    entity: (table, count = 1) =>
      t(`vocabulary:entity.${table}.${Math.abs(count) >= 2 ? 'other' : 'one'}`),
    refusal: (error) =>
      error.message === '' ? t(`errors:${error.code}`, { ...error.details }) : error.message,
  };
}

/** Numbers, dates and set phrases in the person's language. */
export function useFormat(): Format {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'fr';
  return useMemo(() => makeFormat(language, t), [language, t]);
}
