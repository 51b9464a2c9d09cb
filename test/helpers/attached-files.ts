import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

import type { Id } from '#domain/ids.ts';
import { filesFolder } from '#services/attachment-files.ts';
import { addAttachments } from '#services/attachments.ts';
import { createRecord } from '#services/records.ts';
import type { StoreSession } from '#services/session.ts';
import { listRecords } from '#repositories/records.repo.ts';

import { groupStore, temporaryFolder } from './stores.ts';

const by = { author: 'Essai' };

export const digest = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** Keeps documents, given by name and content, with a record of a store. */
export async function attachTexts(
  session: StoreSession,
  recordId: Id<'deliverable'>,
  documents: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  const folder = temporaryFolder();
  const paths = Object.entries(documents).map(([name, content]) => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  });
  const request = { recordTable: 'deliverable', recordId, paths, today: '2017-09-20' } as const;
  await addAttachments(session, by, request, { signal: new AbortController().signal });
}

/** A store with one group, and deliverables to keep files with. */
export function storeWithFiles() {
  const { session, options } = groupStore('Groupe');
  const group = listRecords(session.reader, 'workingGroup')[0]?.id;
  if (group === undefined) throw new Error('made with the store');
  const subGroup = (name: string) =>
    createRecord(session, by, 'subGroup', { workingGroupId: group, name, position: 0 }).value;
  const deliverable = (title: string, subGroupId?: Id<'subGroup'>) =>
    createRecord(session, by, 'deliverable', {
      workingGroupId: group,
      kind: 'roadmap',
      title,
      version: 1,
      ...(subGroupId === undefined ? {} : { subGroupId }),
    }).value;
  const attach = (
    id: Id<'deliverable'>,
    documents: Readonly<Record<string, string | Uint8Array>>,
  ) => attachTexts(session, id, documents);
  return { session, options, subGroup, deliverable, attach };
}

/** Digests of everything that lies in a folder of kept files, what is under way included. */
export function heldNames(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .toSorted();
}

/** Every file that bears a digest holds the bytes of that digest. */
export function wrongOnes(folder: string): string[] {
  return heldNames(folder)
    .filter((name) => /^[0-9a-f]{64}$/.test(name))
    .filter((name) => digest(readFileSync(join(folder, name.slice(0, 2), name))) !== name);
}

/** Puts a file into the store's folder that no record speaks of, so long ago. */
export function leaveOrphan(storePath: string, content: string, daysAgo: number): string {
  const name = digest(content);
  const folder = join(filesFolder(storePath), name.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  utimesSync(join(folder, name), at, at);
  return name;
}

interface ChildEnd {
  readonly text: string;
  readonly signal: string | null;
}

/**
 * Runs a module's text in a process of its own, from the project, so that `#…` imports work.
 * @param limitKb limits the size of any written file, as on a full disk
 * @param killAfterMs kills it so long after its first word
 */
export async function runApart(
  body: string,
  { limitKb, killAfterMs }: { readonly limitKb?: number; readonly killAfterMs?: number } = {},
): Promise<ChildEnd> {
  const node = ['--input-type=module', '-e', body];
  const options = { stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'] };
  const child =
    limitKb === undefined
      ? spawn(process.execPath, node, options)
      : spawn(
          'bash',
          ['-c', `ulimit -f ${limitKb}; exec "$0" "$@"`, process.execPath, ...node],
          options,
        );
  let text = '';
  child.stdout.on('data', (data: Buffer) => {
    if (text === '' && killAfterMs !== undefined) {
      setTimeout(() => child.kill('SIGKILL'), killAfterMs);
    }
    text += data.toString();
  });
  await once(child, 'close');
  return { text, signal: child.signalCode };
}

/** The start of a script that opens a store of these options for writing, as `session`. */
export function openingScript({ path, home }: { path: string; home: string }): string {
  return `
    import { openSession } from '#services/session.ts';
    const codeOf = (error) => String(error.code ?? error);
    process.on('SIGXFSZ', () => {});
    const session = openSession({ path: ${JSON.stringify(path)}, home: ${JSON.stringify(home)},
      tokens: { read: () => null, write: () => {} } });
  `;
}
