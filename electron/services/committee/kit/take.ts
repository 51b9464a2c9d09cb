import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { NewRecord, RecordOf } from '#domain/registry.ts';
import type { LongOperation } from '#journal/long-operation.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import type { Patched } from '#journal/operation.ts';
import { listRecords } from '#repositories/records.repo.ts';

import type { StoreSession } from '#services/session.ts';
import { criteriaOf } from '../phase.ts';
import type { JudgedFile, ReturnCell, Said } from './judgement.ts';
import type { Choice, OpenReturns, ReturnsContext } from './returns.ts';

export interface TakenReturns {
  readonly operationId: string | null;
  readonly files: number;
  readonly added: number;
  readonly replaced: number;
  /** Cells of which the stored value was kept, by choice. */
  readonly left: number;
}

/** A cell and what is to stand in it. */
interface Accepted {
  readonly cell: ReturnCell;
  readonly said: Said;
}

function acceptedOf(cell: ReturnCell, choice: Choice | undefined): Accepted | null {
  if (cell.fate === 'new') {
    const said = cell.offers[0]?.said;
    return said === undefined ? null : { cell, said };
  }
  if (cell.fate !== 'differs' || choice === undefined || choice === 'stored') return null;
  const said = cell.offers.findLast(({ file }) => file === choice)?.said;
  return said === undefined ? null : { cell, said };
}

const isUsable = ({ refusal, isKnown, kitId }: JudgedFile): boolean =>
  refusal === null && kitId !== null && !isKnown;

/**
 * Writes the scores that returned kits bring and records the returns, as one operation.
 * @throws AppError `committee.nothingToTake`
 */
export async function takeReturns(
  session: StoreSession,
  { judgement, choices, phaseId }: OpenReturns,
  { author, signal, onProgress }: ReturnsContext,
): Promise<TakenReturns> {
  const { files, cells } = judgement;
  const accepted: Accepted[] = [];
  let left = 0;
  for (const cell of cells.values()) {
    const one = acceptedOf(cell, choices.get(cell.key));
    if (one !== null) accepted.push(one);
    else if (cell.fate === 'differs') left += 1;
  }
  const returns = files.filter(isUsable);
  if (accepted.length === 0 && returns.length === 0) throw new AppError('committee.nothingToTake');
  const reason = { key: 'takeKits', params: { count: accepted.length } };
  const { value, operationId } = await runLongOperation(
    session.writer(),
    { author, reason },
    async (operation) => {
      const written = await writeScores(operation, phaseId, accepted, onProgress);
      const takenAt = new Date().toISOString();
      operation.insertMany(
        'kitReturn',
        returns.map(({ kitId, fileName, sha256 }) => ({
          values: {
            kitId: kitId ?? '',
            takenAt,
            fileName: fileName.slice(0, 500),
            fileSha256: sha256 ?? '',
          },
        })),
      );
      return written;
    },
    { signal },
  );
  return { operationId, files: returns.length, left, ...value };
}

async function writeScores(
  operation: LongOperation,
  phaseId: Id<'phase'>,
  accepted: readonly Accepted[],
  onProgress: ReturnsContext['onProgress'],
): Promise<{ readonly added: number; readonly replaced: number }> {
  const order = criteriaOf(operation.db, phaseId).map(({ id }) => id as string);
  const groups = new Map<string, Accepted[]>();
  for (const one of accepted) {
    const key = `${one.cell.evaluatorId} ${one.cell.applicationId}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const inserts: { readonly values: NewRecord<'score'> }[] = [];
  const patches: Patched<'score'>[] = [];
  let done = 0;
  for (const group of groups.values()) {
    const written = ofOneApplication(operation, order, group);
    inserts.push(...written.inserts);
    patches.push(...written.patches);
    done += group.length;
    onProgress?.(done, accepted.length);
    await operation.turn();
  }
  for (let at = 0; at < inserts.length; at += 500) {
    operation.insertMany('score', inserts.slice(at, at + 500));
    await operation.turn();
  }
  for (let at = 0; at < patches.length; at += 500) {
    operation.updateEach('score', patches.slice(at, at + 500));
    await operation.turn();
  }
  const added = accepted.filter(({ cell }) => cell.stored === null).length;
  return { added, replaced: accepted.length - added };
}

/**
 * What is to be written of one member and one application. The comment stands with the first
 * criterion that has a score, and nowhere else.
 */
function ofOneApplication(
  { db }: LongOperation,
  order: readonly string[],
  group: readonly Accepted[],
): { inserts: { values: NewRecord<'score'> }[]; patches: Patched<'score'>[] } {
  const first = group[0]?.cell;
  if (first === undefined) return { inserts: [], patches: [] };
  const evaluatorId: Id<'person'> = first.evaluatorId;
  const applicationId: Id<'application'> = first.applicationId;
  const stored = new Map<string, RecordOf<'score'>>(
    listRecords(db, 'score', { evaluatorId, applicationId }).map((one) => [one.criterionId, one]),
  );
  const inserts = new Map<string, NewRecord<'score'>>();
  const patches = new Map<string, Patched<'score'>>();
  const patch = (score: RecordOf<'score'>, values: Patched<'score'>['patch']): void => {
    const before = patches.get(score.id)?.patch ?? {};
    patches.set(score.id, { id: score.id, patch: { ...before, ...values } });
  };
  for (const { cell, said } of group) {
    const criterionId: Id<'criterion'> | null = cell.criterionId;
    if (criterionId === null || said.kind === 'comment') continue;
    const values = {
      value: said.kind === 'score' ? said.value : null,
      isAbstention: said.kind === 'abstention',
    };
    const before = stored.get(criterionId);
    if (before === undefined) {
      inserts.set(criterionId, { evaluatorId, applicationId, criterionId, ...values });
    } else {
      patch(before, values);
    }
  }
  const comment = group.findLast(({ said }) => said.kind === 'comment')?.said;
  if (comment?.kind === 'comment') {
    const at = order.find((id) => stored.has(id) || inserts.has(id));
    for (const id of order) {
      const text = id === at ? comment.text : null;
      const [before, fresh] = [stored.get(id), inserts.get(id)];
      if (before !== undefined) patch(before, { comment: text });
      else if (fresh !== undefined) inserts.set(id, { ...fresh, comment: text });
    }
  }
  return {
    inserts: [...inserts.values()].map((values) => ({ values })),
    patches: [...patches.values()],
  };
}
