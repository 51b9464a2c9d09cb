import type { Page } from '@playwright/test';

/** Drops a file on the page, at a place of it, as the system does when a person drags one in. */
export async function dropFile(
  page: Page,
  path: string,
  { x, y }: { readonly x: number; readonly y: number } = { x: 300, y: 300 },
): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x, y, data });
  }
}
