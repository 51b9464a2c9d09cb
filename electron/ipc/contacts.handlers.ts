import { basename } from 'node:path';

import {
  allLists,
  listAddresses,
  listChoices,
  listMembership,
  removeList,
  saveList,
} from '#services/distribution.ts';
import { exportListTable } from '#services/distribution-table.ts';
import { exportPersonFile } from '#services/person-file.ts';
import { exportVcards } from '#services/vcards.ts';

import { translatorOf } from './failures.ts';
import type { StoreHandlers } from './handler-context.ts';

type Channels =
  | 'contacts:lists'
  | 'contacts:choices'
  | 'contacts:members'
  | 'contacts:addresses'
  | 'contacts:saveList'
  | 'contacts:removeList'
  | 'contacts:exportVcard'
  | 'contacts:exportTable'
  | 'contacts:personFile';

export const contactHandlers: StoreHandlers<Channels> = {
  'contacts:lists': ({ reader }, { today }) => allLists(reader, today),
  'contacts:choices': ({ reader }) => listChoices(reader),
  'contacts:members': ({ reader }, { definition, today }) =>
    listMembership(reader, definition, today),
  'contacts:addresses': ({ reader }, { definition, today, ...form }) => {
    const { text, count } = listAddresses(reader, definition, today, form);
    return { text, count };
  },
  'contacts:saveList': (session, list, by) => {
    const { value, operationId } = saveList(session, by, list);
    return { id: value, operationId };
  },
  'contacts:removeList': (session, { id }, by) => {
    const { operationId } = removeList(session, by, id);
    return { operationId };
  },
  'contacts:exportVcard': async (session, { people, today, grant }, context) => {
    const { translate, signal } = context;
    const path = context.resolveGrant(grant);
    const cards = await exportVcards(session, path, {
      people,
      today,
      translate,
      signal,
      onProgress: (done, total) => context.progress('rows', done, total),
    });
    return { cards };
  },
  'contacts:exportTable': async (session, { grant, ...request }, context) => {
    const { language, author, translate, signal } = context;
    const { rows, warnings } = await exportListTable(
      session,
      context.resolveGrant(grant),
      { ...request, language, author, translate },
      { signal, onProgress: ({ rows, total }) => context.progress('rows', rows, total) },
    );
    return { rows, warnings: warnings.map(({ code }) => code) };
  },
  'contacts:personFile': async (session, { id, format, grant }, context) => {
    const { language, printPdf, signal } = context;
    const path = context.resolveGrant(grant);
    context.progress('compose', 0, 2);
    const bytes = await exportPersonFile(session, path, {
      id,
      format,
      words: translatorOf(language),
      store: basename(session.path),
      generatedAt: new Date().toISOString(),
      printPdf,
      signal,
    });
    return { bytes };
  },
};
