import type { FactView } from '#contract/edition.views.ts';
import type {
  CommitteePhase,
  EventListData,
  SelectionReportData,
  StatisticsData,
} from '#documents/reports/selection/data.ts';

import type { FactList, FactWords } from './facts.ts';
import { factList, keyOf } from './facts.ts';

const states = ['received', 'late', 'incomplete', 'duplicates', 'withdrawn'] as const;

function statisticsFacts(data: StatisticsData, facts: FactList): void {
  facts.in('selection');
  for (const state of states) {
    facts.figure(`statistics.${state}`, facts.label(`statistics.${state}`), data[state]);
  }
  const behind = (ids: readonly string[] | undefined) => ({
    records: (ids ?? []).map((id) => ({ table: 'application', id })),
  });
  for (const [at, { name, count }] of data.stages.entries()) {
    if (name === null) continue;
    const counted = behind(data.counted.stages[at]);
    facts.figure(`stage.${keyOf(name)}`, facts.label('stage', { name }), count, counted);
  }
  for (const { outcome, count } of data.outcomes) {
    const name = facts.choice(`phaseDecision.outcome.${outcome}`);
    const counted = behind(data.counted.outcomes[outcome]);
    facts.figure(`outcome.${outcome}`, facts.label('outcome', { name }), count, counted);
  }
  for (const { title, count } of data.exclusions) {
    const name = title ?? facts.label('noReason');
    facts.figure(`exclusion.${keyOf(name)}`, facts.label('exclusion', { name }), count);
  }
  for (const { dimension, lines } of data.breakdowns) {
    for (const { id, name, counts } of lines) {
      const received = counts[0];
      if (received === undefined) continue;
      facts.figure(
        `breakdown.${dimension}.${id ?? 'none'}`,
        facts.label(`breakdown.${dimension}`, { name: name ?? facts.label('notGiven') }),
        received,
      );
    }
  }
}

function committeeFacts(phase: CommitteePhase, facts: FactList): void {
  const base = `committee.${keyOf(phase.name)}`;
  const of = { name: phase.name };
  facts.date(`${base}.deadline`, facts.label('deadline', of), phase.deadlineOn);
  facts.figure(`${base}.kept`, facts.label('kept', of), phase.kept);
  facts.people(
    `${base}.members`,
    facts.label('members', of),
    phase.members.map(({ name }) => name),
  );
  for (const { name, weight } of phase.criteria) {
    facts.figure(`${base}.criterion.${keyOf(name)}`, facts.label('criterion', { name }), weight);
  }
  facts.figure(
    `${base}.recusals`,
    facts.label('recusals', of),
    phase.conflicts.filter(({ isRecused }) => isRecused).length,
  );
}

function eventFacts(data: EventListData, facts: FactList): void {
  facts.in('event');
  facts.text('selectionEvent', facts.label('event'), data.event?.name ?? null);
  for (const part of ['pitches', 'stands', 'reserve'] as const) {
    facts.figure(`list.${part}`, facts.label(`list.${part}`), data[part].length);
    for (const { number, organisationName, title } of data[part]) {
      facts.text(
        `application.${number}.place`,
        facts.label('application', { number, name: organisationName, title }),
        facts.label(`list.${part}`),
      );
    }
  }
}

/** What the report on a selection states. */
export function selectionFacts(data: SelectionReportData, words: FactWords): FactView[] {
  const facts = factList(words);
  const { call } = data;
  facts.in('call');
  facts.text('call.title', facts.label('call'), data.head.callTitle);
  facts.date('call.opens', facts.label('opens'), call.opensOn);
  facts.date('call.closes', facts.label('closes'), call.closesOn);
  facts.people('call.partners', facts.label('partners'), call.partners);
  facts.text('call.agreement', facts.label('agreement'), call.agreement);
  statisticsFacts(data.statistics, facts);
  facts.in('committee');
  for (const phase of data.committee.phases) committeeFacts(phase, facts);
  eventFacts(data.event, facts);
  facts.in('withdrawals');
  for (const { number, organisationName, title, withdrawnOn } of data.withdrawals) {
    facts.date(
      `withdrawal.${number}`,
      facts.label('withdrawal', { number, name: organisationName, title }),
      withdrawnOn,
    );
  }
  return facts.all();
}
