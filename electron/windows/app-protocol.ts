import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import type { Session } from 'electron';
import { protocol } from 'electron';

import { nonceMark, pagePolicy, securityHeaders } from '#windows/content-policy.ts';
import type { PageResource } from '#windows/resource-path.ts';
import { appScheme, pageResource } from '#windows/resource-path.ts';

/** Makes `app://` a scheme with an origin of its own. Before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

function refused(status: 404 | 405): Response {
  return new Response(null, { status, headers: securityHeaders(pagePolicy('')) });
}

function htmlPage(text: string, nonce: string, headers: Record<string, string>): Response {
  return new Response(text.replaceAll(nonceMark, nonce), {
    headers: { ...headers, 'Cache-Control': 'no-store' },
  });
}

async function answer(resource: PageResource): Promise<Response> {
  const nonce = randomBytes(18).toString('base64');
  const headers = {
    ...securityHeaders(pagePolicy(nonce)),
    'Content-Type': resource.mimeType,
  };
  try {
    const bytes = await readFile(resource.file);
    if (!resource.mimeType.startsWith('text/html')) return new Response(bytes, { headers });
    return htmlPage(bytes.toString('utf8'), nonce, headers);
  } catch {
    return refused(404);
  }
}

/** Development: the same addresses, answered by the development server on this machine. */
async function relay(url: string, server: string): Promise<Response> {
  const { pathname, search } = new URL(url);
  const nonce = randomBytes(18).toString('base64');
  const reply = await fetch(`${server}${pathname}${search}`, { headers: { Accept: '*/*' } });
  const headers = {
    ...securityHeaders(pagePolicy(nonce, server)),
    'Content-Type': reply.headers.get('Content-Type') ?? 'text/plain',
  };
  if (!headers['Content-Type'].startsWith('text/html')) {
    return new Response(await reply.arrayBuffer(), { status: reply.status, headers });
  }
  return htmlPage(await reply.text(), nonce, headers);
}

/** Files have no address of their own: `file:` answers nothing, to nobody. */
export function denyFiles(session: Session): void {
  session.protocol.handle('file', () => refused(404));
}

/** Serves the built page from `folder`, and nothing else of the disk. */
export function servePage(
  session: Session,
  folder: string,
  developmentServer: string | null,
): void {
  session.protocol.handle(appScheme, (request) => {
    const resource = pageResource(request.url, folder);
    if (request.method !== 'GET') return refused(405);
    if (developmentServer !== null && new URL(request.url).host === 'rapporteur') {
      return relay(request.url, developmentServer);
    }
    return resource === null ? refused(404) : answer(resource);
  });
}
