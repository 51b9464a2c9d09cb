import { z } from 'zod';

/** Forms of what an exchange file holds, to which everything read from one is held. */

const FILE_AT_MOST = 4_000_000_000;
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().min(0).max(FILE_AT_MOST);

export const packageHeader = z.object({
  format: z.literal('rapporteur-exchange'),
  version: z.literal(1),
  schemaVersion: z.number().int().min(1),
  storeId: z.string().min(1).max(100),
  operations: z.number().int().min(0),
  changes: z.number().int().min(0),
  /** Of the compressed journal. */
  sha256: digest,
  /** What the sender has, so that an answer need not send it back. */
  have: z.record(z.string(), z.number().int()),
  /** Files that the sender's records speak of and that it lacks: an answer brings them. */
  lacks: z.array(digest),
  files: z.array(z.object({ sha256: digest, byteSize: size })),
});
export type PackageHeader = z.output<typeof packageHeader>;

const text = z.string();
const count = z.number().int().min(0);

const operationLine = z.object({
  id: text,
  replica: text,
  hlc: text,
  author: text,
  reason: text,
  kind: z.enum(['founding', 'edit', 'import', 'undo', 'redo']),
  target_id: text.nullable(),
  schema_version: count,
});

const changeLine = z.object({
  scope: text,
  replica: text,
  seq: count,
  operation_id: text,
  hlc: text,
  tbl: text,
  row: text,
  col: text.nullable(),
  op: z.enum(['insert', 'set']),
  value: text,
  parents: text,
  hash: digest,
});

/** One line of the journal: an operation or one of its changes. */
export const journalLine = z.union([z.object({ o: operationLine }), z.object({ c: changeLine })]);

/** What an entry that made a record of a file says of it. */
export const attachmentValue = z.object({ sha256: z.string(), recordId: z.string() });
