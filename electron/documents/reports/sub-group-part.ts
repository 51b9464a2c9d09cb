import { bullets, column, definitions, paragraph, section, table } from '#documents/compose.ts';
import type { Block, Section } from '#documents/model.ts';

import type { SubGroupSheet } from './data.ts';
import type { EditionMaking, EditionOptions } from './edition-making.ts';
import { editionMaking } from './edition-making.ts';
import { actionTable, decisionTable } from './meetings/outcomes.ts';
import { deliverableTable } from './meetings/work.ts';
import { personText } from './parts.ts';
import { linesOf } from './wording.ts';

/** What is known of one sub-group, part after part; parts without anything are left out. */
function blocksOf(sheet: SubGroupSheet, make: EditionMaking): Block[] {
  const { e, paper, words } = make;
  const { mission, axis, rapporteurs, deliverables, meetings, decisions, actions } = sheet;
  const titled = (title: string, ...blocks: readonly Block[]): Block[] => [
    paragraph(e(title), 'lead'),
    ...blocks,
  ];
  return [
    ...linesOf(mission).map((line) => paragraph(line)),
    definitions(...(axis === null ? [] : [{ term: e('axis'), definition: axis }]), {
      term: e('rapporteurs'),
      definition:
        rapporteurs.length === 0 ? e('noRapporteur') : words.list(rapporteurs.map(personText)),
    }),
    ...(deliverables.length === 0
      ? []
      : titled('deliverables', deliverableTable(deliverables, paper))),
    ...(meetings.length === 0
      ? []
      : titled(
          'meetings',
          bullets(
            ...meetings.map(({ title, moment }) =>
              [words.when(moment), title].filter((part) => part !== '').join(' – '),
            ),
          ),
        )),
    ...(decisions.length === 0 ? [] : titled('decisions', decisionTable(decisions, paper))),
    ...(actions.length === 0 ? [] : titled('actions', actionTable(actions, paper))),
  ];
}

/** One section for each sub-group: mission, rapporteurs, deliverables, meetings, decisions, actions. */
export function subGroupParts(
  sheets: readonly SubGroupSheet[],
  options: EditionOptions,
): readonly Section[] {
  const make = editionMaking(options);
  return sheets.map((sheet) =>
    section(sheet.name, blocksOf(sheet, make), { key: `subGroup.${sheet.id}` }),
  );
}

/** All sub-groups in one table: who answers for each, and what stands to its account. */
export function subGroupOverview(sheets: readonly SubGroupSheet[], make: EditionMaking): Block {
  const { e, words } = make;
  return table(
    [
      column(e('subGroup'), { weight: 3 }),
      column(e('rapporteurs'), { weight: 3 }),
      column(e('meetingCount'), { align: 'end' }),
      column(e('deliverableCount'), { align: 'end' }),
      column(e('openActions'), { align: 'end' }),
    ],
    sheets.map(({ name, rapporteurs, meetings, deliverables, actions }) => [
      name,
      rapporteurs.length === 0 ? e('noRapporteur') : words.list(rapporteurs.map(personText)),
      String(meetings.length),
      String(deliverables.filter(({ state }) => state !== 'expected' && state !== 'late').length),
      String(actions.filter(({ status }) => status !== 'done').length),
    ]),
  );
}
