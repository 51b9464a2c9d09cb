import { basename } from 'node:path';

import type { AppState } from '#contract/app.channels.ts';
import type { Result } from '#contract/errors.ts';
import { AppError } from '#contract/errors.ts';
import type { StoreEvent } from '#contract/port.ts';
import type { PdfOptions } from '#documents/html.writer.ts';
import { changedTables } from '#ipc/changed-tables.ts';
import type { ControlRequest, FromStore, LocateResult } from '#ipc/control.ts';
import { toStore } from '#ipc/control.ts';
import { refused, translatorOf } from '#ipc/failures.ts';
import type { HandlerContext } from '#ipc/handler-context.ts';
import { createGroup, openExample, openNewestBackup, openStore } from '#ipc/open-store.ts';
import type { PortCall, ServerPort } from '#ipc/port-server.ts';
import { servePort } from '#ipc/port-server.ts';
import type { Dispatch } from '#ipc/router.ts';
import { createStoreDoor } from '#ipc/store-door.ts';
import { createGrants } from '#platform/grants.ts';
import type { Log } from '#platform/log.ts';
import { errorFacts, openLog } from '#platform/log.ts';
import { homePaths } from '#platform/paths.ts';
import { copyToLookAt } from '#services/attachments.ts';
import type { AutoBackup } from '#services/auto-backup.ts';
import { startAutoBackup } from '#services/auto-backup.ts';
import type { Imports } from '#services/import/surface.ts';
import { createImports } from '#services/import/imports.ts';
import type { RelayedReaders } from '#services/readers.ts';
import type { DuplicateWatch } from '#services/duplicates/watch.ts';
import { watchDuplicates } from '#services/duplicates/watch.ts';
import type { StoreSession } from '#services/session.ts';

type Started = Extract<ControlRequest, { kind: 'start' }>;
type Summary = AppState['store'];

interface HostOptions {
  /** Posts to main. */
  readonly send: (message: FromStore) => void;
  /** Where readers of foreign files come from. */
  readonly readers: RelayedReaders;
}

/** What lives in the store process: the open store, the windows' ports, main's orders. */
export interface StoreHost {
  readonly receive: (message: unknown, ports: readonly ServerPort[]) => void;
}

interface Open {
  readonly session: StoreSession;
  readonly summary: NonNullable<Summary>;
  /** Aborted when the store is closed under work that still goes on. */
  readonly closing: AbortController;
  readonly backup: AutoBackup;
  readonly duplicates: DuplicateWatch;
  readonly imports: Imports;
}

