import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { read, utils, write } from 'xlsx';

import { listRecords } from '#repositories/records.repo.ts';
import { makeKits } from '#services/committee/kit/make.ts';
import { openReturns } from '#services/committee/kit/returns.ts';
import type { committeeStore } from '#test/committee.ts';
import { today, wording } from '#test/committee.ts';
import { temporaryFolder } from '#test/stores.ts';

export type Store = ReturnType<typeof committeeStore>;
export const work = { ...wording, author: 'Essai', signal: new AbortController().signal };

/** Makes the kits of all members into a folder of their own. */
export async function kitsOf(store: Store, formats: ('xlsx' | 'ods' | 'exchange')[] = ['xlsx']) {
  const path = temporaryFolder();
  const { kits, operationId } = await makeKits(
    store.session,
    {
      phaseId: store.phaseId,
      evaluatorIds: null,
      formats,
      target: { kind: 'folder', path },
      today,
    },
    work,
  );
  const fileOf = (member: number, format = 0): string =>
    join(path, kits[member]?.files[format] ?? '');
  return { path, kits, operationId, fileOf };
}

/** Fills cells in with a library that knows nothing of ours: A1 addresses of the first sheet. */
export function fill(
  path: string,
  cells: Readonly<Record<string, string | number>>,
  to = path,
): string {
  const book = read(readFileSync(path), { cellStyles: true });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  for (const [address, value] of Object.entries(cells)) {
    utils.sheet_add_aoa(sheet, [[value]], { origin: address });
  }
  const bookType = to.endsWith('.ods') ? 'ods' : 'xlsx';
  writeFileSync(to, write(book, { type: 'buffer', bookType }) as Uint8Array); // what that type gives
  return to;
}

export const openAll = (store: Store, ...paths: string[]) =>
  openReturns(store.session, { phaseId: store.phaseId, paths, today }, store.context());

/** Member, application, criterion by their places; value or abstention; comment. */
export const scoresIn = ({ db, personIds, applicationIds, criterionIds }: Store) =>
  listRecords(db, 'score').map((score) => [
    personIds.indexOf(score.evaluatorId),
    applicationIds.indexOf(score.applicationId),
    criterionIds.indexOf(score.criterionId),
    score.isAbstention ? 'abstention' : score.value,
    score.comment,
  ]);
