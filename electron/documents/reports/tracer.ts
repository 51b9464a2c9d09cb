import { note, source, trace } from '#documents/compose.ts';
import type { Inline, RecordRef, SourceEntry } from '#documents/model.ts';
import { formatNumber } from '#documents/typography.ts';

import type { FigureData, ReportData } from './data.ts';
import type { Wording } from './wording.ts';

export type CountedRegister = 'applications' | 'meetings' | 'subGroups';

/** Writes figures so that each can be traced, and remembers the sources they came from. */
export interface Tracer {
  /** Id of the source of a figure in the annex; undefined when the figure has none. */
  readonly sourceOf: (figure: FigureData) => string | undefined;
  /** Id of a register among the sources, for figures counted from it. */
  readonly register: (name: CountedRegister, records: readonly RecordRef[]) => string;
  /** « 27 réponses », with what differs from the register in a note. */
  readonly figure: (figure: FigureData, unit?: string) => readonly (string | Inline)[];
  /** « 27 réponses, dont 17 … et 4 … ; reste non ventilé : 6 ». */
  readonly withParts: (figure: FigureData) => readonly (string | Inline)[];
  /** The breakdown alone: « dont 17 … et 4 … »; empty when there is none. */
  readonly parts: (figure: FigureData) => readonly (string | Inline)[];
  /** A text whose mentions of the figures are traced. */
  readonly quoting: (text: string, figures: readonly FigureData[]) => readonly (string | Inline)[];
  /** Sources used so far, in the order of their first use. */
  readonly sources: () => readonly SourceEntry[];
}

export function tracer(data: ReportData, words: Wording): Tracer {
  const { t, day, language } = words;
  const used = new Map<string, { readonly label: string; readonly records: RecordRef[] }>();
  const use = (id: string, label: string, records: readonly RecordRef[]): string => {
    const entry = used.get(id) ?? { label, records: [] };
    const known = new Set(entry.records.map((record) => record.id));
    entry.records.push(...records.filter((record) => !known.has(record.id)));
    used.set(id, entry);
    return id;
  };
  const sourceOf = (figure: FigureData): string | undefined => {
    const document = data.sources.find(({ id }) => id === figure.sourceId);
    if (document === undefined) return undefined;
    const { title, datedOn } = document;
    const label =
      datedOn === null
        ? t('source.document', { title })
        : t('source.documentOn', { title, date: day(datedOn) });
    return use(document.id, label, figure.records);
  };
  const register: Tracer['register'] = (name, records) =>
    use(`register-${name}`, t(`source.${name}`, { date: day(data.asOfOn) }), records);

  const differing = (figure: FigureData): readonly Inline[] =>
    figure.counted === null || figure.counted === figure.value || figure.isMinimum
      ? []
      : [
          note(
            t('figure.counted', {
              count: formatNumber(figure.counted, language),
              date: day(data.asOfOn),
            }),
          ),
        ];
  const traced = (figure: FigureData, unit?: string): Inline => {
    const origin = sourceOf(figure);
    const named = unit ?? figure.unit;
    return trace(figure.value, figure.records, {
      ...(named === null ? {} : { unit: named }),
      ...(origin === undefined ? {} : { source: origin }),
    });
  };
  const figure: Tracer['figure'] = (one, unit) => [
    ...(one.isMinimum ? [`${t('figure.atLeast')} `] : []),
    traced(one, unit),
    ...differing(one),
  ];

  const partInlines = (one: FigureData): readonly (string | Inline)[] =>
    one.parts.flatMap((part, index) => {
      const joint = index === 0 ? '' : index === one.parts.length - 1 ? ` ${and(words)} ` : ', ';
      const detail = part.detail === null ? '' : ` (${part.detail})`;
      return [joint, trace(part.value, part.records), ` ${part.title}${detail}`];
    });
  const remainder = (one: FigureData): string => {
    if (one.rest === 0) return '';
    const key = one.rest > 0 ? 'figure.rest' : 'figure.excess';
    return `${t('semicolon')} ${t(key)} ${formatNumber(Math.abs(one.rest), language)}`;
  };
  const parts: Tracer['parts'] = (one) =>
    one.parts.length === 0 ? [] : [`${t('figure.of')} `, ...partInlines(one), remainder(one)];

  return {
    sourceOf,
    register,
    figure,
    parts,
    withParts: (one) => [...figure(one), ...(one.parts.length === 0 ? [] : [' ', ...parts(one)])],
    quoting: (text, figures) => {
      for (const one of figures) {
        const said = [formatNumber(one.value, language), one.unit ?? ''].join(' ').trim();
        const at = text.indexOf(said);
        if (at >= 0) return [text.slice(0, at), traced(one), text.slice(at + said.length)];
      }
      return [text];
    },
    sources: () => [...used].map(([id, { label, records }]) => source(id, label, records)),
  };
}

/** The word that joins the last of several things in the language. */
const and = (words: Wording): string => words.list(['a', 'b']).slice(1, -1).trim();
