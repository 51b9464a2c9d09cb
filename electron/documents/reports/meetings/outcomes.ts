import { callout, column, paragraph, strong, table } from '#documents/compose.ts';
import type { FlowInput } from '#documents/compose.ts';
import type { Block, FlowBlock, Inline } from '#documents/model.ts';
import { capitalised, linesOf } from '#documents/reports/wording.ts';

import type { PaperMaking } from './making.ts';
import type { MeetingPaper, PaperAction, PaperDecision } from './paper-data.ts';
import type { RefForms } from '#documents/rich-blocks.ts';

/** « Pour : 6, contre : 0, abstentions : 1 »; null where nobody voted. */
export function voteText(decision: PaperDecision, { t }: PaperMaking): string | null {
  const { votesFor, votesAgainst, abstentions } = decision;
  const counts = [
    ['for', votesFor],
    ['against', votesAgainst],
    ['abstentions', abstentions],
  ] as const;
  const said = counts.flatMap(([key, count]) =>
    // A count stays with its word at the end of a line.
    count === null ? [] : [t(`vote.${key}`, { votes: count }).replace(': ', ':\u00a0')],
  );
  return said.length === 0 ? null : said.join(', ');
}

/** The same as it stands alone, in a cell: with a capital. */
export const voteCell = (decision: PaperDecision, make: PaperMaking): string =>
  capitalised(voteText(decision, make) ?? '');

/** Who has to do it; the empty text when nobody is named. */
export function responsibleText(action: PaperAction): string {
  const { responsiblePersonName: person, responsibleOrganisationName: organisation } = action;
  if (person === null) return organisation ?? '';
  return organisation === null ? person : `${person} (${organisation})`;
}

export function dueText(action: Pick<PaperAction, 'dueOn' | 'isLate'>, make: PaperMaking): string {
  const { words, t } = make;
  if (action.dueOn === null) return '';
  const day = words.day(action.dueOn);
  return action.isLate ? t('lateOn', { day }) : day;
}

/** « Réalisée le … », « En cours ». */
export function actionState(action: PaperAction, make: PaperMaking): string {
  const { words, t, choice } = make;
  const word = choice(`actionItem.status.${action.status}`);
  return action.status === 'done' && action.doneOn !== null
    ? t('stateOn', { state: word, day: words.day(action.doneOn) })
    : word;
}

const details = (detail: string | null): FlowBlock[] =>
  linesOf(detail).map((line) => paragraph(line));

/** A decision set off from the text around it. */
export function decisionBox(decision: PaperDecision, make: PaperMaking): Block {
  const { t, choice } = make;
  const vote = voteText(decision, make);
  const isAdopted = decision.status === 'adopted';
  const title = isAdopted
    ? t('decision')
    : t('decisionAs', { state: choice(`decision.status.${decision.status}`) });
  const blocks = [
    paragraph(strong(decision.title)),
    ...details(decision.detail),
    ...(vote === null ? [] : [paragraph(t('voteLine', { votes: vote }), 'small')]),
  ];
  return callout({ blocks }, { title, tone: isAdopted ? 'success' : 'warning' });
}

export function actionBox(action: PaperAction, make: PaperMaking): Block {
  const { t, words } = make;
  const who = responsibleText(action);
  const facts = [
    ...(who === '' ? [] : [t('responsible', { name: who })]),
    ...(action.dueOn === null ? [] : [t('due', { day: words.day(action.dueOn) })]),
  ];
  const blocks = [
    paragraph(strong(action.title)),
    ...details(action.detail),
    ...(facts.length === 0 ? [] : [paragraph(facts.join(' – '), 'small')]),
  ];
  return callout({ blocks }, { title: t('action') });
}

export function decisionTable(decisions: readonly PaperDecision[], make: PaperMaking): Block {
  const { t, words, choice } = make;
  const hasVotes = decisions.some((decision) => voteText(decision, make) !== null);
  return table(
    [
      column(t('column.decision'), { weight: 5 }),
      ...(hasVotes ? [column(t('column.vote'), { weight: 2 })] : []),
      column(t('column.decidedOn'), { weight: 2 }),
      column(t('column.state'), { weight: 1.5 }),
    ],
    decisions.map((decision) => [
      decision.title,
      ...(hasVotes ? [voteCell(decision, make)] : []),
      decision.decidedOn === null ? '' : words.day(decision.decidedOn),
      choice(`decision.status.${decision.status}`),
    ]),
  );
}

export function actionTable(
  actions: readonly (PaperAction & { readonly meetingTitle?: string | null })[],
  make: PaperMaking,
): Block {
  const { t } = make;
  const title = (action: (typeof actions)[number]): FlowInput =>
    action.meetingTitle === undefined || action.meetingTitle === null
      ? action.title
      : {
          blocks: [
            paragraph(action.title),
            paragraph(capitalised(t('from', { meeting: action.meetingTitle })), 'small'),
          ],
        };
  return table(
    [
      column(t('column.action'), { weight: 4 }),
      column(t('column.responsible'), { weight: 2.4 }),
      column(t('column.due'), { weight: 1.8 }),
      column(t('column.state'), { weight: 1.8 }),
    ],
    actions.map((action) => [
      title(action),
      responsibleText(action),
      dueText(action, make),
      actionState(action, make),
    ]),
  );
}

/** Every decision and action of a meeting, in the order of its agenda. */
export function outcomesOf(paper: MeetingPaper): {
  readonly decisions: readonly PaperDecision[];
  readonly actions: readonly PaperAction[];
} {
  return {
    decisions: [...paper.items.flatMap(({ decisions }) => decisions), ...paper.otherDecisions],
    actions: [...paper.items.flatMap(({ actions }) => actions), ...paper.otherActions],
  };
}

/** How references in the meeting's texts are shown; what was removed since leaves nothing behind. */
export function refForms(paper: MeetingPaper, make: PaperMaking): RefForms {
  const { decisions, actions } = outcomesOf(paper);
  const decision = (id: string) => decisions.find((one) => one.id === id);
  const action = (id: string) => actions.find((one) => one.id === id);
  return {
    block: ({ type, attrs: { id } }) => {
      if (type === 'decisionRef') {
        const found = decision(id);
        return found === undefined ? [] : [decisionBox(found, make)];
      }
      const found = action(id);
      return found === undefined ? [] : [actionBox(found, make)];
    },
    inline: ({ type, attrs: { id } }): readonly Inline[] => {
      const [label, title] =
        type === 'decisionRef'
          ? [make.t('decision'), decision(id)?.title]
          : [make.t('action'), action(id)?.title];
      if (title === undefined) return [];
      return [strong(make.t('labelled', { label, title }))];
    },
  };
}
