import type { Candidates, ObjectiveView } from '#contract/steering.views.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { answerTo, carriedIndicator } from './carry-plan.ts';
import { remediesAround } from './checklist.ts';
import { objectivesOfYear } from './objectives.ts';
import { indicatorsOfYear, valuesInYear } from './year-indicators.ts';
import { isBegun, workingYear } from './years.ts';

interface GroupYear {
  readonly groupId: string;
  readonly year: number;
}

/** An objective that is not finished with: open, or closed without having been reached. */
function goesOn({ state, judgement }: ObjectiveView): boolean {
  return state === 'open' || (state === 'closed' && judgement !== 'reached');
}

/** The same day a year later; the last of February where there is no 29th. */
export function aYearLater(day: string): string {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('-02-29') ? `${later.slice(0, 4)}-02-28` : later;
}

/** What may go on in the year after, and what is proposed to. */
export function candidatesOf(db: ReadableDb, at: GroupYear): Candidates {
  const { groupId, year } = at;
  const next = year + 1;
  const { objectives } = objectivesOfYear(db, at);
  const current = objectives.filter(({ state }) => state !== 'restated');
  const going = new Set(current.filter(goesOn).map(({ id }) => id));
  return {
    year: workingYear(db, groupId, year),
    next: isBegun(db, groupId, next) ? workingYear(db, groupId, next) : null,
    objectives: current.map((objective) => {
      const heir = objective.to.find((one) => one.year === next);
      return {
        id: objective.id,
        parentId: objective.parentId,
        number: objective.number,
        depth: objective.depth,
        title: objective.title,
        subGroup: objective.subGroup?.label ?? null,
        isSuggested: heir === undefined && going.has(objective.id),
        carried: heir === undefined ? null : { id: heir.id, label: heir.title },
      };
    }),
    indicators: indicatorsOfYear(db, groupId, year).map((indicator) => {
      const heir = carriedIndicator(db, indicator.id);
      const { id, name, unit, objectiveId, targetValue, targetOn } = indicator;
      const last = valuesInYear(db, id, year)[0];
      const isReached = targetValue !== null && last !== undefined && last.value >= targetValue;
      return {
        id,
        name,
        unit,
        objectiveId,
        targetValue,
        targetOn,
        nextTargetOn: targetOn === null ? null : aYearLater(targetOn),
        isSuggested:
          heir === null && !isReached && (objectiveId === null || going.has(objectiveId)),
        carried: heir === null ? null : { id: heir.id, label: heir.name },
      };
    }),
    remedies: remediesAround(db, at).map((remedy) => {
      const answer = answerTo(db, remedy.id, next);
      const { id, title, status } = remedy;
      const isOver = status === 'done' || status === 'abandoned';
      return {
        id,
        year: remedy.year,
        title,
        isSuggested: answer === null && remedy.year === next && !isOver,
        carried: answer === null ? null : { id: answer.id, label: answer.title },
      };
    }),
  };
}
