import * as actor from './actor.ts';
import * as committeeKit from './committee-kit.ts';
import * as deliverable from './deliverable.ts';
import * as duplicate from './duplicate.ts';
import type { Entity, Fields, NewFrom, PatchFrom, RecordFrom } from './entity.ts';
import * as event from './event.ts';
import * as houseStyle from './house-style.ts';
import * as meeting from './meeting.ts';
import * as need from './need.ts';
import * as report from './report.ts';
import * as selection from './selection.ts';
import * as selectionOutcome from './selection-outcome.ts';
import * as steering from './steering.ts';
import * as workingGroup from './working-group.ts';

/** Every kind of record of the store. The order is the one in which tables can be filled. */
export const entities = {
  sourceDocument: report.sourceDocument,
  organisation: actor.organisation,
  person: actor.person,
  affiliation: actor.affiliation,
  alias: report.alias,
  consent: report.consent,
  workingGroup: workingGroup.workingGroup,
  strategicAxis: workingGroup.strategicAxis,
  purchaseSegment: workingGroup.purchaseSegment,
  organisationSegment: actor.organisationSegment,
  subGroup: workingGroup.subGroup,
  agreement: workingGroup.agreement,
  agreementParty: workingGroup.agreementParty,
  event: event.event,
  callForInterest: selection.callForInterest,
  committee: selection.committee,
  committeeSeat: selection.committeeSeat,
  mandate: workingGroup.mandate,
  meetingSeries: meeting.meetingSeries,
  meeting: meeting.meeting,
  agendaItem: meeting.agendaItem,
  attendance: meeting.attendance,
  minutes: meeting.minutes,
  minutesItem: meeting.minutesItem,
  decision: meeting.decision,
  actionItem: meeting.actionItem,
  agendaTemplate: meeting.agendaTemplate,
  dispatch: meeting.dispatch,
  roadmap: deliverable.roadmap,
  milestone: deliverable.milestone,
  deliverable: deliverable.deliverable,
  attachment: deliverable.attachment,
  houseStyle: houseStyle.houseStyle,
  callPartner: selection.callPartner,
  callSegment: selection.callSegment,
  callQuestion: selection.callQuestion,
  application: selection.application,
  applicationContact: selection.applicationContact,
  applicationAnswer: selection.applicationAnswer,
  offer: selection.offer,
  phase: selection.phase,
  exclusionReason: selection.exclusionReason,
  phaseDecision: selection.phaseDecision,
  phaseRelease: selectionOutcome.phaseRelease,
  decisionException: selectionOutcome.decisionException,
  withdrawal: selection.withdrawal,
  letterTemplate: selectionOutcome.letterTemplate,
  outcomeLetter: selectionOutcome.outcomeLetter,
  criterion: selection.criterion,
  score: selection.score,
  conflictOfInterest: selection.conflictOfInterest,
  recusal: selection.recusal,
  committeeKit: committeeKit.committeeKit,
  kitReturn: committeeKit.kitReturn,
  needsSurvey: need.needsSurvey,
  need: need.need,
  surveyRecipient: need.surveyRecipient,
  match: need.match,
  programmeItem: event.programmeItem,
  eventPartner: event.eventPartner,
  registration: event.registration,
  pitchSlot: event.pitchSlot,
  stand: event.stand,
  meetingPlan: event.meetingPlan,
  meetingParticipant: event.meetingParticipant,
  availability: event.availability,
  meetingWish: event.meetingWish,
  b2bMeeting: event.b2bMeeting,
  demo: event.demo,
  groupYear: steering.groupYear,
  objective: steering.objective,
  indicator: steering.indicator,
  measurement: steering.measurement,
  measurementPart: steering.measurementPart,
  result: steering.result,
  barrier: steering.barrier,
  barrierStatement: steering.barrierStatement,
  lever: steering.lever,
  remedy: steering.remedy,
  goodPractice: steering.goodPractice,
  activity: steering.activity,
  activityPartner: steering.activityPartner,
  chainLink: steering.chainLink,
  citation: report.citation,
  reportEdition: report.reportEdition,
  snapshot: report.snapshot,
  editionFile: report.editionFile,
  savedView: report.savedView,
  distinctPair: duplicate.distinctPair,
  mergedRecord: duplicate.mergedRecord,
} as const;

export type EntityName = keyof typeof entities;

type FieldsOf<N extends EntityName> =
  (typeof entities)[N] extends Entity<string, infer F> ? F : Fields;

export type RecordOf<N extends EntityName> = RecordFrom<N, FieldsOf<N>>;
export type NewRecord<N extends EntityName> = NewFrom<FieldsOf<N>>;
export type RecordPatch<N extends EntityName> = PatchFrom<FieldsOf<N>>;

export const entityNames = Object.keys(entities) as readonly EntityName[]; // keys of a const object

export function isEntityName(value: string): value is EntityName {
  return Object.hasOwn(entities, value);
}

/** The declaration of a kind of record, seen without its particular columns. */
export function entityOf(name: EntityName): Entity {
  return entities[name];
}
