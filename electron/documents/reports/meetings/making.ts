import type { DocumentMeta } from '#documents/model.ts';
import { wording } from '#documents/reports/wording.ts';
import type { Wording } from '#documents/reports/wording.ts';

import type { MeetingPaper } from './paper-data.ts';

type Params = Readonly<Record<string, string | number>>;

/** Gives the text of a key in the paper's language. */
export type PaperTranslate = (
  key: `${'meetingTexts' | 'reportTexts' | 'vocabulary'}:${string}`,
  params?: Params,
) => string;

export interface PaperOptions {
  readonly translate: PaperTranslate;
  readonly language: 'fr' | 'en';
}

/** What every part of a paper is made with. */
export interface PaperMaking {
  readonly words: Wording;
  /** A text of the papers, by its key within their file. */
  readonly t: (key: string, params?: Params) => string;
  /** The word of a choice: `actionItem.status.done`. */
  readonly choice: (key: string) => string;
}

export function paperMaking({ translate, language }: PaperOptions): PaperMaking {
  return {
    words: wording({ language, translate }),
    t: (key, params) => translate(`meetingTexts:${key}`, params),
    choice: (key) => translate(`vocabulary:choice.${key}`),
  };
}

/** « 14 h 30 », "14:30". */
export function timeText(time: string, { words, t }: PaperMaking): string {
  if (words.language === 'en') return time;
  const [hours, minutes] = [Number(time.slice(0, 2)), time.slice(3, 5)];
  return t(minutes === '00' ? 'hour' : 'hourMinutes', { hours, minutes });
}

/** « 9 mai 2017, de 14 h à 16 h 30 »; the period where no day is known; null when nothing is. */
export function whenText(
  { heldOn, period, startsAt, endsAt }: MeetingPaper['meeting'],
  make: PaperMaking,
): string | null {
  const { words, t } = make;
  if (heldOn === null) return period === null || period === '' ? null : words.quarter(period);
  const day = words.day(heldOn);
  if (startsAt === null) return day;
  const from = timeText(startsAt, make);
  return endsAt === null
    ? t('dayAt', { day, from })
    : t('dayFromTo', { day, from, to: timeText(endsAt, make) });
}

/** « 1 h 15 », « 45 min ». */
export function durationText(minutes: number, { t }: PaperMaking): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('lasting.minutes', { count: rest });
  return rest === 0
    ? t('lasting.hours', { hours })
    : t('lasting.hoursMinutes', { hours, minutes: String(rest).padStart(2, '0') });
}

export function paperMeta(
  make: PaperMaking,
  about: {
    readonly group: MeetingPaper['group'];
    readonly day: string;
    readonly title: string;
    readonly subtitle?: string;
    readonly kind: string;
  },
): DocumentMeta {
  const { words } = make;
  const group = words.t('group', { name: about.group.name });
  return {
    title: about.title,
    ...(about.subtitle === undefined ? {} : { subtitle: about.subtitle }),
    organisation: about.group.observatory ?? group,
    ...(about.group.observatory === null ? {} : { group }),
    date: about.day,
    language: words.language,
    kind: about.kind,
    subject: about.subtitle === undefined ? about.title : `${about.title} – ${about.subtitle}`,
  };
}

/** Facts that are known, label and value. */
export function known(
  ...facts: readonly (readonly [label: string, value: string | null])[]
): { readonly label: string; readonly value: string }[] {
  return facts.flatMap(([label, value]) =>
    value === null || value.trim() === '' ? [] : [{ label, value }],
  );
}

/** Where and when, by whom: what opens the papers of a meeting. */
export function meetingFacts(paper: MeetingPaper, make: PaperMaking) {
  const { t } = make;
  const { meeting } = paper;
  return known(
    [t('fact.when'), whenText(meeting, make)],
    [t('fact.place'), meeting.place],
    [t('fact.remote'), meeting.remoteLink],
    [t('fact.body'), paper.body.table === 'workingGroup' ? null : paper.body.name],
    [t('fact.chair'), paper.chairName],
    [t('fact.secretary'), paper.secretaryName],
  );
}
