import { chooseSubGroup } from '#services/choose-paper.ts';
import { headerOf } from '#services/exchange/merge-package.ts';
import { packTo } from '#services/exchange/write-package.ts';
import type { StoreSession } from '#services/session.ts';

import type { CliRequest, Command } from '../command.ts';
import { assertNoStore } from '../output-file.ts';
import { reading } from '../store.ts';
import { idOf } from './export-meetings.ts';

/** What all share, and the work of one sub-group; everything when none is named. */
function scopesOf({ reader }: StoreSession, request: CliRequest): string[] | null {
  const wanted = request.value('sub-group');
  if (wanted === null) return null;
  const id = idOf(chooseSubGroup(reader, wanted), wanted, request, 'unknownSubGroup');
  return ['core', `sub-group/${id}`];
}

export const pack: Command = {
  arguments: [],
  required: ['store', 'out'],
  optional: ['sub-group', 'for', 'without-files'],
  run: (request) => {
    const { t } = request.words;
    const path = request.path(request.required('out'));
    assertNoStore(path, request);
    const received = request.value('for');
    return reading(request, async (session) => {
      const { entries, files, lost } = await packTo(session, {
        path,
        scopes: scopesOf(session, request),
        answerTo: received === null ? null : await headerOf(session, request.path(received)),
        withoutFiles: request.isSet('without-files'),
      });
      const lines = [t('cli:packed', { path, entries, files })];
      if (lost.length > 0) lines.push(t('cli:withoutFiles', { names: lost.join(', ') }));
      return { json: { path, entries, files, lost }, text: lines.join('\n') };
    });
  },
};
