import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { AppError } from '#contract/errors.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordOf } from '#domain/registry.ts';
import { writeArchive } from '#interop/file-archive.ts';
import { KIT_FORMAT, KIT_FORMAT_VERSION } from '#interop/kit/exchange-kit.ts';
import type { WriteForm } from '#interop/kit/form-book.ts';
import { writeFormOds } from '#interop/kit/form-ods.ts';
import { writeFormXlsx } from '#interop/kit/form-xlsx.ts';
import type { LongOperation } from '#journal/long-operation.ts';
import { runLongOperation } from '#journal/long-operation.ts';
import { getMeta } from '#journal/meta.ts';
import { newId } from '#journal/new-id.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import { getRecord, listRecords } from '#repositories/records.repo.ts';
import { ExportError } from '#interop/table.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { StoreSession } from '#services/session.ts';
import type { Member } from '../phase.ts';
import {
  applicationsOfPhase,
  criteriaOf,
  membersOf,
  phaseOf,
  recusalsOf,
  weightsOf,
} from '../phase.ts';
import { nextVersion } from '../scoring.ts';
import type { Wording } from '../wording.ts';
import type { Kit, KitApplication, KitFormat } from './model.ts';
import { kitExtensions } from './model.ts';
import type { ShownApplication } from './shown.ts';
import { kitFingerprint, shownApplications } from './shown.ts';
import { kitWorkbook } from './workbook.ts';

/** Where kits go: one archive, a folder, or the one file of one member. */
export interface KitTarget {
  readonly kind: 'zip' | 'folder' | 'file';
  readonly path: string;
}

export interface MakeKitsRequest {
  readonly phaseId: Id<'phase'>;
  /** Null for all members of the committee in office that day. */
  readonly evaluatorIds: readonly string[] | null;
  readonly formats: readonly KitFormat[];
  readonly target: KitTarget;
  readonly today: string;
}

export interface MadeKit {
  readonly kitId: string;
  readonly evaluatorId: string;
  readonly name: string;
  readonly version: number;
  readonly applications: number;
  readonly recusals: number;
  readonly files: readonly string[];
}

export interface KitWork extends Wording {
  readonly author: string;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

interface KitFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Makes the kits of a committee's members, as one operation: each holds the applications of the
 * phase that the member is not recused from, and the member's own scores so far. The files are
 * written before the operation is kept, so that no kit is recorded that nobody has.
 * @throws AppError `committee.noMembers`, `committee.noCriteria`, `committee.noWeight`,
 *   `committee.noKits` without an application, `export.*`
 */
export async function makeKits(
  session: StoreSession,
  request: MakeKitsRequest,
  work: KitWork,
): Promise<{ readonly operationId: string | null; readonly kits: MadeKit[] }> {
  const { reader } = session;
  const phase = phaseOf(reader, request.phaseId);
  weightsOf(criteriaOf(reader, phase.id));
  const members = chosenMembers(reader, phase, request);
  const applications = applicationsOfPhase(reader, phase).map(({ id }) => id);
  if (applications.length === 0) throw new AppError('committee.noKits');
  assertTarget(request, members.length);
  const reason = { key: 'makeKits', params: { count: members.length } };
  const { value, operationId } = await runLongOperation(
    session.writer(),
    { author: work.author, reason },
    async (operation) => {
      const shown = await inOperation(operation, shownApplications(operation.db, applications));
      const made: MadeKit[] = [];
      const files: KitFile[] = [];
      const taken = new Set<string>();
      for (const member of members) {
        const kit = await recordKit(operation, phase, member, shown);
        const written = await kitFiles(kit, request.formats, work, operation, taken);
        files.push(...written);
        made.push({
          kitId: kit.kitId,
          evaluatorId: member.personId,
          name: member.name,
          version: kit.version,
          applications: kit.applications.length,
          recusals: shown.length - kit.applications.length,
          files: written.map(({ name }) => name),
        });
        work.onProgress?.(made.length, members.length);
      }
      await writeFiles(files, request.target);
      return made;
    },
    { signal: work.signal },
  );
  return { operationId, kits: value };
}

function chosenMembers(
  db: ReadableDb,
  phase: RecordOf<'phase'>,
  { evaluatorIds, today }: MakeKitsRequest,
): Member[] {
  const members = membersOf(db, phase, today).filter(({ isMember }) => isMember);
  const chosen =
    evaluatorIds === null
      ? members
      : members.filter(({ personId }) => evaluatorIds.includes(personId));
  if (evaluatorIds !== null && chosen.length < new Set(evaluatorIds).size) {
    throw new AppError('committee.notAMember');
  }
  if (chosen.length === 0) throw new AppError('committee.noMembers');
  return chosen;
}

function assertTarget({ target, formats }: MakeKitsRequest, members: number): void {
  const { kind, path } = target;
  const isFolder = existsSync(path) && statSync(path).isDirectory();
  const isOneFile = members * new Set(formats).size === 1;
  if ((kind === 'folder') !== isFolder || (kind === 'file' && !isOneFile)) {
    throw new AppError('export.notWritable', { path });
  }
}

async function inOperation<T>(operation: LongOperation, steps: Generator<void, T>): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await operation.turn();
  }
}

