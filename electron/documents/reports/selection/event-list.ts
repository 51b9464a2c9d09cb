import { emphasis, paragraph, section } from '#documents/compose.ts';
import type { Section } from '#documents/model.ts';

import type { EventListData, ListedApplication } from './data.ts';
import type { PaperColumn, SelectionMaking, SelectionOptions, SelectionPaper } from './making.ts';
import { applicationColumns, finished, selectionMaking, tableOr } from './making.ts';

type Part = 'pitches' | 'stands' | 'reserve';

const timeOf = (time: string | null, { t, language }: SelectionMaking): string => {
  if (time === null || language === 'en') return time ?? '';
  return t('time', { hours: Number(time.slice(0, 2)), minutes: time.slice(3, 5) });
};

/** Columns of each part: only those that say something. */
function columnsOf(part: Part, rows: readonly ListedApplication[], make: SelectionMaking) {
  const { t } = make;
  const has = (value: (row: ListedApplication) => string | number | null): boolean =>
    rows.some((row) => value(row) !== null);
  const optional = (
    isShown: boolean,
    column: PaperColumn,
    value: (row: ListedApplication) => string | number | null,
  ) => (isShown ? [{ column, value }] : []);
  const [number, organisation, title] = applicationColumns(make);
  const plain = [
    { column: number, value: (row: ListedApplication) => row.number },
    { column: organisation, value: (row: ListedApplication) => row.organisationName },
    { column: title, value: (row: ListedApplication) => row.title },
  ].flatMap(({ column, value }) => (column === undefined ? [] : [{ column, value }]));
  return [
    ...optional(
      part !== 'stands' && has(({ order }) => order),
      {
        key: 'order',
        label: t(part === 'pitches' ? 'column.order' : 'column.rank'),
        kind: 'integer',
        weight: 1.1,
      },
      ({ order }) => order,
    ),
    ...optional(
      part === 'pitches' && has(({ startsAt }) => startsAt),
      { key: 'time', label: t('column.time'), kind: 'text', weight: 1.5 },
      ({ startsAt }) => timeOf(startsAt, make),
    ),
    ...optional(
      part === 'stands' && has(({ standNumber }) => standNumber),
      { key: 'stand', label: t('column.stand'), kind: 'text', weight: 0.9 },
      ({ standNumber }) => standNumber,
    ),
    ...plain,
    ...optional(
      rows.some(({ segments }) => segments.length > 0),
      { key: 'segments', label: t('column.segments'), kind: 'text', weight: 2 },
      ({ segments }) => segments.join(', '),
    ),
    ...optional(
      part === 'stands' && has(({ place }) => place),
      { key: 'place', label: t('column.place'), kind: 'text', weight: 1.4 },
      ({ place }) => place,
    ),
    ...optional(
      has(({ contactName }) => contactName),
      { key: 'contact', label: t('column.contact'), kind: 'text', weight: 2 },
      ({ contactName }) => contactName,
    ),
  ];
}

/** One part of the list as a section. */
function partSection(part: Part, data: EventListData, make: SelectionMaking): Section {
  const { t } = make;
  const rows = data[part];
  const columns = columnsOf(part, rows, make);
  return section(
    t(`eventList.${part}`, { count: rows.length }),
    [
      tableOr(
        make,
        {
          key: part,
          name: t(`sheet.${part}`),
          columns: columns.map(({ column }) => column),
          rows: rows.map((row) => columns.map(({ value }) => value(row))),
        },
        t(`eventList.none.${part}`),
      ),
      ...(part === 'pitches' && rows.some(({ order }) => order === null)
        ? [paragraph(t('eventList.noOrder'), 'small')]
        : []),
    ],
    { key: `results.${part}` },
  );
}

/** Pitches, stands and the reserve list as sections of a document. */
export function eventListSections(data: EventListData, make: SelectionMaking): Section[] {
  const { t } = make;
  const all = [...data.pitches, ...data.stands, ...data.reserve];
  const remarks = [
    ...(all.some(({ isReleased }) => !isReleased)
      ? [paragraph(emphasis(t('eventList.provisional')), 'small')]
      : []),
    ...(data.strays.length > 0
      ? [paragraph(emphasis(t('eventList.strays', { list: data.strays.join(', ') })), 'small')]
      : []),
  ];
  return (['pitches', 'stands', 'reserve'] as const).map((part, index) => {
    const made = partSection(part, data, make);
    return index === 0 ? { ...made, blocks: [...made.blocks, ...remarks] } : made;
  });
}

/** Who comes to the event, and as what. */
export function buildEventList(data: EventListData, options: SelectionOptions): SelectionPaper {
  const make = selectionMaking(options);
  const { t, words } = make;
  const { event } = data;
  const when =
    event === null
      ? null
      : words.when({ fromOn: event.startsOn, toOn: event.endsOn, period: event.period });
  return finished(make, data.head, {
    kind: 'selectionEventList',
    title: t('eventList.title'),
    facts: [
      [t('fact.event'), event?.name ?? null],
      [t('fact.when'), when],
      [t('fact.place'), event?.place ?? null],
    ],
    sections: eventListSections(data, make),
  });
}
