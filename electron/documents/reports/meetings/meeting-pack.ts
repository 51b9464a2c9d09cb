import {
  bullets,
  column,
  documentModel,
  item,
  keyFigure,
  keyFigures,
  paragraph,
  section,
  source,
  strong,
  table,
} from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { Block, DocumentModel, FlowBlock, Section } from '#documents/model.ts';
import { linesOf } from '#documents/reports/wording.ts';

import { agendaBlocks } from './agenda.ts';
import type { PaperMaking, PaperOptions } from './making.ts';
import { meetingFacts, paperMaking, paperMeta, whenText } from './making.ts';
import { actionState, actionTable, responsibleText, voteCell } from './outcomes.ts';
import type { MatrixRow, PackPaper, PaperAction, PaperSubGroup } from './paper-data.ts';
import { datesBlocks, deliveryText, milestoneTable } from './work.ts';

type Previous = NonNullable<PackPaper['previous']>;

/** What became of a decision: the actions it gave rise to, otherwise its own state. */
function became({ actions, status }: Previous['decisions'][number], make: PaperMaking): FlowInput {
  const state = make.choice(`decision.status.${status}`);
  if (actions.length === 0) return state;
  const line = (action: PaperAction): string =>
    [action.title, responsibleText(action), actionState(action, make)]
      .filter((part) => part !== '')
      .join(' – ');
  return { blocks: [paragraph(state), bullets(...actions.map(line))] };
}

function previousSections(paper: PackPaper, make: PaperMaking): Section[] {
  const { t, words } = make;
  const { previous, followed } = paper;
  if (previous === null && followed.length === 0) {
    return [section(t('pack.previous'), [paragraph(t('pack.noPrevious'))], { key: 'previous' })];
  }
  const opening: Block[] =
    previous === null
      ? []
      : [
          paragraph(
            [
              t('pack.previousMeeting', {
                title: previous.title,
                when: previous.heldOn === null ? t('dayUnknown') : words.day(previous.heldOn),
              }),
              ...(previous.minutesNumber === null
                ? []
                : [t('pack.previousMinutes', { number: previous.minutesNumber })]),
            ].join(' '),
          ),
        ];
  const decisions = previous?.decisions ?? [];
  return [
    section(t('pack.previous'), opening, {
      key: 'previous',
      startsPage: true,
      sections: [
        section(
          t('pack.decisions'),
          decisions.length === 0
            ? [paragraph(t('pack.noDecisions'))]
            : [
                table(
                  [
                    column(t('column.decision'), { weight: 4 }),
                    column(t('column.vote'), { weight: 2 }),
                    column(t('column.outcome'), { weight: 4 }),
                  ],
                  decisions.map((decision) => [
                    decision.title,
                    voteCell(decision, make),
                    became(decision, make),
                  ]),
                ),
              ],
          { key: 'previous.decisions' },
        ),
        ...(followed.length === 0
          ? []
          : [
              section(t('pack.followed'), [actionTable(followed, make)], {
                key: 'previous.followed',
              }),
            ]),
      ],
    }),
  ];
}

function subGroupSection(subGroup: PaperSubGroup, make: PaperMaking): Section {
  const { t, words } = make;
  const { rapporteurs, milestones, actions } = subGroup;
  const late = [...milestones, ...actions].filter(({ isLate }) => isLate).length;
  const facts: FlowBlock[] = [
    paragraph(
      rapporteurs.length === 0
        ? t('pack.noRapporteur')
        : t('pack.rapporteurs', { count: rapporteurs.length, names: words.list(rapporteurs) }),
    ),
    ...(late === 0 ? [] : [paragraph(strong(t('pack.late', { count: late })))]),
  ];
  return section(
    subGroup.name,
    [
      ...facts,
      ...(milestones.length === 0
        ? [paragraph(t('pack.noMilestones'))]
        : [milestoneTable(milestones, make)]),
      ...(actions.length === 0 ? [] : [actionTable(actions, make)]),
    ],
    { key: `subGroup.${subGroup.id}` },
  );
}

