import type { FactView } from '#contract/edition.views.ts';
import type {
  ActivityData,
  CallData,
  EventData,
  FigureData,
  MeetingData,
  ObjectiveData,
  ReportData,
  SideData,
} from '#documents/reports/data.ts';

import type { FactList, FactWords } from './facts.ts';
import { factList, keyOf } from './facts.ts';

/** A figure, its parts, what they leave out and what the register counts instead. */
function figureFacts(data: ReportData, figure: FigureData, facts: FactList): void {
  const { firstIndicatorId, name, value, unit, asOfOn, isMinimum, records, sourceId } = figure;
  const source = data.sources.find(({ id }) => id === sourceId)?.title ?? null;
  const base = `indicator.${firstIndicatorId}`;
  const of = { unit, asOfOn, source };
  facts.figure(base, name, value, { ...of, isMinimum, records });
  for (const part of figure.parts) {
    const label = facts.label('part', { name, part: part.title });
    facts.figure(`${base}.part.${keyOf(part.title)}`, label, part.value, {
      ...of,
      records: part.records,
    });
    facts.text(
      `${base}.part.${keyOf(part.title)}.detail`,
      facts.label('partDetail', { name, part: part.title }),
      part.detail,
      { records: part.records },
    );
  }
  if (figure.parts.length > 0) {
    facts.figure(`${base}.rest`, facts.label('rest', { name }), figure.rest, { ...of, records });
  }
  if (figure.counted !== null && figure.counted !== value && !isMinimum) {
    facts.figure(`${base}.counted`, facts.label('counted', { name }), figure.counted, {
      unit,
      records,
    });
  }
}

function objectiveFacts(
  objectives: readonly ObjectiveData[],
  label: string,
  facts: FactList,
): void {
  for (const { id, firstId, title, description, children } of objectives) {
    const records = [{ table: 'objective', id }];
    facts.text(`objective.${firstId}`, label, title, { records });
    facts.text(
      `objective.${firstId}.description`,
      facts.label('objectiveDescription'),
      description,
      { records },
    );
    objectiveFacts(children, label, facts);
  }
}

function sideFacts(
  { barriers, levers }: SideData,
  side: 'buyer' | 'company',
  facts: FactList,
): void {
  for (const { id, barrierId, wording, quote } of barriers) {
    const table = id === barrierId ? 'barrier' : 'barrierStatement';
    const records = [{ table, id }];
    facts.text(`barrier.${barrierId}`, facts.label(`barrier.${side}`), wording, { records });
    facts.text(`barrier.${barrierId}.quote`, facts.label(`quote.${side}`), quote, { records });
  }
  for (const lever of levers) {
    facts.text(`lever.${side}.${keyOf(lever)}`, facts.label(`lever.${side}`), lever);
  }
}

function meetingFacts({ id, title, moment, place }: MeetingData, facts: FactList): void {
  const records = [{ table: 'meeting', id }];
  const label = facts.label('meeting', { title });
  if (moment.fromOn !== null && moment.period === null) {
    facts.date(`meeting.${id}`, label, moment.fromOn, { records });
  } else facts.text(`meeting.${id}`, label, moment.period ?? title, { records });
  facts.text(`meeting.${id}.place`, facts.label('meetingPlace', { title }), place, { records });
}

function eventFacts(event: EventData, facts: FactList): void {
  const { id, name, moment, place, organiser, parent, meetings } = event;
  const records = [{ table: 'event', id }];
  facts.text(`event.${id}`, facts.label('event'), name, { records });
  if (moment.fromOn !== null && moment.period === null) {
    facts.date(`event.${id}.from`, facts.label('eventFrom', { name }), moment.fromOn, { records });
    if (moment.toOn !== moment.fromOn) {
      facts.date(`event.${id}.to`, facts.label('eventTo', { name }), moment.toOn, { records });
    }
  } else
    facts.text(`event.${id}.period`, facts.label('eventFrom', { name }), moment.period, {
      records,
    });
  facts.text(`event.${id}.place`, facts.label('eventPlace', { name }), place, { records });
  facts.text(`event.${id}.organiser`, facts.label('eventOrganiser', { name }), organiser, {
    records,
  });
  if (parent !== null) eventFacts(parent, facts);
  for (const meeting of meetings) meetingFacts(meeting, facts);
}

function activityFacts(data: ReportData, all: readonly ActivityData[], facts: FactList): void {
  for (const { id, title, description, figures, children } of all) {
    const records = [{ table: 'activity', id }];
    facts.text(`activity.${id}`, facts.label('activity'), title, { records });
    facts.text(`activity.${id}.description`, facts.label('activityDescription'), description, {
      records,
    });
    for (const figure of figures) figureFacts(data, figure, facts);
    activityFacts(data, children, facts);
  }
}

