import type { FactView } from '#contract/edition.views.ts';
import type { RecordRef } from '#documents/model.ts';
import type { PersonData } from '#documents/reports/data.ts';
import { personText } from '#documents/reports/parts.ts';
import type { Translate } from '#platform/translate.ts';
import { foldText } from '#sql/fold.ts';

/** What facts are worded with. */
export interface FactWords {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
}

export interface FactOptions {
  readonly records?: readonly RecordRef[];
  readonly unit?: string | null;
  readonly asOfOn?: string | null;
  readonly isMinimum?: boolean;
  readonly source?: string | null;
}

/** Collects the facts of an edition. Sections and labels are keys of `editions:facts`, or words. */
export interface FactList {
  readonly label: (key: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly choice: (key: string) => string;
  /** A text of the reports on a year. */
  readonly report: (key: string) => string;
  readonly figure: (key: string, label: string, value: number, options?: FactOptions) => void;
  readonly text: (key: string, label: string, value: string | null, options?: FactOptions) => void;
  readonly people: (
    key: string,
    label: string,
    people: readonly (PersonData | string)[],
    options?: FactOptions,
  ) => void;
  readonly date: (key: string, label: string, day: string | null, options?: FactOptions) => void;
  /** The section that the facts from here on belong to. */
  readonly in: (section: string) => void;
  readonly all: () => FactView[];
}

/** A part of a key made from words that have no identifier. */
export const keyOf = (words: string): string => foldText(words).replaceAll(/[^\p{L}\p{N}]+/gu, '-');

export function factList({ translate }: FactWords): FactList {
  const facts = new Map<string, FactView>();
  let section = '';
  const add = (
    kind: FactView['kind'],
    key: string,
    label: string,
    value: string | number,
    options: FactOptions = {},
  ): void => {
    const known = facts.get(key);
    // What is told twice in the same way is one fact.
    if (known !== undefined && known.value === value) return;
    let free = key;
    for (let count = 2; facts.has(free); count += 1) free = `${key}~${count}`;
    facts.set(free, {
      key: free,
      section,
      kind,
      label,
      value,
      unit: options.unit ?? null,
      asOfOn: options.asOfOn ?? null,
      isMinimum: options.isMinimum ?? false,
      records: (options.records ?? []).map(({ table, id }) => ({ table, id })),
      source: options.source ?? null,
    });
  };
  return {
    label: (key, params) => translate(`editions:facts.label.${key}`, params),
    choice: (key) => translate(`vocabulary:choice.${key}`),
    report: (key) => translate(`reportTexts:${key}`),
    in: (name) => void (section = translate(`editions:facts.section.${name}`)),
    figure: (key, label, value, options) => add('figure', key, label, value, options),
    text: (key, label, value, options) => {
      if (value !== null && value.trim() !== '') add('text', key, label, value.trim(), options);
    },
    people: (key, label, people, options) => {
      const named = people.map((one) => (typeof one === 'string' ? one : personText(one)));
      if (named.length > 0) add('person', key, label, named.join(', '), options);
    },
    date: (key, label, day, options) => {
      if (day !== null) add('date', key, label, day, options);
    },
    all: () => [...facts.values()],
  };
}
