import type { Session, WebContents } from 'electron';
import { app } from 'electron';

import { openExternalLink } from '#windows/external-links.ts';
import { isAllowedNavigation } from '#windows/refusals.ts';

/** Denies a session everything that pages may ask permission for. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

function lockContents(contents: WebContents): void {
  const refuseElsewhere = (event: {
    preventDefault(): void;
    url: string;
    isMainFrame: boolean;
  }) => {
    if (!isAllowedNavigation(event.url, event.isMainFrame)) event.preventDefault();
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuseElsewhere);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalLink(url, contents);
    return { action: 'deny' };
  });
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/**
 * Puts every page into Chromium's sandbox, whatever its options say. Root on a test machine has to
 * start without the sandbox, and then Electron refuses to be told otherwise.
 */
export function sandboxAllContents(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Locks every page the program will ever show, as soon as it exists. */
export function lockAllContents(): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}