function callFacts(call: CallData, facts: FactList): void {
  const { id, title, received, stages, outcomes, exclusions, phases } = call;
  const records = [{ table: 'callForInterest', id }];
  facts.text(`call.${id}`, facts.label('call'), title, { records });
  facts.figure(`call.${id}.received`, facts.label('received', { title }), received.count, {
    records: received.records,
  });
  for (const { id: phaseId, name, deadlineOn, quotaMin, quotaMax } of phases) {
    const of = { records: [{ table: 'phase', id: phaseId }] };
    facts.text(`phase.${phaseId}`, facts.label('phase'), name, of);
    facts.date(`phase.${phaseId}.deadline`, facts.label('deadline', { name }), deadlineOn, of);
    for (const [key, value] of [
      ['quotaMin', quotaMin],
      ['quotaMax', quotaMax],
    ] as const) {
      if (value !== null)
        facts.figure(`phase.${phaseId}.${key}`, facts.label(key, { name }), value, of);
    }
  }
  for (const { label, count, records: behind } of stages) {
    facts.figure(`call.${id}.stage.${keyOf(label)}`, facts.label('stage', { name: label }), count, {
      records: behind,
    });
  }
  for (const { key, count, records: behind } of outcomes) {
    const name = facts.report(`selection.outcome.${key}`);
    facts.figure(`call.${id}.outcome.${key}`, facts.label('outcome', { name }), count, {
      records: behind,
    });
  }
  for (const { label, count, records: behind } of exclusions) {
    facts.figure(
      `call.${id}.exclusion.${keyOf(label)}`,
      facts.label('exclusion', { name: label }),
      count,
      { records: behind },
    );
  }
}

function framingFacts(data: ReportData, facts: FactList): void {
  const { group, segments, axes } = data;
  const records = [{ table: 'workingGroup', id: group.id }];
  facts.in('scope');
  facts.text('group.definition', facts.label('definition'), group.scopeDefinition, { records });
  facts.text('group.mission', facts.label('mission'), group.mission, { records });
  facts.text('group.strategy', facts.label('strategy'), group.strategy, { records });
  facts.people('group.leaders', facts.label('leaders'), group.leaders, { records });
  for (const { name, isLater } of segments) {
    facts.text(`segment.${keyOf(name)}`, facts.label(isLater ? 'segmentLater' : 'segment'), name);
  }
  for (const axis of axes) facts.text(`axis.${keyOf(axis)}`, facts.label('axis'), axis);
  for (const { title, description } of data.goodPractices) {
    facts.text(`goodPractice.${keyOf(title)}`, facts.label('goodPractice'), title);
    facts.text(
      `goodPractice.${keyOf(title)}.description`,
      facts.label('goodPracticeDescription'),
      description,
    );
  }
}

function steeringFacts(data: ReportData, facts: FactList): void {
  facts.in('objectives');
  objectiveFacts(data.objectives, facts.label('objective', { year: data.year }), facts);
  facts.in('indicators');
  for (const { id, name, target, targetOn, unit, figure } of data.indicators) {
    const records = [{ table: 'indicator', id }];
    if (figure !== null) figureFacts(data, figure, facts);
    if (target !== null) {
      facts.figure(
        `target.${figure?.firstIndicatorId ?? id}`,
        facts.label('target', { name }),
        target,
        {
          unit,
          records,
          asOfOn: targetOn,
        },
      );
    }
  }
  for (const figure of [
    ...data.quotedFigures,
    ...(data.subGroupFigure === null ? [] : [data.subGroupFigure]),
    ...(data.meetingFigure === null ? [] : [data.meetingFigure]),
  ]) {
    figureFacts(data, figure, facts);
  }
  facts.in('results');
  for (const { id, title, description, event, deliverable, figures } of data.results) {
    const records = [{ table: 'result', id }];
    facts.text(`result.${id}`, facts.label('result'), title, { records });
    facts.text(`result.${id}.description`, facts.label('resultDescription'), description, {
      records,
    });
    for (const figure of figures) figureFacts(data, figure, facts);
    if (event !== null) eventFacts(event, facts);
    if (deliverable !== null) deliverableFacts([deliverable], facts);
  }
  facts.in('barriers');
  sideFacts(data.buyers, 'buyer', facts);
  sideFacts(data.companies, 'company', facts);
  facts.in('remedies');
  for (const { id, title, description } of data.remedies) {
    const records = [{ table: 'remedy', id }];
    facts.text(`remedy.${id}`, facts.label('remedy', { year: data.year + 1 }), title, { records });
    facts.text(`remedy.${id}.description`, facts.label('remedyDescription'), description, {
      records,
    });
  }
  facts.in('nextObjectives');
  objectiveFacts(data.nextObjectives, facts.label('objective', { year: data.year + 1 }), facts);
}

