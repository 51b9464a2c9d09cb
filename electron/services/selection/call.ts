import type { ChannelRequest } from '#contract/channels.ts';
import type { CallSheet, CallView } from '#contract/selection.channels.ts';
import { takesPart } from '#domain/pipeline.ts';
import type { RecordOf } from '#domain/registry.ts';
import { checkMethod } from '#domain/selection-method.ts';
import { countRecords, getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { answerCounts } from '#repositories/selection-sheet.repo.ts';
import { nameRecord } from '#services/named.ts';
import type { ReadableDb } from '#sql/sql.ts';

import { courseOf } from './course.ts';
import { exclusionReasonsOf, phaseViews } from './views.ts';

function callView(db: ReadableDb, call: RecordOf<'callForInterest'>): CallView {
  const { id, workingGroupId, title, description, opensOn, closesOn, status } = call;
  return {
    id,
    workingGroupId,
    title,
    description,
    opensOn,
    closesOn,
    status,
    agreement: call.agreementId === null ? null : nameRecord(db, 'agreement', call.agreementId),
    event: call.eventId === null ? null : nameRecord(db, 'event', call.eventId),
    applications: countRecords(db, 'application', { callId: id }),
  };
}

/** Calls, the one that opened last first; those without a day at the end. */
export function calls(
  db: ReadableDb,
  { workingGroupId }: ChannelRequest<'selection:calls'>,
): CallView[] {
  const where = workingGroupId === null ? {} : { workingGroupId };
  return listRecords(db, 'callForInterest', where, ['title'])
    .toSorted((a, b) => (b.opensOn ?? '').localeCompare(a.opensOn ?? ''))
    .map((call) => callView(db, call));
}

/** A call with its method and what is wrong with it; null when it is not there. */
export function callSheet(
  db: ReadableDb,
  { id }: ChannelRequest<'selection:call'>,
): CallSheet | null {
  const call = getRecord(db, 'callForInterest', id);
  if (call === null) return null;
  const course = courseOf(db, id);
  const partners = listRecords(db, 'callPartner', { callId: id });
  const segments = listRecords(db, 'callSegment', { callId: id });
  const organisations = labelsOf(
    db,
    'organisation',
    partners.map(({ organisationId }) => organisationId),
  );
  const segmentNames = labelsOf(
    db,
    'purchaseSegment',
    segments.map(({ segmentId }) => segmentId),
  );
  const answers = answerCounts(db, id);
  return {
    ...callView(db, call),
    partners: partners.map((partner) => ({
      id: partner.id,
      organisationId: partner.organisationId,
      name: organisations.get(partner.organisationId) ?? '',
      role: partner.role,
    })),
    segments: segments.map((segment) => ({
      id: segment.id,
      segmentId: segment.segmentId,
      name: segmentNames.get(segment.segmentId) ?? '',
    })),
    questions: listRecords(db, 'callQuestion', { callId: id }, ['position']).map((question) => ({
      id: question.id,
      position: question.position,
      title: question.title,
      kind: question.kind,
      options: question.options,
      isRequired: question.isRequired,
      answers: answers.get(question.id) ?? 0,
    })),
    exclusionReasons: exclusionReasonsOf(db, id),
    phases: phaseViews(db, course),
    problems: checkMethod(course.phases, course.standings.filter(takesPart).length),
    letterTemplates: listRecords(db, 'letterTemplate', { callId: id }, ['outcome']).map(
      ({ id: templateId, outcome, subject }) => ({ id: templateId, outcome, subject }),
    ),
  };
}
