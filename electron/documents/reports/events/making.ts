import { column, documentModel, table } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import type { PaperCell, PaperTable } from '#documents/reports/selection/making.ts';
import { wording } from '#documents/reports/wording.ts';
import type { Wording } from '#documents/reports/wording.ts';
import { formatNumber } from '#documents/typography.ts';

import type { ScheduleLine } from './data.ts';

type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the document's language. */
export type EventTranslate = (
  key: `${'eventPapers' | 'reportTexts' | 'vocabulary'}:${string}`,
  params?: Params,
) => string;

export interface EventPaperOptions {
  readonly translate: EventTranslate;
  readonly language: 'fr' | 'en';
}

/** Whose event a document is about. */
export interface EventHead {
  readonly group: { readonly name: string; readonly observatory: string | null };
  readonly event: {
    readonly name: string;
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly period: string | null;
    readonly place: string | null;
  };
  /** Day of the document. */
  readonly day: string;
}

/** A document, and its tables for a spreadsheet. */
export interface EventPaper {
  readonly model: DocumentModel;
  readonly tables: readonly PaperTable[];
}

/** What every part of a document is made with. */
export interface EventMaking {
  readonly language: 'fr' | 'en';
  readonly words: Wording;
  /** A text of these documents, by its key among them. */
  readonly t: (key: string, params?: Params) => string;
  readonly choice: (key: string) => string;
}

export function eventMaking({ translate, language }: EventPaperOptions): EventMaking {
  return {
    language,
    words: wording({ language, translate }),
    t: (key, params) => translate(`eventPapers:paper.${key}`, params),
    choice: (key) => translate(`vocabulary:choice.${key}`),
  };
}

/** « 9 h 30 », "09:30"; the empty text when not known. */
export function timeText(time: string | null, { language, t }: EventMaking): string {
  if (time === null || time === '') return '';
  if (language === 'en') return time;
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  return t(minutes === '00' ? 'hour' : 'hourMinutes', { hours, minutes });
}

/** « 9 h – 9 h 30 ». */
export function spanText(
  { startsAt, endsAt }: { readonly startsAt: string | null; readonly endsAt: string | null },
  make: EventMaking,
): string {
  const [from, to] = [timeText(startsAt, make), timeText(endsAt, make)];
  return to === '' || to === from ? from : `${from} – ${to}`;
}

/** « Pitch : … », unless the title says so itself. */
export const kindTitle = (kind: string, title: string, { t }: EventMaking): string =>
  title.toLocaleLowerCase().startsWith(kind.toLocaleLowerCase())
    ? title
    : t('entryTitle', { kind, title });

/** Where a meeting takes place: the room, and the table or the stand in it. */
export function whereText(
  one: Pick<ScheduleLine, 'place' | 'standNumber' | 'tableNumber'>,
  { t }: EventMaking,
): string {
  const { place, standNumber, tableNumber } = one;
  const spot =
    tableNumber !== null
      ? t('tableNumber', { number: tableNumber })
      : standNumber !== null
        ? t('standNumber', { number: standNumber })
        : null;
  return [place, spot].filter((part) => part !== null && part !== '').join(', ');
}

const cellText = (cell: PaperCell | undefined, language: 'fr' | 'en'): string =>
  typeof cell === 'number' ? formatNumber(cell, language) : (cell ?? '');

/** A table of the document; columns in which no row says anything are left out. */
export function tableBlock(made: PaperTable, { language }: EventMaking): Block {
  const told = made.columns.flatMap((one, at) =>
    made.rows.some((row) => cellText(row[at], language) !== '') ? [{ one, at }] : [],
  );
  return table(
    told.map(({ one }) =>
      column(one.label, {
        weight: one.weight ?? 1,
        align: one.kind === 'integer' || one.kind === 'number' ? 'end' : 'start',
      }),
    ),
    made.rows.map((row) => told.map(({ at }) => cellText(row[at], language))),
    { hasRowHeaders: false },
  );
}

/** When the event takes place, in words; empty when nothing is known. */
export function whenText({ event }: EventHead, { words }: EventMaking): string {
  const { startsOn, endsOn, period } = event;
  return words.when({
    fromOn: startsOn,
    toOn: endsOn,
    period: startsOn === null ? period : null,
  });
}

/** The whole document with its head. */
export function finished(
  make: EventMaking,
  head: EventHead,
  about: {
    readonly kind: string;
    readonly title: string;
    readonly facts?: readonly (readonly [label: string, value: string | null])[];
    readonly sections: readonly Section[];
  },
): DocumentModel {
  const { words, language, t } = make;
  const { event, group } = head;
  const groupName = words.t('group', { name: group.name });
  const facts = [
    [t('fact.when'), whenText(head, make)] as const,
    [t('fact.place'), event.place] as const,
    ...(about.facts ?? []),
  ];
  return documentModel({
    meta: {
      title: about.title,
      subtitle: event.name,
      organisation: group.observatory ?? groupName,
      ...(group.observatory === null ? {} : { group: groupName }),
      date: head.day,
      language,
      kind: about.kind,
      subject: `${about.title} – ${event.name}`,
    },
    titlePage: {
      isCompact: true,
      dateLabel: t('asOf', { day: words.day(head.day) }),
      facts: facts.flatMap(([label, value]) =>
        value === null || value === '' ? [] : [{ label, value }],
      ),
    },
    numbering: 'none',
    hasContents: false,
    sections: about.sections,
  });
}
