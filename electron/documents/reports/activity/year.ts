import {
  bullets,
  chart,
  column,
  comparison,
  item,
  keyFigure,
  keyFigures,
  paragraph,
  section,
  strong,
  table,
  trace,
} from '#documents/compose.ts';
import type { Block, KeyFigure, Section } from '#documents/model.ts';
import { figureCard, ifAny, objectiveList } from '#documents/reports/parts.ts';
import { linesOf } from '#documents/reports/wording.ts';

import type { ActivityReportData, Tally } from './data.ts';
import type { ActivityMaking } from './making.ts';

/** What was delivered, over all bodies. */
const delivered = ({ matrix }: ActivityReportData): Tally => {
  const done = matrix
    .flatMap(({ cells }) => cells.flatMap(({ deliverables }) => deliverables))
    .filter(({ state }) => state !== 'expected' && state !== 'late');
  return { count: done.length, records: done.map(({ id }) => ({ table: 'deliverable', id })) };
};

const listed = (table: string, some: readonly { readonly id: string }[]): Tally => ({
  count: some.length,
  records: some.map(({ id }) => ({ table, id })),
});

/** The counts that open the report: what the registers hold of the year. */
export function countsOfYear(
  data: ActivityReportData,
): readonly (Tally & { readonly key: string })[] {
  const done = data.actions.filter(({ status }) => status === 'done');
  return [
    { key: 'meetings', ...listed('meeting', data.heldMeetings) },
    { key: 'decisions', ...listed('decision', data.decisions) },
    { key: 'actions', ...listed('actionItem', data.actions) },
    { key: 'actionsDone', ...listed('actionItem', done) },
    { key: 'deliverables', ...delivered(data) },
    {
      key: 'events',
      ...listed(
        'event',
        data.events.map(({ event }) => event),
      ),
    },
    {
      key: 'needs',
      count: sum(data.censuses.map(({ received }) => received.count)),
      records: data.censuses.flatMap(({ received }) => received.records),
    },
    { key: 'agreements', ...listed('agreement', data.agreements) },
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** The year in figures: indicators first, then what the registers count. */
export function figuresSection(make: ActivityMaking): Section {
  const { data, base, e, words } = make;
  const cards = data.indicators.flatMap(({ figure }) => figure ?? []);
  const counts: KeyFigure[] = countsOfYear(data)
    .filter(({ count }) => count > 0)
    .map(({ key, count, records }) => keyFigure(count, e(`count.${key}`, { count }), { records }));
  const broken = cards.filter(({ parts }) => parts.length > 0);
  return section(
    e('figures', { year: data.year }),
    [
      ...(cards.length === 0
        ? []
        : [keyFigures(...cards.map((figure) => figureCard(base, figure)))]),
      ...broken.map((figure) =>
        paragraph([strong(figure.name), ' → ', ...base.tracer.withParts(figure), '.']),
      ),
      ...(counts.length === 0
        ? [paragraph(e('noFigures'))]
        : [
            paragraph(e('registers', { date: words.day(data.asOfOn) }), 'lead'),
            keyFigures(...counts),
          ]),
    ],
    { key: 'figures', slide: 'figures' },
  );
}

/** Objectives of the year with where they stand and what came of them. */
export function objectivesSection(make: ActivityMaking): Section {
  const { data, e, choice, base } = make;
  const { outcomes, results } = data;
  const state = ({ judgement, status }: (typeof outcomes)[number]): string =>
    judgement === null
      ? choice(`objective.status.${status}`)
      : choice(`objective.judgement.${judgement}`);
  const told = results.map(({ title, description, figures }) =>
    item(
      [strong(title)],
      ...figures.map((figure) => paragraph(['→ ', ...base.tracer.withParts(figure)])),
      ...linesOf(description).map((line) => paragraph(line)),
    ),
  );
  return section(
    e('objectives', { year: data.year }),
    outcomes.length === 0
      ? [paragraph(e('noObjectives'))]
      : [
          table(
            [
              column(e('objective'), { weight: 4 }),
              column(e('state'), { weight: 1.6 }),
              column(e('results'), { weight: 3 }),
            ],
            outcomes.map((one) => [
              one.title,
              one.closingNote === null
                ? state(one)
                : { blocks: [paragraph(state(one)), paragraph(one.closingNote, 'small')] },
              one.results.length === 0
                ? e('noResult')
                : { blocks: [bullets(...one.results.map(({ title }) => title))] },
            ]),
          ),
        ],
    {
      key: 'objectives',
      startsPage: true,
      sections: ifAny(
        section(e('resultsOfYear'), told.length === 0 ? [] : [bullets(...told)], {
          key: 'objectives.results',
        }),
      ),
    },
  );
}

/** Each census: who was asked, who answered, what for, and what became of it. */
export function censusSection(make: ActivityMaking): Section {
  const { data, e, choice, words } = make;
  const kindName = (kind: string | null): string =>
    kind === null ? e('kindNotGiven') : choice(`need.buyerKind.${kind}`);
  const counted = (title: string, rows: readonly (Tally & { readonly name: string })[]): Block[] =>
    rows.length === 0
      ? []
      : [
          table(
            [column(title, { weight: 4 }), column(e('answers'), { align: 'end' })],
            rows.map(({ name, count, records }) => [name, [trace(count, records)]]),
          ),
        ];
  const parts = data.censuses.map((census) => {
    const when = words.when({ fromOn: census.opensOn, toOn: census.closesOn, period: null });
    const kinds = census.byKind.map(({ kind, ...one }) => ({ ...one, name: kindName(kind) }));
    const segments = census.bySegment.flatMap(({ name, ...one }) =>
      name === null ? [] : [{ ...one, name }],
    );
    const { received, asked } = census;
    return section(
      census.title,
      [
        paragraph([
          ...(when === '' ? [] : [`${when} – `]),
          trace(received.count, received.records),
          ` ${e('answersReceived', { count: received.count })}`,
          ...(asked.count === 0
            ? []
            : [
                ', ',
                trace(asked.count, asked.records),
                ` ${e('buyersAsked', { count: asked.count })}`,
              ]),
          '.',
        ]),
        ...(kinds.length < 2
          ? []
          : [
              chart({
                kind: 'horizontalBar',
                title: e('byKind'),
                categories: kinds.map(({ name }) => name),
                series: [{ name: e('answers'), values: kinds.map(({ count }) => count) }],
                alt: e('byKindAlt', {
                  list: kinds.map(({ name, count }) => `${name}, ${count}`).join('; '),
                }),
              }),
            ]),
        ...counted(e('buyerKind'), kinds),
        ...counted(e('segment'), segments),
        ...counted(
          e('matches'),
          census.matches.map(({ status, ...one }) => ({
            ...one,
            name: choice(`match.status.${status}`),
          })),
        ),
      ],
      { key: `census.${census.id}` },
    );
  });
  return section(e('census'), [], { key: 'census', sections: parts });
}

/** From barriers to remedies, side by side, then barrier by barrier. */
export function chainSection(make: ActivityMaking): Section {
  const { data, e, base } = make;
  const { buyers, companies } = data;
  const side = ({ barriers }: typeof buyers) =>
    barriers.length === 0
      ? base.t('nothing')
      : { blocks: [bullets(...barriers.map(({ wording }) => wording))] };
  const list = (titles: readonly string[]) =>
    titles.length === 0 ? '–' : { blocks: [bullets(...titles)] };
  const linked = data.chain.filter(({ levers, remedies }) => levers.length + remedies.length > 0);
  return section(
    e('chain'),
    buyers.barriers.length + companies.barriers.length === 0
      ? []
      : [
          comparison(
            { title: e('buyers'), content: side(buyers) },
            { title: e('companies'), content: side(companies) },
          ),
        ],
    {
      key: 'chain',
      startsPage: true,
      sections: ifAny(
        section(
          e('chainTable'),
          linked.length === 0
            ? []
            : [
                table(
                  [
                    column(e('barrier'), { weight: 3 }),
                    column(e('levers'), { weight: 2 }),
                    column(e('remedies'), { weight: 3 }),
                  ],
                  linked.map(({ wording, levers, remedies }) => [
                    wording,
                    list(levers),
                    list(remedies),
                  ]),
                ),
              ],
          { key: 'chain.table' },
        ),
      ),
    },
  );
}

/** What the group takes up next: objectives, remedies and dates. */
export function nextYearSection(make: ActivityMaking, agenda: readonly Block[]): Section {
  const { data, e, base } = make;
  const next = data.year + 1;
  const { nextObjectives, remedies } = data;
  return section(
    e('nextYear', { next }),
    nextObjectives.length + remedies.length + agenda.length === 0
      ? [paragraph(e('nothingNext', { next }))]
      : [],
    {
      key: 'nextYear',
      startsPage: true,
      sections: [
        ...ifAny(
          section(
            e('nextObjectives', { next }),
            nextObjectives.length === 0 ? [] : [objectiveList(base, nextObjectives)],
            { key: 'nextYear.objectives' },
          ),
        ),
        ...ifAny(
          section(
            e('nextRemedies', { next }),
            remedies.length === 0
              ? []
              : [
                  bullets(
                    ...remedies.map(({ title, description }) =>
                      item(title, ...linesOf(description).map((line) => paragraph(line, 'small'))),
                    ),
                  ),
                ],
            { key: 'nextYear.remedies' },
          ),
        ),
        ...ifAny(section(e('agenda', { next }), agenda, { key: 'nextYear.agenda' })),
      ],
    },
  );
}
