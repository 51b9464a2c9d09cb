import { exportAttachments } from '#services/attachments-archive.ts';
import { addAttachments, verifyAttachments } from '#services/attachments.ts';
import { targetIds } from '#services/bulk.ts';
import { deliverableSheet } from '#services/deliverable-sheet.ts';
import { deliverablesMatrix } from '#services/deliverables-matrix.ts';
import { expectDeliverables } from '#services/expected-deliverables.ts';
import { roadmapOf } from '#services/roadmap.ts';

import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'deliverables:matrix'
  | 'deliverables:sheet'
  | 'deliverables:expect'
  | 'attachments:add'
  | 'attachments:verify'
  | 'attachments:export'
  | 'subGroups:roadmap';

/** Bytes after which progress is told again. */
const TOLD_EVERY = 8_000_000;

export const deliverableHandlers: StoreHandlers<Channels> = {
  'deliverables:matrix': ({ reader }, request) => deliverablesMatrix(reader, request),
  'deliverables:sheet': ({ reader }, request) => deliverableSheet(reader, request),
  'deliverables:expect': (session, request, context) => {
    const { value, operationId } = expectDeliverables(
      session,
      context,
      request,
      (kind, subGroup, quarter) =>
        context.translate('deliverables:expectedTitle', {
          kind: context.translate(`vocabulary:choice.deliverable.kind.${kind}`),
          subGroup,
          quarter: context.translate('deliverables:quarter', {
            number: quarter.slice(6),
            year: quarter.slice(0, 4),
          }),
        }),
    );
    return { ids: value, operationId };
  },
  'attachments:add': async (session, { grants, ...request }, context) => {
    const paths = grants.map((grant) => context.resolveGrant(grant, 'attachment'));
    let [copied, told] = [0, 0];
    const { value, operationId } = await addAttachments(
      session,
      context,
      { ...request, paths },
      {
        signal: context.signal,
        onBytes: (count) => {
          copied += count;
          if (copied - told < TOLD_EVERY) return;
          told = copied;
          context.progress('copying', copied, null);
        },
      },
    );
    return { ...value, operationId };
  },
  'attachments:verify': (session, { recordIds }, { signal }) =>
    verifyAttachments(session, recordIds, signal),
  'attachments:export': (session, { table, target, grant }, context) => {
    const { signal, progress } = context;
    const recordIds = targetIds(session.reader, table, target);
    return exportAttachments(session, recordIds, context.resolveGrant(grant), {
      signal,
      onFile: (done, total) => progress('files', done, total),
    });
  },
  'subGroups:roadmap': ({ reader }, request) => roadmapOf(reader, request),
};
