import type { SubGroupSheet } from '#documents/reports/data.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';

import { decisionView } from '#services/meetings/sheet.ts';

import { deliverablesOfBody, paperActions } from './body-work.ts';
import type { Gathering } from './context.ts';
import { isOfReport, momentOf } from './context.ts';
import { subGroupsOn } from './figures.ts';
import { subGroups } from './framing.ts';

const within = ({ fromOn, asOfOn }: Gathering, day: string | null): boolean =>
  day === null || (day >= fromOn && day <= asOfOn);

/** Actions of the year by the report's date: those not done, and those done within it. */
function actionsOf(g: Gathering, subGroupId: string): SubGroupSheet['actions'] {
  const actions = listRecords(g.db, 'actionItem', { subGroupId }, ['dueOn']).filter(
    ({ status, doneOn }) => status !== 'abandoned' && (status !== 'done' || within(g, doneOn)),
  );
  return paperActions(g.db, actions, g.asOfOn).map(({ record: _record, ...action }) => action);
}

/** The deliverables that the sub-group owed or gave in the year. */
function deliverablesOf(g: Gathering, subGroupId: string): SubGroupSheet['deliverables'] {
  return deliverablesOfBody(g.db, subGroupId, g.asOfOn).filter(({ quarter, dueOn, stateOn }) => {
    const day = dueOn ?? quarter ?? stateOn;
    return day === null || day.startsWith(String(g.year));
  });
}

function meetingsOf(g: Gathering, subGroupId: string): SubGroupSheet['meetings'] {
  const held = ({ status }: RecordOf<'meeting'>): boolean =>
    status !== 'cancelled' && status !== 'draft' && status !== 'convened';
  return listRecords(g.db, 'meeting', { subGroupId }, ['heldOn', 'title']).flatMap((meeting) => {
    const { id, title, heldOn, period, place, purpose } = meeting;
    const moment = momentOf({ startsOn: heldOn, endsOn: heldOn, period });
    return held(meeting) && isOfReport(g, moment, id)
      ? [{ id, title, moment, place, purpose }]
      : [];
  });
}

/** What a report says of each sub-group at work on its date. */
export function subGroupSheets(g: Gathering): SubGroupSheet[] {
  const records = new Map(subGroupsOn(g).map((one) => [one.id as string, one]));
  return subGroups(g).map((subGroup) => {
    const record = records.get(subGroup.id);
    const axisId = record?.strategicAxisId ?? null;
    return {
      ...subGroup,
      mission: record?.mission ?? null,
      axis: axisId === null ? null : (getRecord(g.db, 'strategicAxis', axisId)?.name ?? null),
      deliverables: deliverablesOf(g, subGroup.id),
      meetings: meetingsOf(g, subGroup.id),
      decisions: listRecords(g.db, 'decision', { subGroupId: subGroup.id }, ['decidedOn'])
        .filter(({ decidedOn }) => within(g, decidedOn))
        .map(decisionView),
      actions: actionsOf(g, subGroup.id),
    };
  });
}
