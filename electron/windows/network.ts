import type { Session } from 'electron';
import { app } from 'electron';

import { isLocalRequest } from '#windows/refusals.ts';

/**
 * Chromium's own reasons to use the network, all off; names are never resolved. Before the
 * application is ready.
 */
export function silenceChromium(): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'disable-breakpad',
    'disable-http-cache',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1');
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

/**
 * A proxy that does not exist: whatever gets past the other refusals (WebRTC over TCP asks nobody)
 * is sent there, and ends there.
 */
const nowhere = {
  mode: 'fixed_servers',
  proxyRules: 'socks5://127.0.0.1:1',
  proxyBypassRules: '<-loopback>',
} as const;

/** Cuts a session off: no request leaves, nothing is downloaded, no certificate is trusted. */
export function denyNetwork(session: Session, developmentServer: string | null = null): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isLocalRequest(details.url, developmentServer) });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setCertificateVerifyProc((_request, answer) => answer(-2));
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  void session.setProxy(developmentServer === null ? nowhere : { mode: 'direct' });
}
