import { randomBytes } from 'node:crypto';

import type { PrintToPDFOptions, Session } from 'electron';
import { BrowserWindow, session } from 'electron';

import { printPolicy, securityHeaders } from '#windows/content-policy.ts';
import { denyPermissions } from '#windows/hardening.ts';
import { denyNetwork } from '#windows/network.ts';
import { appScheme, printOrigin } from '#windows/resource-path.ts';

const documents = new Map<string, string>();
let printSession: Session | null = null;

function answer(url: string): Response {
  const html = documents.get(new URL(url).pathname.slice(1));
  return html === undefined
    ? new Response(null, { status: 404, headers: securityHeaders(printPolicy) })
    : new Response(html, {
        headers: { ...securityHeaders(printPolicy), 'Content-Type': 'text/html; charset=utf-8' },
      });
}

/** A session in memory that knows the documents being printed and nothing else. */
function sessionForPrinting(): Session {
  if (printSession !== null) return printSession;
  const made = session.fromPartition('print', { cache: false });
  denyPermissions(made);
  denyNetwork(made);
  made.protocol.handle(appScheme, ({ url }) => answer(url));
  printSession = made;
  return made;
}

/** A framed window cannot be made without a display; this one needs none. */
function hiddenWindow(): BrowserWindow {
  return new BrowserWindow({
    show: false,
    frame: false,
    width: 794,
    height: 1123,
    webPreferences: {
      session: sessionForPrinting(),
      offscreen: true,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  });
}

/** Prints a page as PDF, with Chromium's own printer: no script runs, nothing is fetched. */
export async function printPdf(html: string, options: PrintToPDFOptions): Promise<Uint8Array> {
  const token = randomBytes(16).toString('hex');
  documents.set(token, html);
  const window = hiddenWindow();
  try {
    await window.loadURL(`${printOrigin}/${token}`);
    return await window.webContents.printToPDF(options);
  } finally {
    documents.delete(token);
    window.destroy();
  }
}
