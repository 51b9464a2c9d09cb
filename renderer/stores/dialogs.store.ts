import { create } from 'zustand';

/** Every dialog of the window. Only one is open at a time. */
export type Dialog = { readonly kind: 'shortcuts' } | { readonly kind: 'palette' };

interface DialogsState {
  readonly dialog: Dialog | null;
  show(dialog: Dialog): void;
  close(): void;
}

export const useDialogs = create<DialogsState>()((set) => ({
  dialog: null,
  show: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}));

/** Fails to compile, and to run, when a kind was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`unforeseen: ${JSON.stringify(value)}`);
}
