import { basename } from 'node:path';

import type { FormFileView } from '#contract/application-form.channels.ts';
import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { getRecord } from '#repositories/records.repo.ts';
import { organisationCalled } from '#services/form-file/organisation.ts';
import type { ReadWork } from '#services/form-file/read.ts';
import { readFormFiles } from '#services/form-file/read.ts';
import { mustGet } from '#services/selection/course.ts';
import type { StoreSession } from '#services/session.ts';
import { foldText } from '#sql/fold.ts';

import type { Entered } from './enter.ts';
import { enterInto } from './enter.ts';
import type { JudgedForm } from './judge.ts';
import { groundOf, judgeForm } from './judge.ts';
import { FORM } from './layout.ts';

export interface FormsContext extends ReadWork {
  readonly onProgress?: (done: number, total: number) => void;
}

interface Batch {
  readonly callId: Id<'callForInterest'>;
  /** The day that the files of the batch came back. */
  readonly receivedOn: string;
  readonly paths: readonly string[];
}

async function judgeAll(
  session: StoreSession,
  { callId, receivedOn, paths }: Batch,
  work: FormsContext,
): Promise<JudgedForm[]> {
  const call = mustGet(session.reader, 'callForInterest', callId);
  const outcomes = await readFormFiles(paths, FORM, work);
  const ground = groundOf(session.reader, call, receivedOn);
  const judged: JudgedForm[] = [];
  for (const outcome of outcomes) {
    const one = judgeForm(ground, outcome);
    const same = judged.findIndex(({ view }) => isSame(view, one.view));
    judged.push(
      same < 0 || one.entry === null
        ? one
        : {
            ...one,
            view: {
              ...one.view,
              sameAsFile: same,
              fate: judged[same]?.view.sha256 === one.view.sha256 ? 'leave' : 'duplicate',
            },
          },
    );
  }
  return judged;
}

type View = JudgedForm['view'];

/** Whether two files come from the same organisation. */
function isSame(one: View, other: View): boolean {
  if (one.refusal !== null || other.refusal !== null) return false;
  return one.known !== null && other.known !== null
    ? one.known.id === other.known.id
    : foldText(one.organisationName) === foldText(other.organisationName);
}

/** Reads returned forms and says what would become of each; nothing is written. */
export async function readForms(
  session: StoreSession,
  request: Omit<Batch, 'paths'> & {
    readonly files: readonly { readonly grant: string; readonly path: string }[];
  },
  context: FormsContext,
): Promise<FormFileView[]> {
  const { files, ...batch } = request;
  const paths = files.map(({ path }) => path);
  const judged = await judgeAll(session, { ...batch, paths }, context);
  return files.map(({ grant, path }, at) => {
    const { view } = judged[at] ?? {};
    if (view === undefined) throw new Error('a judgement for each file');
    return { ...view, grant, fileName: basename(path) };
  });
}

export interface TakenFile {
  readonly path: string;
  readonly sha256: string;
  readonly fate: 'take' | 'duplicate';
}

/**
 * Takes returned forms in, as one operation.
 * @throws AppError `application.formChanged` for a file that is no longer what was shown,
 *   `application.formUnusable`
 */
export async function takeForms(
  session: StoreSession,
  { files, ...batch }: Omit<Batch, 'paths'> & { readonly files: readonly TakenFile[] },
  { author, ...context }: FormsContext & { readonly author: string },
): Promise<OperationResult<Entered[]>> {
  const paths = files.map(({ path }) => path);
  const judged = await judgeAll(session, { ...batch, paths }, context);
  const entries = files.map(({ path, sha256, fate }, at) => {
    const { entry, view } = judged[at] ?? {};
    const fileName = basename(path);
    if (view?.sha256 !== sha256) throw new AppError('application.formChanged', { fileName });
    if (entry === null || entry === undefined) {
      throw new AppError('application.formUnusable', { fileName });
    }
    return { entry, fate, earlier: view.earlier };
  });
  const reason = { key: 'takeForms', params: { count: entries.length } };
  return runOperation(session.writer(), { author, reason, kind: 'import' }, (op) => {
    /** The first response of each organisation in this batch. */
    const firsts = new Map<string, Id<'application'>>();
    return entries.map(({ entry, fate, earlier }) => {
      const known =
        entry.organisationId ??
        organisationCalled(op.db, entry.organisationName, entry.details?.siret ?? null)?.id ??
        null;
      const before =
        earlier[0] === undefined ? null : getRecord(op.db, 'application', earlier[0].id);
      const original =
        before === null
          ? known === null
            ? null
            : (firsts.get(known) ?? null)
          : (before.duplicateOfId ?? before.id);
      const entered = enterInto(op, {
        ...entry,
        organisationId: known,
        duplicateOfId: fate === 'duplicate' ? original : null,
      });
      const made = mustGet(op.db, 'application', entered.id);
      if (!firsts.has(made.organisationId)) firsts.set(made.organisationId, entered.id);
      return entered;
    });
  });
}