function matrixCell(cell: MatrixRow['cells'][number], make: PaperMaking): FlowInput {
  const { t, choice, words } = make;
  const { deliverables, rapporteurs } = cell;
  if (deliverables.length === 0) return '–';
  return {
    blocks: [
      bullets(
        ...deliverables.map((one) =>
          item([strong(choice(`deliverable.kind.${one.kind}`)), ` – ${deliveryText(one, make)}`]),
        ),
      ),
      ...(rapporteurs.length === 0
        ? []
        : [paragraph(t('pack.cellRapporteurs', { names: words.list(rapporteurs) }), 'small')]),
    ],
  };
}

/** Sub-groups × quarters: what each owes or gave. */
export function matrixSection(
  { matrix, quarters }: Pick<PackPaper, 'matrix' | 'quarters'>,
  make: PaperMaking,
): Section {
  const { t, words } = make;
  if (matrix.length === 0)
    return section(t('pack.matrix'), [paragraph(t('pack.noMatrix'))], { key: 'matrix' });
  const isEmpty = (index: number): boolean =>
    matrix.every(({ cells }) => (cells[index]?.deliverables.length ?? 0) === 0);
  return section(
    t('pack.matrix'),
    [
      table(
        [
          column(t('column.subGroup'), { weight: 1.6 }),
          ...quarters.map((quarter, index) =>
            column(words.quarter(quarter), { weight: isEmpty(index) ? 1 : 2.4 }),
          ),
        ],
        matrix.map(({ name, cells }) => [name, ...cells.map((cell) => matrixCell(cell, make))]),
      ),
    ],
    { key: 'matrix', startsPage: true },
  );
}

function figuresSection({ figures, day }: PackPaper, make: PaperMaking): Section {
  const { t, words } = make;
  if (figures.length === 0)
    return section(t('pack.figures'), [paragraph(t('pack.noFigures'))], { key: 'figures' });
  return section(
    t('pack.figures'),
    [
      keyFigures(
        ...figures.map((figure) =>
          keyFigure(
            figure.value,
            [
              figure.name,
              ...(figure.isMinimum ? [` (${words.t('figure.atLeast')})`] : []),
              ...(figure.asOfOn === day
                ? []
                : [`, ${words.t('figure.on', { date: words.day(figure.asOfOn) })}`]),
            ].join(''),
            {
              records: figure.records,
              ...(figure.unit === null ? {} : { unit: figure.unit }),
              ...(figure.source === null ? {} : { source: figure.source.id }),
            },
          ),
        ),
      ),
    ],
    { key: 'figures', slide: 'figures' },
  );
}

/** The file of a meeting: what it will talk about, and what one has to know for it. */
export function buildMeetingPack(paper: PackPaper, options: PaperOptions): DocumentModel {
  const make = paperMaking(options);
  const { t } = make;
  const { meeting } = paper;
  const when = whenText(meeting, make);
  const sources = Map.groupBy(
    paper.figures.flatMap(({ source: from, records }) => (from === null ? [] : { from, records })),
    ({ from }) => from.id,
  );
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: t('pack.title'),
      subtitle: meeting.title,
      kind: 'meetingPack',
    }),
    titlePage: {
      dateLabel: when ?? t('dayToCome'),
      facts: meetingFacts(paper, make).slice(when === null ? 0 : 1),
    },
    sections: [
      section(
        t('agenda.title'),
        [...linesOf(meeting.purpose).map((line) => paragraph(line)), ...agendaBlocks(paper, make)],
        { key: 'agenda', startsPage: true },
      ),
      ...previousSections(paper, make),
      section(
        t('pack.progress'),
        paper.subGroups.length === 0 ? [paragraph(t('pack.noSubGroups'))] : [],
        {
          key: 'progress',
          startsPage: true,
          sections: paper.subGroups.map((subGroup) => subGroupSection(subGroup, make)),
        },
      ),
      matrixSection(paper, make),
      figuresSection(paper, make),
      section(t('pack.nextDates'), [...datesBlocks(paper.nextDates, make)], { key: 'nextDates' }),
    ],
    sources: [...sources].map(([id, figures]) =>
      source(
        id,
        figures[0]?.from.title ?? '',
        figures.flatMap(({ records }) => records),
      ),
    ),
  });
}
