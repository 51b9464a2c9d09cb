import type { ChannelRequest } from '#contract/channels.ts';
import { AppError } from '#contract/errors.ts';
import type { LetterFormat, LetterProblem } from '#contract/selection-papers.channels.ts';
import type { PrintPdf } from '#documents/pdf.finish.ts';
import { buildLetters } from '#documents/reports/selection/letters.ts';
import type { SelectionHead } from '#documents/reports/selection/making.ts';
import { writeDraft } from '#interop/eml.ts';
import { writeArchive } from '#interop/file-archive.ts';
import { ExportError } from '#interop/table.ts';
import type { OperationResult } from '#journal/operation.ts';
import { runOperation } from '#journal/operation.ts';
import { safeFileName } from '#platform/file-names.ts';
import { writeFileInto } from '#platform/streamed-file.ts';
import type { Translate } from '#platform/translate.ts';
import { madeLetters } from '#repositories/selection-letters.repo.ts';
import type { Author } from '#services/records.ts';
import { groupOf } from '#services/reports/meeting-paper.ts';
import type { DocumentStyle } from '#services/house-style/style.ts';
import { documentStyle } from '#services/house-style/style.ts';
import { styledBytes } from '#services/house-style/write.ts';
import { courseOf } from '#services/selection/course.ts';
import type { StoreSession } from '#services/session.ts';
import type { ReadableDb } from '#sql/sql.ts';

import type { Letter, Letters } from './letters.ts';
import { lettersOf } from './letters.ts';

