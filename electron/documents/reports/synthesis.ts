import {
  bullets,
  comparison,
  definitions,
  documentModel,
  emphasis,
  item,
  keyFigures,
  link,
  paragraph,
  section,
  strong,
  trace,
} from '#documents/compose.ts';
import type { Block, DocumentModel, Inline, ListItem, Section } from '#documents/model.ts';
import { formatMonth } from '#documents/typography.ts';

import type { ActivityData, BarrierData, FigureData, ReportData } from './data.ts';
import type { BuildOptions, Making } from './parts.ts';
import {
  agenda,
  closing,
  deliverableLine,
  documentMeta,
  figureCard,
  ifAny,
  making,
  objectiveList,
  parent,
  subGroupTable,
  titleFacts,
} from './parts.ts';
import { methodSteps, selectionState } from './selection-part.ts';
import type { CountedRegister } from './tracer.ts';
import { highlight, linesOf, sentence } from './wording.ts';

function scope({ data, t }: Making): Section {
  const { scopeDefinition, scopeReference, mission } = data.group;
  const current = data.segments.filter(({ isLater }) => !isLater);
  const later = data.segments.filter(({ isLater }) => isLater);
  const blocks: Block[] = [
    ...linesOf(mission).map((line) => paragraph(line)),
    ...(scopeDefinition === null
      ? []
      : [
          definitions({
            term: t('synthesis.definition'),
            definition: t('quoted', { text: scopeDefinition }),
            ...(scopeReference === null ? {} : { source: scopeReference }),
          }),
        ]),
    ...(current.length === 0
      ? []
      : [
          paragraph(t('synthesis.segments', { count: current.length })),
          bullets(
            ...current.map(({ name, description }) => [
              strong(name),
              ...(description === null ? [] : [` (${description})`]),
            ]),
          ),
        ]),
    ...later.map(({ name, description }) =>
      paragraph(highlight(description ?? t('synthesis.laterSegment', { name }), name)),
    ),
  ];
  return section(t('synthesis.scope'), blocks, { key: 'aims.scope' });
}

/** Good practices that the objectives do not already tell in the same words. */
function goodPractices({ data, t, tracer }: Making): Section {
  const told = data.objectives
    .map(({ description }) => description ?? '')
    .join('\n')
    .toLowerCase();
  const others = data.goodPractices.filter(
    ({ description }) => description === null || !told.includes(description.toLowerCase()),
  );
  const entry = ({ title, description }: (typeof others)[number]): ListItem =>
    item(
      [strong(title)],
      ...linesOf(description).map((line) => paragraph(tracer.quoting(line, data.quotedFigures))),
    );
  return section(
    t('synthesis.goodPractices'),
    others.length === 0 ? [] : [bullets(...others.map(entry))],
    { key: 'aims.goodPractices' },
  );
}

const barrierItem = ({ t }: Making, { wording, quote }: BarrierData): ListItem =>
  item(quote === null ? wording : [wording, ' – ', emphasis(t('quoted', { text: quote }))]);

function findings(make: Making): Section {
  const { data, t, words } = make;
  const { buyers, companies } = data;
  const isEmpty = buyers.barriers.length + companies.barriers.length === 0;
  const side = (barriers: readonly BarrierData[]) =>
    barriers.length === 0
      ? t('nothing')
      : { blocks: [bullets(...barriers.map((barrier) => barrierItem(make, barrier)))] };
  return section(
    t('synthesis.findings'),
    isEmpty
      ? []
      : [
          comparison(
            { title: t('synthesis.buyers'), content: side(buyers.barriers) },
            { title: t('synthesis.companies'), content: side(companies.barriers) },
          ),
        ],
    {
      key: 'aims.findings',
      slide: 'twoColumns',
      speakerNotes: [
        t('notes.barriers', {
          date: words.day(data.asOfOn),
          buyers: buyers.barriers.length,
          companies: companies.barriers.length,
        }),
      ],
    },
  );
}

