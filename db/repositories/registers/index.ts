import { affiliations, organisations, people } from './actors.registers.ts';
import { agreements, mandates, subGroups } from './bodies.registers.ts';
import { b2bMeetings, meetingWishes, registrations, stands } from './events.registers.ts';
import type { Register } from './register.ts';
import { applications, calls, phaseDecisions } from './selection.registers.ts';
import {
  barriers,
  goodPractices,
  indicators,
  levers,
  measurements,
  needs,
  objectives,
  remedies,
  results,
} from './steering.registers.ts';
import {
  actionItems,
  activities,
  decisions,
  deliverables,
  events,
  meetings,
  milestones,
} from './work.registers.ts';

/** Every register by its public name, as lists, exports and the command line call it. */
export const registers = {
  organisations,
  people,
  affiliations,
  'sub-groups': subGroups,
  mandates,
  meetings,
  decisions,
  'action-items': actionItems,
  deliverables,
  milestones,
  calls,
  applications,
  'phase-decisions': phaseDecisions,
  needs,
  objectives,
  indicators,
  measurements,
  barriers,
  remedies,
  results,
  levers,
  'good-practices': goodPractices,
  activities,
  agreements,
  events,
  registrations,
  stands,
  'b2b-meetings': b2bMeetings,
  'meeting-wishes': meetingWishes,
} as const satisfies Record<string, Register>;

export type RegisterKey = keyof typeof registers;