export interface LetterWork {
  readonly language: 'fr' | 'en';
  readonly translate: Translate;
  readonly printPdf?: PrintPdf | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export type MakeLettersRequest = Omit<ChannelRequest<'selectionPapers:makeLetters'>, 'grant'>;

export interface MadeLetters {
  readonly made: number;
  /** Numbers of applications, in their order. */
  readonly leftOut: readonly number[];
  readonly withoutAddress: readonly number[];
}

/** Whose letters these are, as they say at their head. */
export function headOf(
  db: ReadableDb,
  { course }: Pick<Letters, 'course'>,
  day: string,
): SelectionHead {
  const { call } = course;
  return { group: groupOf(db, call.workingGroupId), callTitle: call.title, day };
}

/** A problem as people read it: « {motif} sans valeur ». */
function problemText({ kind, field }: LetterProblem, translate: Translate): string {
  return translate(`selectionPapers:problem.${kind}`, { field });
}

/** Applications that a message names before it says how many more there are. */
const NAMED = 12;

/** @throws AppError `letters.incomplete` naming the applications and what is wrong with their letters */
function assertComplete(broken: readonly Letter[], { translate }: LetterWork): void {
  if (broken.length === 0) return;
  const named = broken.slice(0, NAMED).map(({ number, problems }) =>
    translate('selectionPapers:problem.of', {
      number,
      problems: problems.map((one) => problemText(one, translate)).join(', '),
    }),
  );
  throw new AppError('letters.incomplete', {
    count: broken.length,
    applications:
      named.join(`${translate('reportTexts:semicolon')} `) + (broken.length > NAMED ? ' …' : ''),
  });
}

function chosenLetters(
  db: ReadableDb,
  { letters }: Letters,
  { outcomes, applicationIds, onlyNew, callId }: MakeLettersRequest,
): Letter[] {
  const ids = applicationIds === null ? null : new Set<string>(applicationIds);
  const written = onlyNew
    ? new Set(madeLetters(db, callId).map((one) => `${one.applicationId} ${one.outcome}`))
    : null;
  return letters.filter(
    ({ applicationId, outcome }) =>
      (ids === null || ids.has(applicationId)) &&
      (outcomes === null || outcomes.includes(outcome)) &&
      written?.has(`${applicationId} ${outcome}`) !== true,
  );
}

interface StyledLetterWork extends LetterWork {
  readonly style: DocumentStyle;
}

function documentOf(
  letters: readonly Letter[],
  head: SelectionHead,
  format: Exclude<LetterFormat, 'eml'>,
  { language, translate, printPdf, style }: StyledLetterWork,
): Promise<Uint8Array> {
  const build = () => buildLetters(letters, head, { language, translate });
  return styledBytes(build, format, { style, printPdf });
}

const draftOf = ({ correspondents, subject, body }: Letter): Promise<Uint8Array> =>
  writeDraft({ to: correspondents, subject, text: body, attachments: [] });

/** `012 – Entreprise.docx`: in the order of the applications, whatever lists the archive. */
function fileName({ number, organisationName }: Letter, format: string): string {
  const padded = String(number).padStart(3, '0');
  return `${safeFileName(`${padded} – ${organisationName}`, padded)}.${format}`;
}

async function filesOf(
  letters: readonly Letter[],
  head: SelectionHead,
  format: LetterFormat,
  work: StyledLetterWork,
): Promise<{ readonly name: string; readonly bytes: Uint8Array }[]> {
  const files: { readonly name: string; readonly bytes: Uint8Array }[] = [];
  for (const letter of letters) {
    work.signal?.throwIfAborted();
    const bytes =
      format === 'eml' ? await draftOf(letter) : await documentOf([letter], head, format, work);
    files.push({ name: fileName(letter, format), bytes });
    work.onProgress?.(files.length, letters.length);
  }
  return files;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/**
 * Writes letters, or messages to be opened in the mail program, and records each of them, as one
 * operation; nothing is recorded when the file cannot be written. Only released decisions are told
 * of, unless the request includes the provisional ones.
 * @throws DataError `record.notFound`; AppError `letters.nothingToMake`, `letters.incomplete`,
 *   `export.noEngine` for a PDF without a browser, `export.notWritable`, `export.tooLarge`
 */
export async function makeLetters(
  session: StoreSession,
  path: string,
  { author }: Author,
  request: MakeLettersRequest,
  work: LetterWork,
): Promise<OperationResult<MadeLetters>> {
  const { callId, includesProvisional, format, today } = request;
  const db = session.reader;
  const found = lettersOf(db, callId, { ...work, includesProvisional });
  const chosen = chosenLetters(db, found, request);
  const ready = chosen.filter(({ problems }) => problems.length === 0);
  const broken = chosen.filter(({ problems }) => problems.length > 0);
  if (!request.skipsProblems) assertComplete(broken, work);
  if (ready.length === 0) throw new AppError('letters.nothingToMake');
  session.writer(); // a store opened for reading is refused before anything is written
  const head = headOf(db, found, today);
  const { workingGroupId } = courseOf(db, callId).call;
  const style = await documentStyle({ db, path: session.path }, workingGroupId);
  const styled = { ...work, style };
  const isArchive = format === 'eml' || request.isOneFileEach;
  const files = isArchive
    ? await filesOf(ready, head, format, styled)
    : [{ name: '', bytes: await documentOf(ready, head, format, styled) }];
  work.signal?.throwIfAborted();
  const medium = format === 'eml' ? 'email' : 'letter';
  return writeFileInto(path, async (sink) => {
    if (isArchive) {
      const archived = files.map(({ name, bytes }) => ({
        name,
        byteSize: bytes.length,
        day: today,
        read: () => once(bytes),
      }));
      await writeArchive(archived, sink).catch((error: unknown) => {
        throw error instanceof ExportError
          ? new AppError('export.tooLarge', { path }, { cause: error })
          : error;
      });
    } else {
      for (const { bytes } of files) await sink(bytes);
    }
    const reason = { key: 'makeLetters', params: { count: ready.length, medium } };
    return runOperation(session.writer(), { author, reason }, (op) => {
      const madeAt = new Date().toISOString();
      op.insertMany(
        'outcomeLetter',
        ready.map(({ applicationId, outcome }) => ({
          values: { applicationId, outcome, madeAt, medium },
        })),
      );
      return {
        made: ready.length,
        leftOut: broken.map(({ number }) => number),
        withoutAddress:
          medium === 'email'
            ? ready
                .filter(({ correspondents }) => correspondents.length === 0)
                .map(({ number }) => number)
            : [],
      };
    });
  });
}
