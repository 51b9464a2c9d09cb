import { checkStore } from '#services/check.ts';
import type { StoreSession } from '#services/session.ts';
import type { FilesReport } from '#services/store-files.ts';
import { filesCheck, filesReport, removeUnused } from '#services/store-files.ts';

import type { CliRequest, Command } from '../command.ts';
import { reading, writing } from '../store.ts';

/** The files that are lost, and what can be done; those that nothing needs. */
function fileLines({ lost, unused }: FilesReport, path: string, request: CliRequest): string[] {
  const { t } = request.words;
  const lines = lost.map(({ fileName, recordName, state }) =>
    t('cli:check.lost', {
      file: fileName,
      record: recordName,
      state: t(`cli:check.lostStates.${state}`),
    }),
  );
  if (lost.length > 0) lines.push(t('cli:check.howToMend', { path }));
  if (unused.files > 0) lines.push(t('cli:check.unused', { ...unused }));
  return lines;
}

async function inspect(session: StoreSession, request: CliRequest) {
  const { t } = request.words;
  const { reader, path, binding } = session;
  const store = await checkStore(reader, { binding });
  const files = await filesReport(session);
  const checks = [...store, filesCheck(files)];
  const isSound = checks.every(({ isOk }) => isOk);
  const lines = checks.map(({ key, isOk, found }) => {
    const state = isOk ? t('cli:check.ok') : t('cli:check.failed', { count: found });
    return t('cli:check.line', { name: t(`cli:check.${key}`), state });
  });
  lines.push(...fileLines(files, path, request));
  const cleaned = request.isSet('clean') ? await removeUnused(session) : null;
  if (cleaned !== null) lines.push(t('cli:check.cleaned', { ...cleaned }));
  if (isSound) lines.push(t('cli:check.sound', { path }));
  const isStoreSound = store.every(({ isOk }) => isOk);
  const complaint = t(isStoreSound ? 'cli:check.onlyFiles' : 'cli:check.unsound', { path });
  return {
    json: { store: path, isSound, checks, ...files, ...(cleaned === null ? {} : { cleaned }) },
    text: lines.join('\n'),
    ...(isSound ? {} : { complaint }),
  };
}

export const check: Command = {
  arguments: [],
  required: ['store'],
  optional: ['clean'],
  run: (request) => {
    const opening = request.isSet('clean') ? writing : reading;
    return opening(request, (session) => inspect(session, request));
  },
};
