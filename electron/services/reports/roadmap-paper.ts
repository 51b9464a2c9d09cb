import type { RoadmapPaper } from '#documents/reports/meetings/paper-data.ts';
import { listMandates } from '#repositories/mandates.repo.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { mustGet } from '#services/meetings/find.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { deliverablesOfBody, milestonesOf, openActionsOf } from './body-work.ts';
import { groupOf } from './meeting-paper.ts';

/** Rapporteurs first, then who leads, then everybody else. */
const ORDER = ['rapporteur', 'coRapporteur', 'lead', 'chair', 'secretariat', 'member'];

/**
 * What the roadmap of a sub-group says, as it stands on a day.
 * @throws DataError `record.notFound`
 */
export function gatherRoadmapPaper(
  db: ReadableDb,
  subGroupId: string,
  today: string,
): RoadmapPaper {
  const subGroup = mustGet(db, 'subGroup', subGroupId);
  const { workingGroupId, strategicAxisId } = subGroup;
  const axis = strategicAxisId === null ? null : getRecord(db, 'strategicAxis', strategicAxisId);
  const mandates = listMandates(db, { subGroupId, at: today }).toSorted(
    (a, b) => ORDER.indexOf(a.role) - ORDER.indexOf(b.role),
  );
  return {
    group: groupOf(db, workingGroupId),
    day: today,
    name: subGroup.name,
    axis: axis?.name ?? null,
    mission: subGroup.mission,
    roadmaps: listRecords(db, 'roadmap', { subGroupId }, ['fromOn', 'title']),
    mandates: mandates.map(({ personLabel, organisationLabel, role, fromOn }) => ({
      name: personLabel,
      organisation: organisationLabel,
      role,
      fromOn,
    })),
    milestones: milestonesOf(db, workingGroupId, subGroupId, today),
    deliverables: deliverablesOfBody(db, subGroupId, today),
    actions: openActionsOf(db, subGroupId, today),
    meetings: listRecords(db, 'meeting', { subGroupId }, ['heldOn', 'title']).map(
      ({ title, heldOn, period, status }) => ({ title, heldOn, period, status }),
    ),
  };
}
