import {
  bullets,
  callout,
  chart,
  comparison,
  definitions,
  documentModel,
  item,
  keyFigures,
  link,
  numbered,
  paragraph,
  quote,
  section,
  strong,
} from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import { formatNumber } from '#documents/typography.ts';

import type { DeliverableData, ReportData, ResultData, SideData } from './data.ts';
import type { BuildOptions, Making } from './parts.ts';
import {
  agenda,
  closing,
  deliverableLine,
  documentMeta,
  eventLines,
  figureCard,
  ifAny,
  making,
  objectiveList,
  parent,
  personText,
  subGroupTable,
  titleFacts,
} from './parts.ts';
import { methodSteps, selectionState } from './selection-part.ts';
import { linesOf } from './wording.ts';

/** Values that moved during the year, date by date. */
function evolution({ data, t, words }: Making): readonly Block[] {
  const { language } = words;
  const moving = data.indicators.flatMap(({ name, figure }) =>
    figure !== null && figure.earlier.some(({ value }) => value !== figure.value)
      ? [
          {
            name,
            values: new Map([...figure.earlier, figure].map((one) => [one.asOfOn, one.value])),
          },
        ]
      : [],
  );
  if (moving.length === 0) return [];
  const days = [...new Set(moving.flatMap(({ values }) => [...values.keys()]))].toSorted();
  const entries = moving.map(({ name, values }) =>
    t('figure.evolutionEntry', {
      name,
      values: words.list(
        [...values].map(([date, value]) =>
          t('figure.evolutionValue', {
            value: formatNumber(value, language),
            date: words.day(date),
          }),
        ),
      ),
    }),
  );
  return [
    chart({
      kind: days.length > 4 ? 'line' : 'bar',
      title: t('figure.evolution', { year: data.year }),
      categories: days.map(words.day),
      series: moving.map(({ name, values }) => ({
        name,
        values: days.map((date) => values.get(date) ?? null),
      })),
      alt: t('figure.evolutionAlt', { list: entries.join('; ') }),
    }),
  ];
}

function indicators(make: Making): Section {
  const { data, t, words } = make;
  const { language } = words;
  const methods = new Set(data.indicators.flatMap(({ method }) => linesOf(method)));
  const cards = data.indicators.flatMap(({ figure }) => figure ?? []);
  const broken = cards.filter(({ parts }) => parts.length > 0);
  const unmeasured = data.indicators.filter(({ figure }) => figure === null);
  const aims = new Set(data.indicators.flatMap((indicator) => indicator.aims));
  const target = (value: number | null, on: string | null): string => {
    if (value === null) return '';
    const text = formatNumber(value, language);
    return on === null
      ? `, ${t('figure.target', { value: text })}`
      : `, ${t('figure.targetOn', { value: text, date: words.day(on) })}`;
  };
  const aimTitle = t('restitution.indicatorAim', { count: data.indicators.length });
  return section(
    t('restitution.indicators'),
    [
      ...[...methods].map((line) => paragraph(line)),
      ...(cards.length === 0
        ? []
        : [keyFigures(...cards.map((figure) => figureCard(make, figure)))]),
      ...(broken.length === 0
        ? []
        : [
            bullets(
              ...broken.map((figure) => [
                strong(figure.name),
                ' → ',
                ...make.tracer.withParts(figure),
              ]),
            ),
          ]),
      ...(unmeasured.length === 0
        ? []
        : [
            bullets(
              ...unmeasured.map(
                ({ name, target: value, targetOn }) =>
                  `${name} – ${t('figure.noValue')}${target(value, targetOn)}`,
              ),
            ),
          ]),
      ...(aims.size === 0 ? [] : [callout({ blocks: [numbered(...aims)] }, { title: aimTitle })]),
      ...evolution(make),
    ],
    {
      key: 'aims.indicators',
      speakerNotes: [t('notes.figures', { date: words.day(data.asOfOn) })],
    },
  );
}

/** A line that opens with an arrow is what the text leads to, and stands out. */
const resultText = (text: string | null): readonly Block[] =>
  linesOf(text).map((line) =>
    line.startsWith('→')
      ? callout(upperFirst(line.slice(1).trim()), { tone: 'success' })
      : paragraph(line),
  );

const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function deliverableFacts({ t }: Making, deliverable: DeliverableData): readonly Block[] {
  const { title, author, address } = deliverable;
  return [
    definitions(
      { term: t('deliverable.title'), definition: title },
      ...(author === null
        ? []
        : [{ term: t('deliverable.author'), definition: personText(author) }]),
      ...(address === null
        ? []
        : [{ term: t('deliverable.address'), definition: link(encodeURI(address), address) }]),
    ),
  ];
}

function selection(make: Making, eventId: string | null, isOwn: boolean): readonly Section[] {
  const { data, t } = make;
  const own = data.results.flatMap(({ event }) => event?.id ?? []);
  return data.calls
    .filter((call) =>
      isOwn ? call.eventId === eventId : call.eventId === null || !own.includes(call.eventId),
    )
    .flatMap((call) => {
      const state = selectionState(make, call);
      const blocks =
        state.length > 0 || call.phases.length === 0 ? state : [methodSteps(make, call)];
      return ifAny(section(t('restitution.selection'), blocks, { key: `selection.${call.id}` }));
    });
}