/** Writes the kit's record and says what goes into its files. */
async function recordKit(
  operation: LongOperation,
  phase: RecordOf<'phase'>,
  { personId, name }: Member,
  shown: readonly ShownApplication[],
): Promise<Kit> {
  const { db } = operation;
  const evaluatorId: Id<'person'> = personId;
  const criteria = criteriaOf(db, phase.id);
  const recused = new Set(
    recusalsOf(db, phase.callId)
      .filter((one) => one.personId === personId)
      .map(({ applicationId }) => applicationId),
  );
  const applications: KitApplication[] = [];
  for (const one of shown) {
    if (recused.has(one.id)) continue;
    applications.push({ ...one, ...ownMarks(db, personId, one.id, criteria) });
    await operation.turn();
  }
  const contents = {
    applications: applications.map(({ id, number, fingerprint }) => ({ id, number, fingerprint })),
    criteria: criteria.map((one) => ({
      id: one.id,
      name: one.name,
      weight: one.weight,
      scaleMin: one.scaleMin,
      scaleMax: one.scaleMax,
    })),
  };
  const kitId: Id<'committeeKit'> = newId();
  const version = nextVersion(db, phase.id, personId);
  const storeId = getMeta(db, 'storeId') ?? '';
  const identity = { storeId, kitId, phaseId: phase.id, evaluatorId, version };
  const fingerprint = kitFingerprint(identity, contents);
  const madeAt = new Date().toISOString();
  operation.insert(
    'committeeKit',
    { phaseId: phase.id, evaluatorId, version, madeAt, fingerprint, contents },
    kitId,
  );
  return {
    ...identity,
    fingerprint,
    madeAt,
    callTitle: getRecord(db, 'callForInterest', phase.callId)?.title ?? '',
    phaseName: phase.name,
    deadlineOn: phase.deadlineOn,
    memberName: name,
    criteria,
    applications,
  };
}

/** The member's own scores, and their words on the application, whichever score they stand with. */
function ownMarks(
  db: ReadableDb,
  evaluatorId: string,
  applicationId: string,
  criteria: readonly RecordOf<'criterion'>[],
): Pick<KitApplication, 'marks' | 'comment'> {
  const scores = listRecords(db, 'score', { evaluatorId, applicationId });
  const own = criteria.flatMap(({ id }) => scores.findLast((one) => one.criterionId === id) ?? []);
  return {
    marks: own.map(({ criterionId, value, isAbstention }) => ({
      criterionId,
      value,
      isAbstention,
    })),
    comment: joinedComment(own),
  };
}

/** What a member wrote on an application, in the order of the criteria; null for nothing. */
export function joinedComment(
  scores: readonly { readonly comment: string | null }[],
): string | null {
  const comments = scores.flatMap(({ comment }) => (comment === null ? [] : [comment]));
  return comments.length === 0 ? null : [...new Set(comments)].join('\n');
}

const FORMS: Readonly<Record<'xlsx' | 'ods', WriteForm>> = {
  xlsx: writeFormXlsx,
  ods: writeFormOds,
};

async function kitFiles(
  kit: Kit,
  formats: readonly KitFormat[],
  work: KitWork,
  { turn }: LongOperation,
  taken: Set<string>,
): Promise<KitFile[]> {
  const title = work.translate('committee:kit.fileName', {
    phase: kit.phaseName,
    member: kit.memberName,
    version: kit.version,
  });
  const base = unused(safeFileName(title, 'kit'), taken);
  const files: KitFile[] = [];
  for (const format of new Set(formats)) {
    const name = base + kitExtensions[format];
    if (format === 'exchange') {
      files.push({ name, bytes: Buffer.from(exchangeText(kit), 'utf8') });
      continue;
    }
    const chunks: Uint8Array[] = [];
    await FORMS[format](
      kitWorkbook(kit, work.author, work),
      (chunk) => void chunks.push(chunk),
      turn,
    );
    files.push({ name, bytes: Buffer.concat(chunks) });
  }
  return files;
}

function unused(name: string, taken: Set<string>): string {
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} (${number})`;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}

/** A kit as the program's own file. */
function exchangeText(kit: Kit): string {
  const { criteria, applications, ...head } = kit;
  const file = {
    format: KIT_FORMAT,
    formatVersion: KIT_FORMAT_VERSION,
    ...head,
    criteria: criteria.map(({ deletedAt: _deletedAt, phaseId: _phaseId, ...one }) => one),
    applications: applications.map((one) => ({
      ...one,
      marks: criteria.map(
        ({ id }) =>
          one.marks.find(({ criterionId }) => criterionId === id) ?? {
            criterionId: id,
            value: null,
            isAbstention: false,
          },
      ),
    })),
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}

async function writeFiles(files: readonly KitFile[], { kind, path }: KitTarget): Promise<void> {
  if (kind === 'zip') {
    const day = new Date().toLocaleDateString('sv-SE');
    const archived = files.map(({ name, bytes }) => ({
      name,
      byteSize: bytes.length,
      day,
      read: async function* read() {
        yield bytes;
      },
    }));
    await writeFileInto(path, (sink) => writeArchive(archived, sink)).catch((error: unknown) => {
      throw error instanceof ExportError ? new AppError('export.tooLarge', { path }) : error;
    });
    return;
  }
  for (const { name, bytes } of files) {
    await writeFileInto(kind === 'folder' ? join(path, name) : path, (sink) => sink(bytes));
  }
}
