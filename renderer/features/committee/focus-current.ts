/** Gives the keyboard back to where it was in a table, once what was open beside it is closed. */
export function focusCurrent(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('[data-current]')?.focus();
}