export function createStoreHost({ send, readers }: HostOptions): StoreHost {
  const grants = createGrants();
  const prints = new Map<number, (bytes: Uint8Array | null) => void>();
  /** The window at the other end of each. */
  const ports = new Map<ServerPort, number>();
  const running = new Set<Promise<unknown>>();
  let started: Started | null = null;
  let open: Open | null = null;
  let log: Log | null = null;
  let lastPrint = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const language = () => started?.language ?? 'fr';

  function place(): Started {
    if (started === null) throw new AppError('store.none');
    return started;
  }

  function current(): Open {
    if (open === null) throw new AppError('store.none');
    return open;
  }

  async function printPdf(html: string, options: PdfOptions): Promise<Uint8Array> {
    lastPrint += 1;
    const number = lastPrint;
    const bytes = await new Promise<Uint8Array | null>((printed) => {
      prints.set(number, printed);
      send({ print: number, html, options });
    });
    if (bytes === null) throw new AppError('export.noEngine');
    return bytes;
  }

  function contextOf(call: PortCall): HandlerContext {
    return {
      language: language(),
      author: place().author,
      translate: translatorOf(language()).t,
      signal: AbortSignal.any([call.signal, current().closing.signal]),
      progress: call.progress,
      resolveGrant: (token, purpose = 'export') => grants.resolve(token, purpose, call.owner),
      spawnReader: readers.spawn,
      imports: current().imports,
      owner: call.owner,
      printPdf,
    };
  }

  const door = createStoreDoor({
    session: () => current().session,
    context: contextOf,
    language,
    checksAnswers: () => started?.checksAnswers ?? false,
    onUnexpected: (channel, error) =>
      log?.write({
        level: 'error',
        from: 'store',
        event: 'channel.failed',
        facts: { channel, ...errorFacts(error) },
      }),
  });

  /** Work under way is remembered, so that a store is never closed under it. */
  const dispatch: Dispatch<PortCall> = (channel, input, call) => {
    const work = door(channel, input, call);
    running.add(work);
    void work.finally(() => running.delete(work));
    return work;
  };

  function tellChange(result: unknown): void {
    if (open === null || typeof result !== 'object' || result === null) return;
    const operationId = Reflect.get(result, 'operationId');
    if (typeof operationId !== 'string') return;
    const tables = changedTables(open.session.reader, operationId);
    const event: StoreEvent = { event: 'data:changed', operationId, tables };
    for (const port of ports.keys()) port.postMessage(event);
    open.duplicates.look();
  }

  function connect(port: ServerPort | undefined, owner: number): void {
    if (port === undefined) throw new AppError('request.invalid');
    ports.set(port, owner);
    port.onClose(() => {
      ports.delete(port);
      if (![...ports.values()].includes(owner)) void open?.imports.closeOwner(owner);
    });
    servePort(port, { owner, dispatch, language, onChanged: (_channel, made) => tellChange(made) });
  }

  async function closeStore(): Promise<void> {
    const former = open;
    open = null;
    if (former === null) return;
    former.closing.abort();
    await Promise.allSettled([
      former.backup.stop(),
      former.duplicates.stop(),
      former.imports.closeAll(),
      ...running,
    ]);
    former.session.close();
  }

  function summaryOf(session: StoreSession): NonNullable<Summary> {
    const { path, isReadOnly } = session;
    const isExample = path === homePaths(place().home).example;
    return { path, fileName: basename(path), isExample, isReadOnly };
  }

  /** The former store is closed only once the other one is open. */
  async function replaceStore(opening: () => StoreSession | Promise<StoreSession>): Promise<void> {
    const session = await opening();
    await closeStore();
    const failed = (event: string) => (error: unknown) =>
      log?.write({ level: 'error', from: 'store', event, facts: errorFacts(error) });
    const backup = startAutoBackup(session, failed('backup.failed'));
    const duplicates = watchDuplicates(session, failed('duplicates.failed'));
    const closing = new AbortController();
    const imports = createImports();
    open = { session, summary: summaryOf(session), closing, backup, duplicates, imports };
  }

  function openPath(path: string, readOnly: boolean): Promise<void> {
    if (open?.summary.path === path && open.summary.isReadOnly === readOnly) {
      return Promise.resolve();
    }
    return openAgain(path, () => openStore(path, readOnly, place()));
  }

  /** The same file cannot be opened twice at once (its lock): there the former one goes first. */
  async function openAgain(
    path: string,
    opening: () => StoreSession | Promise<StoreSession>,
  ): Promise<void> {
    if (open?.summary.path === path) await closeStore();
    await replaceStore(opening);
  }

  async function obey(request: ControlRequest, port: ServerPort | undefined): Promise<void> {
    switch (request.kind) {
      case 'start':
        started = request;
        log = openLog(homePaths(request.home).logs);
        return;
      case 'preferences':
        started = { ...place(), language: request.language, author: request.author };
        return;
      case 'open':
        return openPath(request.path, request.readOnly);
      case 'create':
        return replaceStore(() => createGroup(request.path, request.groupName, place()));
      case 'openExample':
        if (open?.summary.path === request.path) return;
        return replaceStore(() => openExample(request.path, place()));
      case 'openBackup':
        return replaceStore(() => openNewestBackup(request.path, place()));
      case 'close':
        return closeStore();
      case 'grant':
        grants.add(request.token, request.path, request.purpose, request.owner);
        return;
      case 'revoke':
        grants.revokeOwner(request.owner);
        await open?.imports.closeOwner(request.owner);
        return;
      case 'connect':
        connect(port, request.owner);
        return;
    }
  }

  async function carryOut(
    id: number,
    request: ControlRequest,
    port: ServerPort | undefined,
  ): Promise<void> {
    let result: Result<Summary>;
    try {
      await obey(request, port);
      result = { ok: true, value: open?.summary ?? null };
    } catch (error) {
      log?.write({
        level: 'warning',
        from: 'store',
        event: request.kind,
        facts: errorFacts(error),
      });
      result = refused(error, language());
    }
    send({ id, result });
  }

  /** Makes the copy that main opens: main never learns of a path by way of the page. */
  async function locate(number: number, attachmentId: string): Promise<void> {
    let outcome: LocateResult;
    try {
      const { session } = current();
      const work = copyToLookAt(session, attachmentId);
      running.add(work);
      const value = await work.finally(() => running.delete(work));
      outcome = { ok: true, value };
    } catch (error) {
      log?.write({
        level: 'warning',
        from: 'store',
        event: 'attachment.locate',
        facts: errorFacts(error),
      });
      outcome = refused(error, language());
    }
    send({ located: number, outcome });
  }

  return {
    receive: (data, sentPorts) => {
      const message = toStore.safeParse(data);
      if (!message.success) {
        log?.write({ level: 'error', from: 'store', event: 'control.invalid' });
      } else if ('printed' in message.data) {
        prints.get(message.data.printed)?.(message.data.bytes);
        prints.delete(message.data.printed);
      } else if ('locate' in message.data) {
        void locate(message.data.locate, message.data.attachmentId);
      } else if ('news' in message.data) {
        readers.receive(message.data, sentPorts[0]);
      } else {
        const { id, request } = message.data;
        queue = queue.then(() => carryOut(id, request, sentPorts[0]));
      }
    },
  };
}
