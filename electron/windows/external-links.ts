import type { WebContents } from 'electron';
import { BrowserWindow, dialog, shell } from 'electron';

import { externalLink } from '#windows/refusals.ts';
import { nativeTexts } from '#windows/texts.ts';

/** The one way out: asks the person, showing where it leads, then hands it to their browser. */
export async function openExternalLink(url: string, from: WebContents): Promise<boolean> {
  const link = externalLink(url);
  const window = BrowserWindow.fromWebContents(from);
  if (link === null || window === null) return false;
  const texts = nativeTexts().externalLink;
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: texts.question,
    detail: link,
    buttons: [texts.open, texts.cancel],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return false;
  await shell.openExternal(link);
  return true;
}
