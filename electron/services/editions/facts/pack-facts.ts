import type { FactView } from '#contract/edition.views.ts';
import type {
  PackPaper,
  PaperAction,
  PaperDecision,
} from '#documents/reports/meetings/paper-data.ts';

import type { FactList, FactWords } from './facts.ts';
import { factList } from './facts.ts';

function actionFact(action: PaperAction, facts: FactList): void {
  const { id, title, status, dueOn, responsiblePersonName, responsibleOrganisationName } = action;
  const records = [{ table: 'actionItem', id }];
  facts.text(
    `action.${id}`,
    facts.label('action', { title }),
    facts.choice(`actionItem.status.${status}`),
    {
      records,
    },
  );
  facts.date(`action.${id}.due`, facts.label('actionDue', { title }), dueOn, { records });
  facts.people(
    `action.${id}.responsible`,
    facts.label('actionResponsible', { title }),
    [responsiblePersonName, responsibleOrganisationName].filter((name) => name !== null),
    { records },
  );
}

function decisionFact({ id, title, status }: PaperDecision, facts: FactList): void {
  facts.text(
    `decision.${id}`,
    facts.label('decision', { title }),
    facts.choice(`decision.status.${status}`),
    { records: [{ table: 'decision', id }] },
  );
}

function meetingFacts({ meeting, chairName, items }: PackPaper, facts: FactList): void {
  const records = [{ table: 'meeting', id: meeting.id }];
  const { title } = meeting;
  facts.in('meeting');
  const label = facts.label('meeting', { title });
  if (meeting.heldOn === null)
    facts.text(`meeting.${meeting.id}`, label, meeting.period, { records });
  else facts.date(`meeting.${meeting.id}`, label, meeting.heldOn, { records });
  facts.text(`meeting.${meeting.id}.place`, facts.label('meetingPlace', { title }), meeting.place, {
    records,
  });
  facts.people(
    `meeting.${meeting.id}.chair`,
    facts.label('chair'),
    chairName === null ? [] : [chairName],
    {
      records,
    },
  );
  facts.in('agendaItems');
  items.forEach(({ id, title: item, presenterName }, index) => {
    const of = { records: [{ table: 'agendaItem', id }] };
    facts.text(`agendaItem.${id}`, facts.label('agendaItem', { rank: index + 1 }), item, of);
    facts.people(
      `agendaItem.${id}.presenter`,
      facts.label('presenter', { title: item }),
      presenterName === null ? [] : [presenterName],
      of,
    );
  });
}

/** What the file of a meeting states. */
export function packFacts(paper: PackPaper, words: FactWords): FactView[] {
  const facts = factList(words);
  meetingFacts(paper, facts);
  facts.in('previous');
  for (const decision of paper.previous?.decisions ?? []) {
    decisionFact(decision, facts);
    for (const action of decision.actions) actionFact(action, facts);
  }
  for (const action of paper.followed) actionFact(action, facts);
  facts.in('subGroups');
  for (const { id, name, rapporteurs, milestones, actions } of paper.subGroups) {
    const records = [{ table: 'subGroup', id }];
    facts.text(`subGroup.${id}`, facts.label('subGroup'), name, { records });
    facts.people(`subGroup.${id}.rapporteurs`, facts.label('rapporteurs', { name }), rapporteurs, {
      records,
    });
    for (const milestone of milestones) {
      const of = { records: [{ table: 'milestone', id: milestone.id }] };
      const { title, status, dueOn } = milestone;
      facts.text(
        `milestone.${milestone.id}`,
        facts.label('milestone', { title }),
        facts.choice(`milestone.status.${status}`),
        of,
      );
      facts.date(
        `milestone.${milestone.id}.due`,
        facts.label('milestoneDue', { title }),
        dueOn,
        of,
      );
    }
    for (const action of actions) actionFact(action, facts);
  }
  facts.in('deliverables');
  for (const one of paper.matrix.flatMap(({ cells }) =>
    cells.flatMap(({ deliverables }) => deliverables),
  )) {
    facts.text(
      `deliverable.${one.id}.state`,
      facts.label('deliverableState', { title: one.title }),
      facts.label(`state.${one.state}`),
      { records: [{ table: 'deliverable', id: one.id }] },
    );
  }
  facts.in('indicators');
  for (const figure of paper.figures) {
    const { firstIndicatorId, name, value, unit, asOfOn, isMinimum, records, source } = figure;
    facts.figure(`indicator.${firstIndicatorId}`, name, value, {
      unit,
      asOfOn,
      isMinimum,
      records,
      source: source?.title ?? null,
    });
  }
  facts.in('agenda');
  for (const { table, id, part, title, fromOn, toOn, period } of paper.nextDates) {
    const key = part === null ? `ahead.${id}` : `ahead.${id}.${part}`;
    const label = facts.label('ahead', { title });
    const records = [{ table, id }];
    if (period === null) facts.date(key, label, part === 'opens' ? fromOn : toOn, { records });
    else facts.text(key, label, period, { records });
  }
  return facts.all();
}
