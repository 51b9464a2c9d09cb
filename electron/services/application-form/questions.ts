import { createHash } from 'node:crypto';

import { AppError } from '#contract/errors.ts';
import { readAnswer } from '#domain/application-answer.ts';
import type { RecordOf } from '#domain/registry.ts';
import { listRecords } from '#repositories/records.repo.ts';
import type { ReadableDb } from '#sql/sql.ts';

export type Question = RecordOf<'callQuestion'>;

/** The questions of a call in their order. */
export function questionsOf(db: ReadableDb, callId: string): Question[] {
  return listRecords(db, 'callQuestion', { callId }, ['position']);
}

/** Tells one wording of a question from another. */
export function fingerprintOf({ title, kind, options }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([title, kind, options]))
    .digest('hex')
    .slice(0, 12);
}

/**
 * The answer as it is kept; null for none.
 * @throws AppError `application.notANumber`, `application.notAnOption`
 */
export function answerTo(question: Question, text: string): string | null {
  const read = readAnswer(question, text);
  if ('value' in read) return read.value;
  throw new AppError(`application.${read.problem}`, {
    question: question.title,
    shown: text.trim(),
    options: question.options.join(', '),
  });
}

/** Required questions that none of the answers answers. */
export function missingIn(
  questions: readonly Question[],
  answered: ReadonlySet<string>,
): readonly Question[] {
  return questions.filter(({ id, isRequired }) => isRequired && !answered.has(id));
}

/** Questions that a response answers, blanks aside. */
export function answeredIn(db: ReadableDb, applicationId: string): Set<string> {
  return new Set(
    listRecords(db, 'applicationAnswer', { applicationId }).flatMap(({ questionId, value }) =>
      (value ?? '').trim() === '' ? [] : [questionId],
    ),
  );
}
