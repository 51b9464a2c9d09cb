import { basename } from 'node:path';

import type { NeedsFormView } from '#contract/needs.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { mustGet } from '#services/events/find.ts';
import { organisationCalled } from '#services/form-file/organisation.ts';
import type { ReadWork } from '#services/form-file/read.ts';
import { readFormFiles } from '#services/form-file/read.ts';
import type { StoreSession } from '#services/session.ts';

import type { PlannedForm, PlannedLine } from './judge.ts';
import { groundOf, planForm } from './judge.ts';
import { FORM } from './layout.ts';

export interface NeedsFormsContext extends ReadWork {
  readonly onProgress?: (done: number, total: number) => void;
}

interface Batch {
  readonly surveyId: Id<'needsSurvey'>;
  /** The day that the files of the batch came back. */
  readonly receivedOn: string;
}

async function planAll(
  { reader }: StoreSession,
  surveyId: string,
  paths: readonly string[],
  work: NeedsFormsContext,
): Promise<PlannedForm[]> {
  mustGet(reader, 'needsSurvey', surveyId);
  const outcomes = await readFormFiles(paths, FORM, work);
  const ground = groundOf(reader, mustGet(reader, 'needsSurvey', surveyId));
  return outcomes.map((outcome) => planForm(ground, outcome));
}

/** Reads returned forms and says what would become of each line; nothing is written. */
export async function readNeedsForms(
  session: StoreSession,
  {
    surveyId,
    files,
  }: Batch & { readonly files: readonly { readonly grant: string; readonly path: string }[] },
  context: NeedsFormsContext,
): Promise<NeedsFormView[]> {
  const paths = files.map(({ path }) => path);
  const planned = await planAll(session, surveyId, paths, context);
  return planned.flatMap(({ view }, at) => {
    const file = files[at];
    return file === undefined
      ? []
      : [{ ...view, grant: file.grant, fileName: basename(file.path) }];
  });
}

export interface TakenNeeds {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** What a file brings. @throws AppError with the place of the first thing that keeps it out */
function usable({ view, plan }: PlannedForm, fileName: string): NonNullable<PlannedForm['plan']> {
  const problems = [...view.problems, ...view.lines.flatMap((line) => line.problems)];
  const [first] = problems;
  if (first !== undefined) {
    const { cell, shown } = first;
    throw new AppError('needs.formHasErrors', { fileName, cell, shown, count: problems.length });
  }
  if (plan === null) throw new AppError('needs.formUnusable', { fileName });
  return plan;
}

/**
 * Takes returned forms in, as one operation: all their lines or none.
 * @throws AppError `needs.formChanged` for a file that is no longer what was shown,
 *   `needs.formHasErrors` with the place, `needs.formUnusable`
 */
export async function takeNeedsForms(
  session: StoreSession,
  {
    surveyId,
    receivedOn,
    files,
  }: Batch & { readonly files: readonly { readonly path: string; readonly sha256: string }[] },
  { author, ...context }: NeedsFormsContext & { readonly author: string },
): Promise<OperationResult<TakenNeeds>> {
  const paths = files.map(({ path }) => path);
  const planned = await planAll(session, surveyId, paths, context);
  const plans = planned.map((form, at) => {
    const file = files[at];
    const fileName = basename(file?.path ?? '');
    if (form.view.sha256 === null || form.view.sha256 !== file?.sha256) {
      throw new AppError('needs.formChanged', { fileName });
    }
    return usable(form, fileName);
  });
  const count = (fate: PlannedLine['fate']): number =>
    plans.reduce((sum, { lines }) => sum + lines.filter((line) => line.fate === fate).length, 0);
  const taken = { added: count('new'), updated: count('update'), unchanged: count('duplicate') };
  const reason = { key: 'takeNeeds', params: { count: taken.added + taken.updated } };
  return runOperation(session.writer(), { author, reason, kind: 'import' }, (op) => {
    const made = new Map<PlannedLine, Id<'need'>>();
    for (const { organisationId, organisation, buyerKind, lines } of plans) {
      if (lines.every(({ fate }) => fate === 'duplicate')) continue;
      const owner =
        organisationId ??
        organisationCalled(op.db, organisation.name, organisation.siret ?? null)?.id ??
        op.insert('organisation', organisation);
      for (const line of lines) {
        const { fate, values, target } = line;
        if (fate === 'new') {
          const id = op.insert('need', {
            ...values,
            surveyId,
            organisationId: owner,
            buyerKind,
            receivedOn,
          });
          made.set(line, id);
        } else if (fate === 'update' && target !== null) {
          const id = 'id' in target ? target.id : made.get(target.line);
          if (id !== undefined) op.update('need', id, { ...values, receivedOn });
        }
      }
    }
    return taken;
  });
}