function resultSection(make: Making, result: ResultData): Section {
  const { data } = make;
  const { event, deliverable, figures, isAboutSubGroups } = result;
  const lines = event === null ? [] : eventLines(make, event, true);
  return section(
    result.title,
    [
      ...resultText(result.description),
      ...(figures.length === 0 || isAboutSubGroups
        ? []
        : [keyFigures(...figures.map((figure) => figureCard(make, figure)))]),
      ...(isAboutSubGroups && data.subGroups.length > 0 ? [subGroupTable(make)] : []),
      ...(lines.length === 0 ? [] : [bullets(...lines)]),
      ...(deliverable === null ? [] : deliverableFacts(make, deliverable)),
    ],
    {
      key: `result.${result.id}`,
      isRepeatable: isAboutSubGroups,
      sections: event === null ? [] : selection(make, event.id, true),
      speakerNotes: isAboutSubGroups
        ? [make.t('notes.subGroups', { date: make.words.day(data.asOfOn) })]
        : [],
    },
  );
}

/** What the register knows beyond the results that were stated. */
function furtherResults(make: Making): readonly (readonly Section[])[] {
  const { data, t } = make;
  const told = new Set(data.results.flatMap(({ deliverable }) => deliverable?.id ?? []));
  const others = data.deliverables.filter(({ id }) => !told.has(id));
  const hasSubGroups = data.results.some(({ isAboutSubGroups }) => isAboutSubGroups);
  return [
    hasSubGroups || data.subGroups.length === 0
      ? []
      : [
          section(t('restitution.subGroups'), [subGroupTable(make)], {
            key: 'results.subGroups',
            isRepeatable: true,
          }),
        ],
    selection(make, null, false),
    others.length === 0
      ? []
      : [
          section(
            t('restitution.deliverables'),
            [
              bullets(
                ...others.map((deliverable) =>
                  item(
                    [strong(deliverableLine(make, deliverable))],
                    ...linesOf(deliverable.description).map((line) => paragraph(line)),
                  ),
                ),
              ),
            ],
            { key: 'results.deliverables' },
          ),
        ],
  ];
}

function sideSection(make: Making, side: SideData, who: 'buyers' | 'companies'): Section {
  const { t } = make;
  const { barriers, levers } = side;
  const heard = t(who === 'buyers' ? 'restitution.quoteBuyer' : 'restitution.quoteCompany');
  const quotes = barriers.flatMap((barrier) => barrier.quote ?? []);
  const list = bullets(...barriers.map(({ wording }) => wording));
  const blocks: Block[] =
    barriers.length === 0 && levers.length === 0
      ? []
      : [
          comparison(
            {
              title: t('restitution.barrierList'),
              content: barriers.length === 0 ? t('nothing') : { blocks: [list] },
            },
            {
              title: t('restitution.levers'),
              content: levers.length === 0 ? t('nothing') : { blocks: [bullets(...levers)] },
            },
          ),
          ...quotes.map((words) => quote(t('quoted', { text: words }), heard)),
        ];
  return section(t(`restitution.${who}`), blocks, {
    key: `barriers.${who}`,
    speakerNotes: quotes.map((words) => t('notes.quote', { quote: words })),
  });
}

function remedies({ data, t }: Making): readonly Block[] {
  const next = data.year + 1;
  if (data.remedies.length === 0) return [paragraph(t('restitution.noRemedies', { next }))];
  return [
    paragraph(t('restitution.remediesIntro', { count: data.remedies.length })),
    numbered(
      ...data.remedies.map(({ title, description }) =>
        item(title, ...linesOf(description).map((line) => paragraph(line, 'small'))),
      ),
    ),
  ];
}

/** The annual restitution: objectives, results, barriers, remedies, objectives of the next year. */
export function buildRestitution(data: ReportData, options: BuildOptions): DocumentModel {
  const make = making(data, options);
  const { t } = make;
  const { year } = data;
  const next = year + 1;
  const nothingYet = t('restitution.noObjectives', { year });
  const planned = agenda(make);
  const sections = [
    parent(
      t('restitution.aims', { year }),
      [
        ifAny(
          section(
            t('restitution.objectives', { year }),
            data.objectives.length === 0 ? [] : [objectiveList(make, data.objectives)],
            { key: 'aims.objectives' },
          ),
        ),
        data.indicators.length === 0 ? [] : [indicators(make)],
      ],
      nothingYet,
      { key: 'aims' },
    ),
    parent(
      t('restitution.results'),
      [...data.results.map((result) => [resultSection(make, result)]), ...furtherResults(make)],
      t('restitution.noResults', { year }),
      { key: 'results' },
    ),
    parent(
      t('restitution.barriers', { year }),
      [
        ifAny(sideSection(make, data.buyers, 'buyers')),
        ifAny(sideSection(make, data.companies, 'companies')),
      ],
      t('restitution.noBarriers'),
      { key: 'barriers' },
    ),
    section(t('restitution.remedies', { next }), remedies(make), { key: 'remedies' }),
    section(
      t('restitution.nextObjectives', { next }),
      data.nextObjectives.length === 0
        ? [paragraph(t('restitution.noNextObjectives', { next }))]
        : [objectiveList(make, data.nextObjectives)],
      {
        key: 'nextObjectives',
        sections:
          planned.length === 0
            ? []
            : [
                section(t('restitution.agenda', { next }), planned, {
                  key: 'nextObjectives.agenda',
                }),
              ],
      },
    ),
    ...closing(make),
  ];
  return documentModel({
    meta: documentMeta(
      make,
      t('restitution.title', { year }),
      t('restitution.subject', { year, next }),
    ),
    titlePage: { dateLabel: t('restitution.dateLabel', { year }), facts: titleFacts(make) },
    sections,
    sources: make.tracer.sources(),
  });
}
