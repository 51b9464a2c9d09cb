import { appScheme, pageUrl } from '#windows/resource-path.ts';

/** What pages may do, as plain rules: the windows only apply them. */

const MAXIMUM_LENGTH = 2000;
// oxlint-disable-next-line no-control-regex -- control characters are what is refused
const CONTROL = /[\u0000-\u0020\u007f]/;

/** The address as it may be handed to the system: `https:` without credentials, or `mailto:`. Null otherwise. */
export function externalLink(url: string): string | null {
  if (url.length > MAXIMUM_LENGTH || CONTROL.test(url) || !URL.canParse(url)) return null;
  const { protocol, username, password, href, hostname } = new URL(url);
  if (protocol === 'mailto:') return href;
  const isPlain = protocol === 'https:' && hostname !== '' && username === '' && password === '';
  return isPlain ? href : null;
}

/** A page may only go to the program's own page; a frame only be the preview of a document. */
export function isAllowedNavigation(url: string, isMainFrame: boolean): boolean {
  return isMainFrame ? url.startsWith(pageUrl) : url === 'about:srcdoc';
}

/** Schemes that never leave the machine. */
const localSchemes = new Set([`${appScheme}:`, 'blob:', 'data:', 'about:', 'devtools:']);

/** True when a request may be answered: it stays inside the program, or is development's reload channel. */
export function isLocalRequest(url: string, developmentServer: string | null = null): boolean {
  if (!URL.canParse(url)) return false;
  if (localSchemes.has(new URL(url).protocol)) return true;
  if (developmentServer === null) return false;
  return url.startsWith(`${developmentServer.replace(/^http/, 'ws')}/`);
}
