import type { ChannelOutput, ChannelRequest } from '#contract/channels.ts';
import type { ApplicationSheet, PhaseDecisionView } from '#contract/selection.channels.ts';
import type { RecordOf } from '#domain/registry.ts';
import { getRecord, labelsOf, listRecords } from '#repositories/records.repo.ts';
import { cardRows, segmentRows } from '#repositories/selection.repo.ts';
import {
  answersOf,
  contactsOf,
  criterionScores,
  decisionsOf,
  duplicatesOf,
  offersOf,
  othersOf,
} from '#repositories/selection-sheet.repo.ts';
import { DataError } from '#sql/errors.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Course } from './course.ts';
import { courseOf, mustGet, standingIn } from './course.ts';
import { cardBase, placeView } from './views.ts';

function decisionViews(db: ReadableDb, applicationId: string): PhaseDecisionView[] {
  return decisionsOf(db, applicationId).map((decision) => {
    const exceptions = listRecords(db, 'decisionException', { phaseDecisionId: decision.id }, [
      'statedAt',
    ]);
    const people = labelsOf(
      db,
      'person',
      exceptions.flatMap(({ statedById }) => statedById ?? []),
    );
    return {
      ...decision,
      isReleased: decision.isReleased === 1,
      exceptions: exceptions.map(
        ({ id, fromOutcome, toOutcome, reason, statedAt, statedById }) => ({
          id,
          fromOutcome,
          toOutcome,
          reason,
          statedAt,
          statedByName: people.get(statedById ?? '') ?? null,
        }),
      ),
    };
  });
}

const numbered = ({ id, number, title }: { id: string; number: number; title: string }) => ({
  id,
  number,
  title,
});

function sheetIn(
  db: ReadableDb,
  course: Course,
  application: RecordOf<'application'>,
): ApplicationSheet | null {
  const { id, organisationId } = application;
  const row = cardRows(db, [id]).get(id);
  if (row === undefined) return null;
  const organisation = mustGet(db, 'organisation', organisationId);
  const [withdrawal] = listRecords(db, 'withdrawal', { applicationId: id }, ['withdrawnOn']);
  const original =
    application.duplicateOfId === null
      ? null
      : getRecord(db, 'application', application.duplicateOfId);
  const decisions = decisionViews(db, id);
  return {
    ...cardBase(
      row,
      segmentRows(db, [id]).map(({ id: segmentId, name }) => ({ id: segmentId, name })),
    ),
    score: null,
    hasException: decisions.some(({ exceptions }) => exceptions.length > 0),
    callId: application.callId,
    summary: application.summary,
    place: placeView(course.phases, standingIn(course, id).place),
    organisation: {
      id: organisationId,
      name: organisation.name,
      kind: organisation.kind,
      communeName: organisation.communeName,
      website: organisation.website,
      description: organisation.description,
    },
    contacts: contactsOf(db, id).map((contact) => ({ ...contact, isMain: contact.isMain === 1 })),
    offers: offersOf(db, id).map((offer) => ({ ...offer, isMarketed: offer.isMarketed === 1 })),
    answers: answersOf(db, id, application.callId).map((answer) => ({
      ...answer,
      isRequired: answer.isRequired === 1,
    })),
    attachments: listRecords(db, 'attachment', { recordId: id }, ['fileName']).map(
      (attachment) => ({
        id: attachment.id,
        fileName: attachment.fileName,
        mimeType: attachment.mimeType,
        byteSize: attachment.byteSize,
      }),
    ),
    duplicateOf: original === null ? null : numbered(original),
    duplicates: duplicatesOf(db, id),
    withdrawal:
      withdrawal === undefined
        ? null
        : {
            id: withdrawal.id,
            withdrawnOn: withdrawal.withdrawnOn,
            reason: withdrawal.reason,
          },
    decisions,
    letters: listRecords(db, 'outcomeLetter', { applicationId: id }, ['madeAt']).map(
      ({ id: letterId, outcome, madeAt, medium }) => ({ id: letterId, outcome, madeAt, medium }),
    ),
    others: othersOf(db, id, organisationId),
  };
}

/** All about one application; null when it is not there. */
export function applicationSheet(
  db: ReadableDb,
  { id }: ChannelRequest<'selection:application'>,
  course?: Course,
): ApplicationSheet | null {
  const application = getRecord(db, 'application', id);
  if (application === null) return null;
  return sheetIn(db, course ?? courseOf(db, application.callId), application);
}

/** Applications side by side. @throws DataError `record.notFound` */
export function compare(
  db: ReadableDb,
  { ids }: ChannelRequest<'selection:compare'>,
): ChannelOutput<'selection:compare'> {
  return ids.map((id) => {
    const application = applicationSheet(db, { id });
    if (application === null) throw new DataError('record.notFound', { table: 'application', id });
    return { application, criteria: criterionScores(db, id) };
  });
}
