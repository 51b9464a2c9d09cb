import {
  bullets,
  chart,
  column,
  item,
  keyFigure,
  keyFigures,
  link,
  paragraph,
  section,
  strong,
  table,
  trace,
} from '#documents/compose.ts';
import type { Section } from '#documents/model.ts';
import { actionTable, decisionTable } from '#documents/reports/meetings/outcomes.ts';
import { matrixSection } from '#documents/reports/meetings/meeting-pack.ts';
import { deliverableLine, eventLines, ifAny } from '#documents/reports/parts.ts';
import { methodSteps, selectionState } from '#documents/reports/selection-part.ts';
import { subGroupOverview } from '#documents/reports/sub-group-part.ts';
import { linesOf } from '#documents/reports/wording.ts';

import type { HeldMeeting, YearEvent } from './data.ts';
import type { ActivityMaking } from './making.ts';

export function subGroupsSection(make: ActivityMaking): Section {
  const { data, e } = make;
  return section(
    e('subGroups'),
    data.subGroupSheets.length === 0 ? [] : [subGroupOverview(data.subGroupSheets, make)],
    { key: 'subGroups', isRepeatable: true },
  );
}

/** Meetings held: when, of which body, who came, what came of it. */
export function meetingsSection(make: ActivityMaking): Section {
  const { data, e, words } = make;
  const { heldMeetings } = data;
  const attended = heldMeetings.filter(({ listed }) => listed > 0);
  const when = ({ heldOn, period }: HeldMeeting): string =>
    heldOn === null ? (period === null ? e('undated') : words.quarter(period)) : words.day(heldOn);
  return section(
    e('meetingsHeld'),
    heldMeetings.length === 0
      ? []
      : [
          table(
            [
              column(e('date'), { weight: 2 }),
              column(e('meeting'), { weight: 4 }),
              column(e('body'), { weight: 3 }),
              column(e('present'), { align: 'end', weight: 1.6 }),
              column(e('decisionCount'), { align: 'end', weight: 1.7 }),
              column(e('actionCount'), { align: 'end', weight: 1.5 }),
            ],
            heldMeetings.map((meeting) => [
              when(meeting),
              meeting.title,
              meeting.body,
              meeting.listed === 0 ? '–' : [trace(meeting.present.count, meeting.present.records)],
              String(meeting.decisions),
              String(meeting.actions),
            ]),
            { hasRowHeaders: false },
          ),
          ...(attended.length < 2
            ? []
            : [
                chart({
                  kind: 'bar',
                  title: e('attendance'),
                  categories: attended.map(when),
                  series: [
                    { name: e('present'), values: attended.map(({ present }) => present.count) },
                    {
                      name: e('represented'),
                      values: attended.map(({ represented }) => represented.count),
                    },
                    { name: e('excused'), values: attended.map(({ excused }) => excused.count) },
                  ],
                  unit: e('people'),
                  alt: e('attendanceAlt', {
                    list: attended
                      .map((meeting) => `${when(meeting)}, ${meeting.present.count}`)
                      .join('; '),
                  }),
                }),
              ]),
        ],
    { key: 'meetings', startsPage: true },
  );
}

export function outcomesSections(make: ActivityMaking): Section[] {
  const { data, e, paper } = make;
  const done = data.actions.filter(({ status }) => status === 'done').length;
  const late = data.actions.filter(({ isLate }) => isLate).length;
  return [
    ...ifAny(
      section(
        e('decisionsTaken'),
        data.decisions.length === 0 ? [] : [decisionTable(data.decisions, paper)],
        { key: 'decisions' },
      ),
    ),
    ...ifAny(
      section(
        e('actionsOfYear'),
        data.actions.length === 0
          ? []
          : [
              paragraph(e('actionState', { count: data.actions.length, done, late })),
              actionTable(data.actions, paper),
            ],
        { key: 'actions' },
      ),
    ),
  ];
}

