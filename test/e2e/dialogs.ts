import type { ElectronApplication } from '@playwright/test';

/** The person will choose this path in the next « save » dialogs; null: they give up. */
export async function answerSaveDialog(
  app: ElectronApplication,
  path: string | null,
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

/** The person will choose this file, or these, in the next « open » dialogs; null: they give up. */
export async function answerOpenDialog(
  app: ElectronApplication,
  path: string | string[] | null,
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    const filePaths = chosen === null ? [] : [chosen].flat();
    dialog.showOpenDialog = () => Promise.resolve({ canceled: chosen === null, filePaths });
  }, path);
}

interface Asked {
  readonly details: string[];
  readonly opened: string[];
}

/** The person will answer questions with this button; addresses go no further than a list. */
export async function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog, shell }, response) => {
    const asked: Asked = { details: [], opened: [] };
    Object.assign(globalThis, { asked });
    Object.assign(dialog, {
      showMessageBox: (_window: unknown, { detail }: { detail: string }) => {
        asked.details.push(detail);
        return Promise.resolve({ response, checkboxChecked: false });
      },
    });
    shell.openExternal = (url) => {
      asked.opened.push(url);
      return Promise.resolve();
    };
  }, button);
}

/** What was asked of the person since `answerQuestions`, and which addresses were then opened. */
export function questionsAsked(app: ElectronApplication): Promise<Asked> {
  return app.evaluate(() => (globalThis as unknown as { asked: Asked }).asked); // put there above
}
