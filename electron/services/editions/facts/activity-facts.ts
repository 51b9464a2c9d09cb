import type { FactView } from '#contract/edition.views.ts';
import type { ActivityReportData, Census, YearEvent } from '#documents/reports/activity/data.ts';
import { countsOfYear } from '#documents/reports/activity/year.ts';

import type { FactList, FactWords } from './facts.ts';
import { factList, keyOf } from './facts.ts';
import { addReportFacts } from './report-facts.ts';

function eventFacts(year: YearEvent, facts: FactList): void {
  const { id, name } = year.event;
  for (const key of ['registered', 'attended', 'pitches', 'stands', 'b2bMeetings'] as const) {
    const { count, records } = year[key];
    if (count === 0) continue;
    facts.figure(`event.${id}.${key}`, facts.label(`eventCount.${key}`, { name }), count, {
      records,
    });
  }
}

function censusFacts(census: Census, facts: FactList): void {
  const { id, title, asked, received, byKind, bySegment, matches } = census;
  const base = `census.${id}`;
  facts.figure(`${base}.received`, facts.label('census', { title }), received.count, {
    records: received.records,
  });
  if (asked.count > 0) {
    facts.figure(`${base}.asked`, facts.label('asked', { title }), asked.count, {
      records: asked.records,
    });
  }
  for (const { kind, count, records } of byKind) {
    const name = kind === null ? facts.label('notGiven') : facts.choice(`need.buyerKind.${kind}`);
    facts.figure(
      `${base}.kind.${kind ?? 'none'}`,
      facts.label('censusPart', { title, name }),
      count,
      {
        records,
      },
    );
  }
  for (const { name, count, records } of bySegment) {
    if (name === null) continue;
    facts.figure(
      `${base}.segment.${keyOf(name)}`,
      facts.label('censusPart', { title, name }),
      count,
      {
        records,
      },
    );
  }
  for (const { status, count, records } of matches) {
    const name = facts.choice(`match.status.${status}`);
    facts.figure(`${base}.match.${status}`, facts.label('censusPart', { title, name }), count, {
      records,
    });
  }
}

/** What an activity report states: what a restitution does, and what the registers count. */
export function activityFacts(
  data: ActivityReportData,
  words: FactWords,
  withSheets: boolean,
): FactView[] {
  const facts = factList(words);
  facts.in('figures');
  for (const { key, count, records } of countsOfYear(data)) {
    if (count > 0) facts.figure(`count.${key}`, facts.label(`count.${key}`), count, { records });
  }
  addReportFacts(data, facts, withSheets);
  facts.in('objectives');
  for (const { id, firstId, title, status, judgement } of data.outcomes) {
    facts.text(
      `objective.${firstId}.state`,
      facts.label('objectiveState', { title }),
      judgement === null
        ? facts.choice(`objective.status.${status}`)
        : facts.choice(`objective.judgement.${judgement}`),
      { records: [{ table: 'objective', id }] },
    );
  }
  facts.in('meetings');
  for (const { id, title, present, decisions, actions } of data.heldMeetings) {
    const records = [{ table: 'meeting', id }];
    if (present.count > 0) {
      facts.figure(`meeting.${id}.present`, facts.label('present', { title }), present.count, {
        records: present.records,
      });
    }
    facts.figure(`meeting.${id}.decisions`, facts.label('decisionsOf', { title }), decisions, {
      records,
    });
    facts.figure(`meeting.${id}.actions`, facts.label('actionsOf', { title }), actions, {
      records,
    });
  }
  facts.in('decisions');
  for (const { id, title, status } of data.decisions) {
    facts.text(
      `decision.${id}`,
      facts.label('decision', { title }),
      facts.choice(`decision.status.${status}`),
      {
        records: [{ table: 'decision', id }],
      },
    );
  }
  for (const { id, title, status } of data.actions) {
    facts.text(
      `action.${id}`,
      facts.label('action', { title }),
      facts.choice(`actionItem.status.${status}`),
      {
        records: [{ table: 'actionItem', id }],
      },
    );
  }
  facts.in('event');
  for (const event of data.events) eventFacts(event, facts);
  facts.in('census');
  for (const census of data.censuses) censusFacts(census, facts);
  return facts.all();
}