function strategy({ data, t }: Making): Section {
  const { group, axes } = data;
  return section(
    t('synthesis.strategy'),
    [
      ...(group.strategy === null
        ? []
        : [
            paragraph(
              [strong(`${t('synthesis.strategyAim')} `), sentence(lowerFirst(group.strategy))],
              'lead',
            ),
          ]),
      ...linesOf(group.strategyOrigin).map((line) => paragraph(line)),
      ...(axes.length === 0
        ? []
        : [paragraph(t('synthesis.axes', { count: axes.length })), bullets(...axes)]),
    ],
    { key: 'aims.strategy' },
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLocaleLowerCase() + text.slice(1);

/** « 3 réunions de GT organisées »: the value stated, otherwise what the register holds. */
function counted(
  make: Making,
  options: {
    readonly figure: FigureData | null;
    readonly register: CountedRegister;
    readonly ids: readonly { readonly id: string }[];
    readonly table: string;
    readonly key: string;
  },
): readonly (string | Inline)[] {
  const { figure, ids, register, table, key } = options;
  if (figure !== null) return make.tracer.figure(figure, make.t(key, { count: figure.value }));
  const records = ids.map(({ id }) => ({ table, id }));
  const source = make.tracer.register(register, records);
  return [trace(ids.length, records, { unit: make.t(key, { count: ids.length }), source })];
}

function organisation(make: Making): Section {
  const { data, t, words } = make;
  const dated = data.meetings.filter(({ moment }) => moment.period === null);
  const undated = Math.max(data.meetings.length, data.meetingFigure?.value ?? 0) - dated.length;
  const when = words.list([
    ...dated.map(({ moment }) => words.when(moment)),
    ...(undated > 0 && dated.length > 0 ? [t('meetings.undated', { count: undated })] : []),
  ]);
  const meetings =
    data.meetings.length === 0 && data.meetingFigure === null
      ? []
      : [
          [
            ...counted(make, {
              figure: data.meetingFigure,
              register: 'meetings',
              ids: data.meetings,
              table: 'meeting',
              key: 'meetings.held',
            }),
            when === '' ? '' : `${t('colon')} ${when}`,
          ],
        ];
  const subGroups =
    data.subGroups.length === 0
      ? []
      : [
          counted(make, {
            figure: data.subGroupFigure,
            register: 'subGroups',
            ids: data.subGroups,
            table: 'subGroup',
            key: 'subGroups.formed',
          }),
        ];
  const lines = [...meetings, ...subGroups];
  return section(
    t('synthesis.organisation'),
    [
      ...(lines.length === 0 ? [] : [bullets(...lines)]),
      ...(data.subGroups.length === 0 ? [] : [subGroupTable(make)]),
    ],
    {
      key: 'structure.organisation',
      isRepeatable: true,
      speakerNotes: [t('notes.subGroups', { date: words.day(data.asOfOn) })],
    },
  );
}

/** What is asked of the sub-groups; the same thing asked of several is said once, with its time. */
function subGroupTasks({ data, t, words }: Making): Section {
  const byText = new Map<string, Set<string>>();
  for (const { description, title, moment } of data.subGroupDeliverables) {
    const text = sentence(description ?? title);
    byText.set(text, (byText.get(text) ?? new Set()).add(words.when(moment)));
  }
  const times = new Set([...byText.values()].flatMap((each) => [...each]));
  const [only] = times;
  const isOneTime = times.size === 1 && only !== undefined && only !== '';
  const due = isOneTime ? [paragraph(t('deliverable.due', { when: only }), 'small')] : [];
  const aims = data.subGroupObjectives;
  if (aims.length === 0 && byText.size === 0) return section(t('synthesis.subGroupTasks'), []);
  return section(
    t('synthesis.subGroupTasks'),
    [
      comparison(
        {
          title: t('synthesis.subGroupAims'),
          content: aims.length === 0 ? t('nothing') : { blocks: [bullets(...aims)] },
        },
        {
          title: t('synthesis.subGroupDeliverables'),
          content:
            byText.size === 0 ? t('nothing') : { blocks: [bullets(...byText.keys()), ...due] },
        },
      ),
    ],
    { key: 'structure.tasks' },
  );
}

function deliverables(make: Making): Section {
  const { data, t } = make;
  return section(
    t('synthesis.deliverables'),
    data.deliverables.length === 0
      ? []
      : [
          bullets(
            ...data.deliverables.map((deliverable) =>
              item(
                [strong(deliverableLine(make, deliverable))],
                ...linesOf(deliverable.description).map((line) => paragraph(line)),
                ...(deliverable.address === null
                  ? []
                  : [
                      paragraph(link(encodeURI(deliverable.address), deliverable.address), 'small'),
                    ]),
              ),
            ),
          ),
        ],
    { key: 'progress.deliverables' },
  );
}

function activityItem(
  make: Making,
  { title, description, figures, children }: ActivityData,
): ListItem {
  return item(
    [strong(title)],
    ...figures.map((figure) => paragraph(['→ ', ...make.tracer.withParts(figure)])),
    ...linesOf(description).map((line) => paragraph(line)),
    ...(children.length === 0
      ? []
      : [bullets(...children.map((child) => activityItem(make, child)))]),
  );
}

const figuresOf = (activities: readonly ActivityData[]): readonly FigureData[] =>
  activities.flatMap(({ figures, children }) => [...figures, ...figuresOf(children)]);

function activities(make: Making): Section {
  const { data, t, words } = make;
  const figures = figuresOf(data.activities);
  return section(
    t('synthesis.activities'),
    data.activities.length === 0
      ? []
      : [
          ...(figures.length === 0
            ? []
            : [keyFigures(...figures.map((figure) => figureCard(make, figure)))]),
          bullets(...data.activities.map((activity) => activityItem(make, activity))),
        ],
    {
      key: 'progress.activities',
      speakerNotes: [t('notes.figures', { date: words.day(data.asOfOn) })],
    },
  );
}

function agreements({ data, t, words }: Making): Section {
  const entries = data.agreements.map(({ name, purpose, parties }) =>
    item(
      [strong(name), ...(parties.length === 0 ? [] : [` (${words.list(parties)})`])],
      ...linesOf(purpose).map((line) => paragraph(line)),
    ),
  );
  return section(t('synthesis.agreements'), entries.length === 0 ? [] : [bullets(...entries)], {
    key: 'progress.agreements',
  });
}

const selections = (make: Making): readonly Section[] =>
  make.data.calls.flatMap((call) => {
    const several = make.data.calls.length > 1;
    const title = make.t('synthesis.selection');
    const state = selectionState(make, call);
    const blocks = [...(call.phases.length === 0 ? [] : [methodSteps(make, call)]), ...state];
    return ifAny(
      section(several ? [title, ` – ${call.title}`] : title, blocks, {
        key: `selection.${call.id}`,
        speakerNotes: [
          make.t('notes.selection', { list: make.words.list(call.phases.map(({ name }) => name)) }),
        ],
      }),
    );
  });

/** The mid-year synthesis: aims, organisation, progress of the first half-year, outlook. */
export function buildSynthesis(data: ReportData, options: BuildOptions): DocumentModel {
  const make = making(data, options);
  const { t, words } = make;
  const { year } = data;
  const month = formatMonth(data.asOfOn, words.language);
  const prospects = agenda(make);
  const sections = [
    parent(
      t('synthesis.aims'),
      [
        ifAny(scope(make)),
        ifAny(
          section(
            t('synthesis.objectives'),
            data.objectives.length === 0 ? [] : [objectiveList(make, data.objectives)],
            { key: 'aims.objectives' },
          ),
        ),
        ifAny(goodPractices(make)),
        ifAny(findings(make)),
        ifAny(strategy(make)),
      ],
      t('synthesis.noObjectives', { year }),
      { key: 'aims' },
    ),
    parent(
      t('synthesis.structure'),
      [ifAny(organisation(make)), ifAny(subGroupTasks(make))],
      t('synthesis.noStructure'),
      { key: 'structure' },
    ),
    parent(
      t('synthesis.progress', { year }),
      [
        ifAny(deliverables(make)),
        ifAny(activities(make)),
        selections(make),
        ifAny(agreements(make)),
      ],
      t('synthesis.noWork', { year }),
      { key: 'progress' },
    ),
    section(
      t('synthesis.prospects', { year }),
      prospects.length === 0 ? [paragraph(t('synthesis.noProspects', { year }))] : prospects,
      { key: 'prospects', speakerNotes: prospects.length === 0 ? [] : [t('notes.prospects')] },
    ),
    ...closing(make),
  ];
  return documentModel({
    meta: documentMeta(
      make,
      t('synthesis.title', { year }),
      t('synthesis.subject', { date: words.day(data.asOfOn) }),
    ),
    titlePage: {
      dateLabel: month.charAt(0).toLocaleUpperCase() + month.slice(1),
      facts: titleFacts(make),
    },
    sections,
    sources: make.tracer.sources(),
  });
}
