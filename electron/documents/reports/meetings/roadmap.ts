import { column, documentModel, paragraph, section, table } from '#documents/compose.ts';
import type { Block, DocumentModel, Section } from '#documents/model.ts';
import { linesOf } from '#documents/reports/wording.ts';

import type { PaperMaking, PaperOptions } from './making.ts';
import { known, paperMaking, paperMeta } from './making.ts';
import { actionTable } from './outcomes.ts';
import type { RoadmapPaper } from './paper-data.ts';
import { deliverableTable, milestoneTable } from './work.ts';

function framing(paper: RoadmapPaper, { t, words }: PaperMaking): Block[] {
  const said = (text: string | null): Block[] => linesOf(text).map((line) => paragraph(line));
  return [
    ...said(paper.mission),
    ...paper.roadmaps.flatMap(({ title, introduction, fromOn, toOn }) => [
      ...(fromOn === null && toOn === null
        ? []
        : [
            paragraph(
              t('roadmap.period', {
                title,
                period: words.when({ fromOn, toOn, period: null }),
              }),
            ),
          ]),
      ...said(introduction),
    ]),
  ];
}

function composition({ mandates }: RoadmapPaper, { t, words, choice }: PaperMaking): Block {
  return table(
    [
      column(t('column.role'), { weight: 1.6 }),
      column(t('column.name'), { weight: 3 }),
      column(t('column.organisation'), { weight: 2.6 }),
      column(t('column.since'), { weight: 1.8 }),
    ],
    mandates.map(({ role, name, organisation, fromOn }) => [
      choice(`mandate.role.${role}`),
      name,
      organisation ?? '',
      fromOn === null ? '' : words.day(fromOn),
    ]),
  );
}

function meetings({ meetings: some }: RoadmapPaper, { t, words, choice }: PaperMaking): Block {
  return table(
    [
      column(t('column.meeting'), { weight: 4 }),
      column(t('column.date'), { weight: 2 }),
      column(t('column.state'), { weight: 2 }),
    ],
    some.map(({ title, heldOn, period, status }) => [
      title,
      words.when({ fromOn: heldOn, toOn: heldOn, period: heldOn === null ? period : null }),
      choice(`meeting.status.${status}`),
    ]),
  );
}

/** The roadmap of a sub-group: what it is for, who does it, what is due when and where it stands. */
export function buildRoadmap(paper: RoadmapPaper, options: PaperOptions): DocumentModel {
  const make = paperMaking(options);
  const { t, words } = make;
  const listed = (title: string, some: readonly unknown[], block: () => Block): Section[] =>
    some.length === 0 ? [] : [section(title, [block()])];
  const frame = framing(paper, make);
  const sections = [
    ...(frame.length === 0 ? [] : [section(t('roadmap.mission'), frame)]),
    ...listed(t('roadmap.composition'), paper.mandates, () => composition(paper, make)),
    ...listed(t('roadmap.milestones'), paper.milestones, () =>
      milestoneTable(paper.milestones, make),
    ),
    ...listed(t('roadmap.deliverables'), paper.deliverables, () =>
      deliverableTable(paper.deliverables, make),
    ),
    ...listed(t('roadmap.actions'), paper.actions, () => actionTable(paper.actions, make)),
    ...listed(t('roadmap.meetings'), paper.meetings, () => meetings(paper, make)),
  ];
  return documentModel({
    meta: paperMeta(make, {
      ...paper,
      title: t('roadmap.title'),
      subtitle: paper.name,
      kind: 'roadmap',
    }),
    titlePage: {
      isCompact: true,
      dateLabel: t('roadmap.asOf', { day: words.day(paper.day) }),
      facts: known([t('fact.axis'), paper.axis]),
    },
    hasContents: false,
    sections:
      sections.length > 0
        ? sections
        : [section(t('roadmap.milestones'), [paragraph(t('roadmap.nothing'))])],
  });
}
