import { create } from 'zustand';

import type { AppState, Preferences } from '#contract/app.channels.ts';
import type { ChannelInput } from '#contract/channels.ts';
import type { ApiError } from '#api/api-error.ts';
import { toApiError } from '#api/api-error.ts';
import { call, client } from '#api/client.ts';

import { reportError, useActivity } from './activity.store.ts';
import { forgetAnswers } from './data.store.ts';
import { refreshUndo, useUndo } from './undo.store.ts';

/** How a store was asked for; kept with a refusal so that it can be tried again another way. */
export type Opening =
  | { readonly kind: 'example' }
  | { readonly kind: 'create'; readonly groupName: string }
  | { readonly kind: 'file'; readonly readOnly: boolean }
  | { readonly kind: 'recent'; readonly path: string; readonly readOnly: boolean }
  | { readonly kind: 'backup'; readonly path: string };

export interface OpeningFailure {
  readonly opening: Opening;
  readonly error: ApiError;
}

interface SessionState {
  /** Null until main has answered. */
  readonly app: AppState | null;
  readonly error: ApiError | null;
  readonly opening: Opening | null;
  readonly failure: OpeningFailure | null;
  load(): Promise<void>;
  setPreferences(patch: Partial<Preferences>): Promise<void>;
  /** Opens a store; a refusal is kept in `failure`. Resolves to whether a store is now open. */
  open(opening: Opening): Promise<boolean>;
  close(): Promise<void>;
  forgetFailure(): void;
}

function ask(opening: Opening): Promise<AppState | null> {
  switch (opening.kind) {
    case 'example':
      return call('store:openExample', {});
    case 'create':
      return call('store:create', { groupName: opening.groupName });
    case 'file':
      return call('store:openFile', { readOnly: opening.readOnly });
    case 'recent':
      return call('store:openRecent', { path: opening.path, readOnly: opening.readOnly });
    case 'backup':
      return call('store:openBackup', { path: opening.path });
  }
}

/** Takes up another store, or none: nothing of the former one stays on screen. */
function enter(app: AppState): void {
  useActivity.setState({ notice: null, savedAt: null });
  useUndo.setState({ undo: null, redo: null });
  if (app.store === null) {
    forgetAnswers();
    return;
  }
  client.connectStore();
  forgetAnswers();
  refreshUndo().catch(reportError);
}

/** Which store is open, and how the person wants the window: what main knows. */
export const useSession = create<SessionState>()((set, get) => ({
  app: null,
  error: null,
  opening: null,
  failure: null,

  async load() {
    try {
      const app = await call('app:state', {});
      if (app.store?.path !== get().app?.store?.path) enter(app);
      set({ app, error: null });
    } catch (error) {
      set({ error: toApiError(error) });
    }
  },

  async setPreferences(patch) {
    const input: ChannelInput<'app:setPreferences'> = patch;
    set({ app: await call('app:setPreferences', input) });
  },

  async open(opening) {
    if (get().opening !== null) return false;
    set({ opening, failure: null });
    try {
      const app = await ask(opening);
      if (app !== null) {
        enter(app);
        set({ app });
      }
      return app !== null;
    } catch (error) {
      set({ failure: { opening, error: toApiError(error) } });
      return false;
    } finally {
      set({ opening: null });
    }
  },

  async close() {
    const app = await call('store:close', {});
    set({ app, failure: null });
    enter(app);
  },

  forgetFailure() {
    set({ failure: null });
  },
}));

export const selectPreferences = (state: SessionState): Preferences | undefined =>
  state.app?.preferences;
export const selectStore = (state: SessionState): AppState['store'] => state.app?.store ?? null;
export const selectIsReadOnly = (state: SessionState): boolean =>
  state.app?.store?.isReadOnly ?? false;
