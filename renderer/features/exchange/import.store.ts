import type { StoreApi, UseBoundStore } from 'zustand';
import { create } from 'zustand';

import { call } from '#api/client.ts';

import { fileActions } from './file-actions.ts';
import type { FileActions } from './file-actions.ts';
import type { ImportCall, Workshop } from './import-call.ts';
import type { ImportState } from './import-state.ts';
import { nothing } from './import-state.ts';
import { createLane } from './lanes.ts';
import type { PlanActions } from './plan-actions.ts';
import { planActions } from './plan-actions.ts';
import type { RunActions } from './run-actions.ts';
import { runActions } from './run-actions.ts';

export type ImportActions = FileActions & PlanActions & RunActions;
export type ImportStore = UseBoundStore<StoreApi<ImportState>> & {
  readonly actions: ImportActions;
};

/** How long after the last change of the mapping the rows are worked out anew, in milliseconds. */
const PLAN_DELAY_MS = 350;

/** The import under way; it stays when the page is left. */
export function createImportStore(
  ask: ImportCall,
  { planDelayMs = PLAN_DELAY_MS } = {},
): ImportStore {
  const store = create<ImportState>()(() => nothing);
  const workshop: Workshop = {
    call: ask,
    get: store.getState,
    set: store.setState,
    planDelayMs,
    opening: createLane(),
    planning: createLane(),
    running: createLane(),
  };
  const plans = planActions(workshop);
  const files = fileActions(workshop, plans);
  return Object.assign(store, { actions: { ...files, ...plans, ...runActions(workshop, plans) } });
}

export const useImport = createImportStore(call);
export const importActions = useImport.actions;