export function deliverablesSection(make: ActivityMaking): Section {
  const { data, e, base, paper } = make;
  const list = data.deliverables.map((one) =>
    item(
      [strong(deliverableLine(base, one))],
      ...linesOf(one.description).map((line) => paragraph(line)),
      ...(one.address === null
        ? []
        : [paragraph(link(encodeURI(one.address), one.address), 'small')]),
    ),
  );
  const hasMatrix = data.matrix.some(({ cells }) =>
    cells.some(({ deliverables }) => deliverables.length > 0),
  );
  const matrix = matrixSection(data, paper);
  return section(e('deliverablesOfYear'), list.length === 0 ? [] : [bullets(...list)], {
    key: 'deliverables',
    sections: hasMatrix ? [{ ...matrix, key: 'deliverables.matrix' }] : [],
  });
}

function eventSection(
  { event, registered, attended, pitches, stands, b2bMeetings }: YearEvent,
  make: ActivityMaking,
): Section {
  const { base, e, data } = make;
  const figures = [
    ['registered', registered],
    ['attended', attended],
    ['pitches', pitches],
    ['stands', stands],
    ['b2bMeetings', b2bMeetings],
  ] as const;
  const cards = figures.flatMap(([key, { count, records }]) =>
    count === 0 ? [] : [keyFigure(count, e(`event.${key}`, { count }), { records })],
  );
  const stated = data.results
    .filter((result) => result.event?.id === event.id)
    .flatMap((result) => result.figures);
  const lines = eventLines(base, event, true);
  return section(
    event.theme === null ? event.name : `${event.name} – ${event.theme}`,
    [
      ...linesOf(event.description).map((line) => paragraph(line)),
      ...(lines.length === 0 ? [] : [bullets(...lines)]),
      ...(stated.length === 0
        ? []
        : [
            bullets(
              ...stated.map((figure) => [
                strong(figure.name),
                ' → ',
                ...base.tracer.figure(figure),
              ]),
            ),
          ]),
      ...(cards.length === 0 ? [] : [keyFigures(...cards)]),
    ],
    { key: `event.${event.id}` },
  );
}

export function eventsSection(make: ActivityMaking): Section {
  return section(make.e('events'), [], {
    key: 'events',
    sections: make.data.events.map((one) => eventSection(one, make)),
  });
}

export function selectionSection(make: ActivityMaking): Section {
  const { base, data, e } = make;
  return section(e('selection'), [], {
    key: 'selection',
    sections: data.calls.flatMap((call) =>
      ifAny(
        section(
          call.title,
          [
            ...(call.phases.length === 0 ? [] : [methodSteps(base, call)]),
            ...selectionState(base, call),
          ],
          { key: `selection.${call.id}` },
        ),
      ),
    ),
  });
}

export function activitiesSections(make: ActivityMaking): Section[] {
  const { base, data, e, words } = make;
  const flat = (all: typeof data.activities): typeof data.activities =>
    all.flatMap((one) => [one, ...flat(one.children)]);
  const activities = flat(data.activities).map(({ title, description, figures }) =>
    item(
      [strong(title)],
      ...figures.map((figure) => paragraph(['→ ', ...base.tracer.withParts(figure)])),
      ...linesOf(description).map((line) => paragraph(line)),
    ),
  );
  const agreements = data.agreements.map(({ name, purpose, parties }) =>
    item(
      [strong(name), ...(parties.length === 0 ? [] : [` (${words.list(parties)})`])],
      ...linesOf(purpose).map((line) => paragraph(line)),
    ),
  );
  return [
    ...ifAny(
      section(e('activities'), activities.length === 0 ? [] : [bullets(...activities)], {
        key: 'activities',
      }),
    ),
    ...ifAny(
      section(e('agreements'), agreements.length === 0 ? [] : [bullets(...agreements)], {
        key: 'agreements',
      }),
    ),
  ];
}
