import {
  bullets,
  column,
  item,
  keyFigure,
  lineBreak,
  numbered,
  paragraph,
  section,
  strong,
  table,
  timeline,
} from '#documents/compose.ts';
import type {
  Block,
  DocumentMeta,
  Inline,
  ListBlock,
  Section,
  TableBlock,
  TitlePage,
} from '#documents/model.ts';

import type {
  DeliverableData,
  EventData,
  FigureData,
  MeetingData,
  ObjectiveData,
  PersonData,
  ReportData,
} from './data.ts';
import { dateKey, gatherAlike } from './dates.ts';
import type { Tracer } from './tracer.ts';
import { tracer } from './tracer.ts';
import type { ReportTranslate, Wording } from './wording.ts';
import { linesOf, sentence, wording } from './wording.ts';

export interface BuildOptions {
  readonly translate: ReportTranslate;
  readonly language: 'fr' | 'en';
}

/** What every part of a report is made with. */
export interface Making {
  readonly data: ReportData;
  readonly words: Wording;
  readonly tracer: Tracer;
  readonly t: Wording['t'];
}

export function making(data: ReportData, options: BuildOptions): Making {
  const words = wording(options);
  return { data, words, tracer: tracer(data, words), t: words.t };
}

/** « Jean-Marie PRUVOST (NFID) ». */
export const personText = ({ name, organisation }: PersonData): string =>
  organisation === null ? name : `${name} (${organisation})`;

export function documentMeta(make: Making, title: string, subject: string): DocumentMeta {
  const { data, t, words } = make;
  const group = t('group', { name: data.group.name });
  return {
    title,
    organisation: data.group.observatory ?? group,
    ...(data.group.observatory === null ? {} : { group }),
    date: data.asOfOn,
    language: words.language,
    kind: data.kind,
    subject,
  };
}

export function titleFacts(make: Making): TitlePage['facts'] {
  const { data, t, words } = make;
  return [
    { label: t('asOf'), value: words.day(data.asOfOn) },
    ...(data.group.leaders.length === 0
      ? []
      : [{ label: t('leaders'), value: words.list(data.group.leaders.map(personText)) }]),
  ];
}

/** A section when it has something to say. */
export const ifAny = (made: Section): readonly Section[] =>
  made.blocks.length > 0 || made.sections.length > 0 ? [made] : [];

/** Sub-sections that have something to say under their section, or the sentence that owns to nothing. */
export function parent(
  title: string,
  sections: readonly (readonly Section[])[],
  nothing: string,
  options: {
    readonly key?: string;
    readonly blocks?: readonly Block[];
    readonly startsPage?: boolean;
  } = {},
): Section {
  const { blocks = [], ...rest } = options;
  const children = sections.flat();
  const isEmpty = children.length === 0 && blocks.length === 0;
  return section(title, isEmpty ? [paragraph(nothing)] : blocks, { ...rest, sections: children });
}

/** Objectives as a list, each with its description and its own parts. */
export function objectiveList(make: Making, objectives: readonly ObjectiveData[]): ListBlock {
  const { data, tracer: trace } = make;
  const entry = ({ title, description, children }: ObjectiveData) =>
    item(
      description === null ? title : sentence(title),
      ...linesOf(description).map((line) => paragraph(trace.quoting(line, data.quotedFigures))),
      ...(children.length === 0 ? [] : [objectiveList(make, children)]),
    );
  return numbered(...objectives.map(entry));
}

export function subGroupTable(make: Making): TableBlock {
  const { data, t, words } = make;
  return table(
    [column(t('subGroups.name'), { weight: 3 }), column(t('subGroups.rapporteurs'), { weight: 2 })],
    data.subGroups.map(({ name, rapporteurs }) => [
      name,
      rapporteurs.length === 0
        ? t('subGroups.none')
        : rapporteurs.flatMap((person, index): readonly (string | Inline)[] => [
            ...(index === 0 ? [] : [lineBreak]),
            personText(person),
          ]),
    ]),
    { caption: t('subGroups.caption', { date: words.day(data.asOfOn) }) },
  );
}

/** A figure as a big number, its name below, with its day where that is not the report's. */
export function figureCard({ data, tracer: trace, t, words }: Making, figure: FigureData) {
  const origin = trace.sourceOf(figure);
  const day =
    figure.asOfOn === data.asOfOn ? '' : `, ${t('figure.on', { date: words.day(figure.asOfOn) })}`;
  return keyFigure(
    figure.value,
    `${figure.isMinimum ? `${t('figure.atLeast')} – ` : ''}${figure.name}${day}`,
    {
      records: figure.records,
      ...(figure.unit === null ? {} : { unit: figure.unit }),
      ...(origin === undefined ? {} : { source: origin }),
    },
  );
}