function deliverableFacts(all: ReportData['deliverables'], facts: FactList): void {
  for (const { id, title, author, address } of all) {
    const records = [{ table: 'deliverable', id }];
    facts.text(`deliverable.${id}`, facts.label('deliverable'), title, { records });
    if (author !== null) {
      facts.people(`deliverable.${id}.author`, facts.label('author', { title }), [author], {
        records,
      });
    }
    facts.text(`deliverable.${id}.address`, facts.label('address', { title }), address, {
      records,
    });
  }
}

function sheetFacts(data: ReportData, facts: FactList): void {
  for (const sheet of data.subGroupSheets) {
    const { id, name, mission, deliverables, meetings, decisions, actions } = sheet;
    facts.text(`subGroup.${id}.mission`, facts.label('subGroupMission', { name }), mission, {
      records: [{ table: 'subGroup', id }],
    });
    for (const one of deliverables) {
      facts.text(
        `deliverable.${one.id}.state`,
        facts.label('deliverableState', { title: one.title }),
        facts.label(`state.${one.state}`),
        { records: [{ table: 'deliverable', id: one.id }] },
      );
    }
    for (const meeting of meetings) meetingFacts(meeting, facts);
    for (const one of decisions) {
      facts.text(
        `decision.${one.id}`,
        facts.label('decision', { title: one.title }),
        facts.choice(`decision.status.${one.status}`),
        { records: [{ table: 'decision', id: one.id }] },
      );
    }
    for (const one of actions) {
      facts.text(
        `action.${one.id}`,
        facts.label('action', { title: one.title }),
        facts.choice(`actionItem.status.${one.status}`),
        { records: [{ table: 'actionItem', id: one.id }] },
      );
    }
  }
}

function workFacts(data: ReportData, withSheets: boolean, facts: FactList): void {
  facts.in('subGroups');
  for (const { id, name, rapporteurs } of data.subGroups) {
    const records = [{ table: 'subGroup', id }];
    facts.text(`subGroup.${id}`, facts.label('subGroup'), name, { records });
    facts.people(`subGroup.${id}.rapporteurs`, facts.label('rapporteurs', { name }), rapporteurs, {
      records: [...records, ...rapporteurs.map((one) => ({ table: 'person', id: one.id }))],
    });
  }
  for (const aim of data.subGroupObjectives) {
    facts.text(`subGroupObjective.${keyOf(aim)}`, facts.label('subGroupObjective'), aim);
  }
  for (const { id, title, description } of data.subGroupDeliverables) {
    facts.text(`expected.${id}`, facts.label('expected'), description ?? title, {
      records: [{ table: 'deliverable', id }],
    });
  }
  if (withSheets) sheetFacts(data, facts);
  facts.in('meetings');
  for (const meeting of data.meetings) meetingFacts(meeting, facts);
  facts.in('deliverables');
  deliverableFacts(data.deliverables, facts);
  facts.in('activities');
  activityFacts(data, data.activities, facts);
  facts.in('agreements');
  for (const { id, name, purpose, parties } of data.agreements) {
    const records = [{ table: 'agreement', id }];
    facts.text(`agreement.${id}`, facts.label('agreement'), name, { records });
    facts.text(`agreement.${id}.purpose`, facts.label('purpose', { name }), purpose, { records });
    facts.people(`agreement.${id}.parties`, facts.label('parties', { name }), parties, { records });
  }
  facts.in('selection');
  for (const call of data.calls) callFacts(call, facts);
  facts.in('agenda');
  for (const meeting of data.plannedMeetings) meetingFacts(meeting, facts);
  for (const event of data.plannedEvents) eventFacts(event, facts);
  for (const { table, part, id, title, fromOn, toOn, period } of data.deadlines) {
    const label = facts.label('ahead', { title });
    const records = [{ table, id }];
    const key = part === null ? `ahead.${id}` : `ahead.${id}.${part}`;
    if (period === null) facts.date(key, label, part === 'opens' ? fromOn : toOn, { records });
    else facts.text(key, label, period, { records });
  }
  facts.in('contacts');
  for (const person of data.contacts) {
    const { id, email } = person;
    const records = [{ table: 'person', id }];
    facts.people(`contact.${id}`, facts.label('contact'), [person], { records });
    facts.text(`contact.${id}.email`, facts.label('email', { name: person.name }), email, {
      records,
    });
  }
}

/** Adds what a report on a year states. `withSheets`: also what it says of each sub-group apart. */
export function addReportFacts(data: ReportData, facts: FactList, withSheets: boolean): void {
  framingFacts(data, facts);
  steeringFacts(data, facts);
  workFacts(data, withSheets, facts);
}

/** What a report on a year states. */
export function reportFacts(data: ReportData, words: FactWords, withSheets: boolean): FactView[] {
  const facts = factList(words);
  addReportFacts(data, facts, withSheets);
  return facts.all();
}