/** Runs of one line of text. */
type Line = readonly (string | Inline)[];

/** « Lieu : Euratechnologies » for what is known. */
const labelled = (t: Wording['t'], label: string, value: string | null): readonly Line[] =>
  value === null || value === '' ? [] : [[strong(t('label', { label: t(label) })), ` ${value}`]];

const meetingLine = (words: Wording, { title, moment, purpose, place }: MeetingData): string => {
  const head = [words.when(moment), title].filter((part) => part !== '').join(' – ');
  const where = place === null ? '' : ` (${place})`;
  return purpose === null ? `${head}${where}` : `${head}${where}: ${lowerFirst(purpose)}`;
};

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** What is known of an event, one line each. */
export function eventLines(
  { t, words }: Making,
  event: EventData,
  withDate: boolean,
): readonly Line[] {
  const { parent: holder } = event;
  const within =
    holder === null
      ? null
      : [
          holder.organiser === null
            ? holder.name
            : t('event.withinBy', { name: holder.name, organiser: holder.organiser }),
          words.when(holder.moment),
        ]
          .filter((part) => part !== '')
          .join(', ');
  return [
    ...(withDate ? labelled(t, 'event.date', words.when(event.moment)) : []),
    ...labelled(t, 'event.place', event.place),
    ...labelled(t, 'event.within', within),
    ...labelled(t, 'event.organiser', event.organiser),
    ...labelled(t, 'event.format', event.format),
    ...event.meetings.flatMap((meeting) =>
      labelled(t, 'event.meeting', meetingLine(words, meeting)),
    ),
  ];
}

const brokenLines = (lines: readonly Line[]): Line =>
  lines.flatMap((line, index) => (index === 0 ? line : [lineBreak, ...line]));

/** Meetings, events and deadlines to come, in their order; empty when none is planned. */
export function agenda(make: Making): readonly Block[] {
  const { data, t, words } = make;
  const entries = [
    ...data.plannedMeetings.map((meeting) => ({
      day: meeting.moment.fromOn,
      when: words.when(meeting.moment),
      title: meeting.title,
      lines: [
        ...(meeting.purpose === null ? [] : [[meeting.purpose]]),
        ...labelled(t, 'event.place', meeting.place),
      ],
    })),
    ...data.plannedEvents.map((event) => ({
      day: event.moment.fromOn,
      when: words.when(event.moment),
      title:
        event.theme === null ? event.name : `${event.name} – ${t('quoted', { text: event.theme })}`,
      lines: eventLines(make, event, false),
    })),
    ...gatherAlike(data.deadlines).map((date) => ({
      day: date.period === null ? date.fromOn : date.toOn,
      when: words.when(date),
      title:
        'count' in date
          ? t('date.deliverables', { count: date.count })
          : t(`date.${dateKey(date)}`, { title: date.title }),
      lines: date.detail === null ? [] : [[date.detail]],
    })),
  ].toSorted((a, b) => (a.day ?? '9999').localeCompare(b.day ?? '9999'));
  if (entries.length === 0) return [];
  return [
    timeline(
      ...entries.map(({ when, title, lines }) => ({
        when: when === '' ? t('period.undated') : when,
        title,
        ...(lines.length === 0 ? {} : { detail: brokenLines(lines) }),
      })),
    ),
  ];
}

export const deliverableLine = (
  { t, words }: Making,
  { description, title, subGroup, author }: DeliverableData,
): readonly (string | Inline)[] => {
  const mentions = [
    ...(author === null || (description ?? '').includes(author.name) ? [] : [personText(author)]),
    ...(subGroup === null || title.includes(subGroup)
      ? []
      : [t('deliverable.for', { name: subGroup })]),
  ];
  return mentions.length === 0 ? [title] : [title, ` – ${words.list(mentions)}`];
};

/** Whom to turn to: a section of text documents, and the last slide of presentations. */
export function closing({ data, t }: Making): Section[] {
  const people = data.contacts;
  const lines = bullets(
    ...people.map((person) =>
      person.email === null ? personText(person) : `${personText(person)} – ${person.email}`,
    ),
  );
  const blocks = people.length === 0 ? [] : [paragraph(t('contacts.intro')), lines];
  return [
    ...(people.length === 0
      ? []
      : [
          section(t('contacts.title'), blocks, {
            key: 'contacts',
            only: 'text',
            isNumbered: false,
          }),
        ]),
    section(t('contacts.thanks'), blocks, {
      key: 'thanks',
      slide: 'closing',
      only: 'slides',
      isNumbered: false,
    }),
  ];
}
